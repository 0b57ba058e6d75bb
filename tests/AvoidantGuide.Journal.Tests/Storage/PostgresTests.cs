using System.Globalization;

namespace AvoidantGuide.Journal.Tests.Storage;

/// <summary>What only happens where several servers write at once, and where a connection can break.</summary>
[Trait("Store", "both")]
public sealed class PostgresTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_of_two_servers_to_one_journal_follow_one_another()
    {
        await using var store = await TemporaryStore.OpenAsync(JournalProvider.Postgres);
        var (journal, _, _) = await store.NewJournalAsync();
        using var second = await SecondAsync(store);
        using var elsewhere = (await new JournalStore(second, store.Time).ResumeAsync(journal.Secret!, Cancel))!;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(
            () => (number % 2 == 0 ? journal : elsewhere).ChangePreferencesAsync(
                now => now with { Signs = [.. now.Signs, new OwnSign(Guid.NewGuid(), number.ToString(CultureInfo.InvariantCulture))] }, Cancel),
            Cancel)));
        Assert.Equal(40, (await journal.ReadPreferencesAsync(Cancel)).Signs.Count);
    }

    [Fact]
    public async Task One_form_sent_to_two_servers_at_once_is_one_entry_and_one_journal()
    {
        await using var store = await TemporaryStore.OpenAsync(JournalProvider.Postgres);
        using var second = await SecondAsync(store);
        var (code, form, first) = (JournalCode.Generate(), Guid.NewGuid(), Guid.NewGuid());
        JournalStore[] servers = [store.Store, new JournalStore(second, store.Time)];
        var started = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(
            () => servers[number % 2].StartAsync(code, form, first, Sample.Of("first"), SessionTimes.Default, Cancel), Cancel)));
        var journal = Assert.Single(started, start => start.Journal is not null).Journal!;

        var entry = Guid.NewGuid();
        using var elsewhere = (await servers[1].ResumeAsync(journal.Secret!, Cancel))!;
        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(
            () => (number % 2 == 0 ? journal : elsewhere).AddAsync(entry, Sample.Of("second"), Cancel), Cancel)));
        Assert.All(saved, save => Assert.Equal(new SaveResult.Kept(1), save));
        Assert.Equal((1L, 2L), (await store.CountAsync("Journals"), await store.CountAsync("Entries")));
    }

    [Fact]
    public async Task What_is_kept_while_the_words_change_opens_with_the_new_ones()
    {
        await using var store = await TemporaryStore.OpenAsync(JournalProvider.Postgres);
        var (journal, _, _) = await store.NewJournalAsync();
        using var second = await SecondAsync(store);
        using var elsewhere = (await new JournalStore(second, store.Time).ResumeAsync(journal.Secret!, Cancel))!;
        var saving = Enumerable.Range(0, 20).Select(number => Task.Run(() => TryAsync(() => elsewhere.AddAsync(Guid.NewGuid(), Sample.Of("x"), Cancel)), Cancel)).ToList();
        var changed = (await store.Store.ChangeWordsAsync(journal, Guid.NewGuid(), JournalCode.Generate(), SessionTimes.Default, Cancel))!;
        var kept = (await Task.WhenAll(saving)).Count(done => done);
        var entries = await changed.ListAsync(Cancel);
        Assert.Equal(1 + kept, entries.Count);
        Assert.All(entries, entry => Assert.NotNull(entry.Head));
    }

    [Fact]
    public async Task A_connection_that_breaks_loses_and_doubles_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync(JournalProvider.Postgres);
        var (journal, _, _) = await store.NewJournalAsync();
        var ids = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid()).ToList();
        var saved = new List<SaveResult>();
        foreach (var some in ids.Chunk(10))
        {
            var saving = Task.WhenAll(some.Select(id => Task.Run(() => journal.AddAsync(id, Sample.Of("x"), Cancel), Cancel)));
            // Whatever is under way at that moment.
            await store.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            saved.AddRange(await saving);
        }

        Assert.All(saved, save => Assert.Equal(new SaveResult.Kept(1), save));
        Assert.Equal(101, await store.CountAsync("Entries"));
    }

    [Theory]
    [InlineData("no_such_database", false)]
    [InlineData(null, true)]
    public async Task What_cannot_be_opened_is_said_in_one_line_and_tried_again_only_where_it_may_pass(string? database, bool mayPass)
    {
        await using var store = await TemporaryStore.OpenAsync(JournalProvider.Postgres);
        var there = new Npgsql.NpgsqlConnectionStringBuilder(store.ConnectionString) { Password = "secret" };
        if (database is not null) there.Database = database;
        else there.Host = "/no/such/socket";
        using var none = new JournalDatabase(there.ConnectionString, TimeProvider.System, provider: JournalProvider.Postgres);
        var wrong = await Assert.ThrowsAsync<JournalSetupException>(() => none.OpenAsync(Cancel));
        Assert.Equal(mayPass, wrong.MayPass);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    private static async Task<JournalDatabase> SecondAsync(TemporaryStore store)
    {
        var second = new JournalDatabase(store.ConnectionString, store.Time, provider: JournalProvider.Postgres);
        await second.OpenAsync(Cancel);
        return second;
    }

    private static async Task<bool> TryAsync(Func<Task<SaveResult>> save)
    {
        try
        {
            return await save() is SaveResult.Kept;
        }
        catch (JournalStoreException gone) when (gone.Fault == StoreFault.Gone)
        {
            return false;
        }
    }
}
