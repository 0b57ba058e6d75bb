namespace AvoidantGuide.Journal.Tests.Entries;

public sealed class EntryKeepingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_submits_of_one_form_at_once_make_one_entry()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        var id = Guid.NewGuid();
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            () =>
            {
                // The moment of keeping differs from post to post.
                var entry = Sample.Of("once");
                return journal.AddAsync(id, entry with { Head = entry.Head with { Written = entry.Head.Written.AddMilliseconds(i) } }, Cancel);
            },
            Cancel)));
        Assert.All(results, result => Assert.Equal(new SaveResult.Kept(1), result));
        Assert.Equal(2, (await journal.ListAsync(Cancel)).Count);
    }

    [Fact]
    public async Task Different_words_under_the_same_id_are_a_conflict_that_shows_what_is_kept()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync("first");
        var conflict = Assert.IsType<SaveResult.Conflict>(await journal.AddAsync(id, Sample.Of("second"), Cancel));
        Assert.Equal((1, "first"), (conflict.Revision, Sample.Texts(conflict.Current!)[0]));
    }

    [Fact]
    public async Task Two_tabs_never_overwrite_each_other()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync("both");
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => journal.ChangeAsync(id, 1, Sample.Of($"tab {i}"), Cancel), Cancel)));
        Assert.Single(results, new SaveResult.Kept(2));
        var kept = Sample.Texts(Assert.IsType<ReadResult.Found>(await journal.ReadAsync(id, Cancel)).Entry)[0];
        var conflicts = results.OfType<SaveResult.Conflict>().ToList();
        Assert.Equal(15, conflicts.Count);
        Assert.All(conflicts, conflict => Assert.Equal((2, kept), (conflict.Revision, Sample.Texts(conflict.Current!)[0])));
    }

    [Fact]
    public async Task The_same_change_submitted_twice_is_kept_once()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        Assert.Equal(new SaveResult.Kept(2), await journal.ChangeAsync(id, 1, Sample.Of("changed"), Cancel));
        Assert.Equal(new SaveResult.Kept(2), await journal.ChangeAsync(id, 1, Sample.Of("changed"), Cancel));
    }

    [Fact]
    public async Task A_change_of_an_entry_deleted_meanwhile_is_a_conflict_with_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        Assert.True(await journal.DeleteAsync(id, Cancel));
        Assert.False(await journal.DeleteAsync(id, Cancel));
        Assert.Equal(new SaveResult.Conflict(Current: null, Revision: 0), await journal.ChangeAsync(id, 1, Sample.Of("late"), Cancel));
        Assert.IsType<ReadResult.Missing>(await journal.ReadAsync(id, Cancel));
    }

    [Fact]
    public async Task The_list_is_newest_first()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, first) = await store.NewJournalAsync();
        var ids = new List<Guid> { first };
        foreach (var hours in new[] { 5, 1, 3 })
        {
            var entry = Sample.Of("x");
            ids.Add(Guid.NewGuid());
            await journal.AddAsync(ids[^1], entry with { Head = entry.Head with { Written = Sample.Written.AddHours(hours) } }, Cancel);
        }

        Assert.Equal([ids[1], ids[3], ids[2], ids[0]], (await journal.ListAsync(Cancel)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_kept_and_one_more_is_not()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        // Half in each of two answers; line breaks count once, as the browser's maxlength counts them.
        var half = string.Concat(Enumerable.Repeat("é\r\n", 5_000));
        Assert.IsType<SaveResult.Kept>(await journal.AddAsync(Guid.NewGuid(), Sample.Of(half, half), Cancel));
        Assert.Equal(new SaveResult.TooLong(20_001, 20_000), await journal.AddAsync(Guid.NewGuid(), Sample.Of(half, half + "x"), Cancel));
        Assert.Equal(new SaveResult.TooLong(20_001, 20_000), await journal.ChangeAsync(id, 1, Sample.Of(half, half + "x"), Cancel));
    }

    [Fact]
    public async Task Half_a_character_pair_harms_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        var id = Guid.NewGuid();
        Assert.Equal(new SaveResult.Kept(1), await journal.AddAsync(id, Sample.Of("cut \ud83d"), Cancel));
        Assert.Equal(new SaveResult.Kept(1), await journal.AddAsync(id, Sample.Of("cut \ud83d"), Cancel));
        Assert.IsType<ReadResult.Found>(await journal.ReadAsync(id, Cancel));
    }
}
