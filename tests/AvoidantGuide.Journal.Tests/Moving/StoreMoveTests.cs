using System.Globalization;

namespace AvoidantGuide.Journal.Tests.Moving;

/// <summary>Between both real engines, there and back.</summary>
[Trait("Store", "both")]
public sealed class StoreMoveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JournalProvider.Sqlite)]
    [InlineData(JournalProvider.Postgres)]
    public async Task Everything_arrives_as_it_was_and_opens_with_the_same_words(JournalProvider provider)
    {
        await using var from = await TemporaryStore.OpenAsync(provider);
        await using var to = await EmptyAsync(Other(provider));
        var (journal, code, first) = await from.NewJournalAsync("the first");
        await journal.ChangePreferencesAsync(now => now with { Spellcheck = true }, Cancel);
        for (var i = 0; i < 250; i++) await journal.AddAsync(Guid.NewGuid(), Sample.Of(i.ToString(CultureInfo.InvariantCulture)), Cancel);
        await journal.DeleteAsync((await journal.ListAsync(Cancel))[0].Id, Cancel);
        await from.NewJournalAsync("somebody else's");
        await from.Sweep.SweepAsync(from.Time.Now, Cancel);
        from.Stop();

        Assert.Equal((true, 2L, 251L), Said(await MoveAsync(from, to)));
        await to.StartAsync();
        using var moved = (await to.Store.UnlockAsync(code, times: null, Cancel))!;
        Assert.Equal(250, (await moved.ListAsync(Cancel)).Count(entry => entry.Head is not null));
        Assert.Equal(["the first"], Sample.Texts(Assert.IsType<ReadResult.Found>(await moved.ReadAsync(first, Cancel)).Entry));
        Assert.True((await moved.ReadPreferencesAsync(Cancel)).Spellcheck);
        Assert.Equal(1, await to.CountAsync("Sessions"));
        Assert.Equal(await from.CountAsync("Spent"), await to.CountAsync("Spent"));
        Assert.Equal(1, await to.CountAsync("Sweeps"));
    }

    [Fact]
    public async Task Nothing_is_moved_onto_a_store_that_holds_something_or_is_in_use()
    {
        await using var from = await TemporaryStore.OpenAsync(JournalProvider.Sqlite);
        await using var to = await TemporaryStore.OpenAsync(JournalProvider.Postgres);
        await from.NewJournalAsync();
        await Assert.ThrowsAsync<JournalSetupException>(() => MoveAsync(from, to));
        from.Stop();
        var (_, code, _) = await to.NewJournalAsync("theirs");
        Assert.Contains("Stop every one", (await MoveAsync(from, to)).Message, StringComparison.Ordinal);
        to.Stop();
        Assert.Contains("there is a store already", (await MoveAsync(from, to)).Message, StringComparison.Ordinal);
        await to.StartAsync();
        Assert.NotNull(await to.Store.UnlockAsync(code, times: null, Cancel));
        Assert.Equal(1, await to.CountAsync("Journals"));
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_not_made_and_moved()
    {
        await using var from = TemporaryStore.Closed(JournalProvider.Sqlite);
        await using var to = await EmptyAsync(JournalProvider.Postgres);
        Assert.Contains("there is no store", (await MoveAsync(from, to)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(from.File));
    }

    [Fact]
    public async Task A_row_that_arrives_changed_stops_the_whole_move()
    {
        await using var from = await TemporaryStore.OpenAsync(JournalProvider.Sqlite);
        await using var to = await TemporaryStore.OpenAsync(JournalProvider.Postgres);
        await from.NewJournalAsync();
        from.Stop();
        await to.RunAsync("CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.Revision := 9; RETURN NEW; END'");
        await to.RunAsync("CREATE TRIGGER spoiling BEFORE INSERT ON Entries FOR EACH ROW EXECUTE FUNCTION spoil()");
        to.Stop();
        await Assert.ThrowsAsync<JournalStoreException>(() => MoveAsync(from, to));
        Assert.Equal((0L, 0L), (await to.CountAsync("Journals"), await to.CountAsync("Entries")));
    }

    private static JournalProvider Other(JournalProvider provider) => provider == JournalProvider.Sqlite ? JournalProvider.Postgres : JournalProvider.Sqlite;

    private static (bool Done, long Journals, long Entries) Said(MoveResult result) => (result.Done, result.Journals, result.Entries);

    private static async Task<TemporaryStore> EmptyAsync(JournalProvider provider)
    {
        var store = TemporaryStore.Closed(provider);
        await store.MakeAsync();
        return store;
    }

    private static Task<MoveResult> MoveAsync(TemporaryStore from, TemporaryStore to) =>
        StoreMove.RunAsync(from.Provider, from.ConnectionString, to.ConnectionString, TimeProvider.System, Cancel);
}
