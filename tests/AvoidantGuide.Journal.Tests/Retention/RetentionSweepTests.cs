namespace AvoidantGuide.Journal.Tests.Retention;

public sealed class RetentionSweepTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journal_unopened_for_its_time_is_marked_and_removed_thirty_days_later()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, _) = await store.NewJournalAsync();
        Assert.Equal(new DateOnly(2028, 12, 1), journal.KeptUntil);
        store.Time.Now = new DateTimeOffset(2028, 11, 30, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(new SweepResult(0, 0, null), await SweepAsync(store));
        store.Time.Now += TimeSpan.FromDays(1);
        Assert.Equal(new SweepResult(1, 0, null), await SweepAsync(store));
        Assert.All(await SweepDailyAsync(store, 29), result => Assert.Equal(new SweepResult(0, 0, null), result));
        Assert.Equal(new SweepResult(0, 1, null), Assert.Single(await SweepDailyAsync(store, 1)));
        Assert.Null(await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel));
        Assert.Equal(0, await store.CountAsync("Entries"));
        if (store.Provider == JournalProvider.Sqlite) Assert.Equal(0, new FileInfo(store.File + "-wal").Length);
    }

    [Fact]
    public async Task Opening_takes_the_mark_off()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (_, code, _) = await store.NewJournalAsync();
        store.Time.Now = new DateTimeOffset(2028, 12, 1, 4, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, (await SweepAsync(store)).Marked);
        await SweepDailyAsync(store, 29);
        using var journal = await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel);
        Assert.Equal(new DateOnly(2031, 1, 1), journal!.KeptUntil);
        Assert.All(await SweepDailyAsync(store, 60), result => Assert.Equal(new SweepResult(0, 0, null), result));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3650)]
    [InlineData(-3)]
    [InlineData(-3650)]
    public async Task A_clock_that_jumps_stops_the_sweeping_and_takes_all_marks_off(int days)
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        store.Time.Now = new DateTimeOffset(2029, 1, 1, 4, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, (await SweepAsync(store)).Marked);
        store.Time.Now += TimeSpan.FromDays(days);
        var stopped = await SweepAsync(store);
        Assert.Equal((0, 0), (stopped.Marked, stopped.Removed));
        Assert.Contains("The clock went from 2029-01-01", stopped.Stopped, StringComparison.Ordinal);
        Assert.Equal(0, await store.ScalarAsync("SELECT COUNT(*) FROM Journals WHERE MarkedOn IS NOT NULL"));
        // A clock that stays wrong for a month still removes nothing, and says so every day.
        Assert.All(await SweepDailyAsync(store, 29), result => Assert.NotNull(result.Stopped));
        Assert.Equal(1, await store.CountAsync("Journals"));
    }

    [Fact]
    public async Task After_thirty_days_of_a_steady_clock_sweeping_goes_on()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        await SweepAsync(store);
        store.Time.Now = new DateTimeOffset(2029, 1, 1, 4, 0, 0, TimeSpan.Zero);
        Assert.NotNull((await SweepAsync(store)).Stopped);
        var results = await SweepDailyAsync(store, 60);
        Assert.Equal((29, 1), (results.FindIndex(result => result.Marked == 1), results.Sum(result => result.Removed)));
    }

    [Fact]
    public async Task A_clock_that_was_back_when_a_journal_was_used_does_not_make_it_look_old()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await SweepAsync(store);
        var (_, code, _) = await store.NewJournalAsync();
        store.Time.Now -= TimeSpan.FromDays(3650);
        var (made, _, _) = await store.NewJournalAsync();
        using var opened = await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel);
        Assert.Equal(new DateOnly(2028, 12, 1), opened!.KeptUntil);
        Assert.Equal(new DateOnly(2028, 12, 1), made.KeptUntil);
    }

    private static Task<SweepResult> SweepAsync(TemporaryStore store) => store.Sweep.SweepAsync(store.Time.Now, Cancel);

    private static async Task<List<SweepResult>> SweepDailyAsync(TemporaryStore store, int days)
    {
        var results = new List<SweepResult>();
        for (var day = 0; day < days; day++)
        {
            store.Time.Now += TimeSpan.FromDays(1);
            results.Add(await SweepAsync(store));
        }

        return results;
    }
}
