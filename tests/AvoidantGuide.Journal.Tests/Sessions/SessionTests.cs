namespace AvoidantGuide.Journal.Tests.Sessions;

public sealed class SessionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_is_resumed_by_the_next_request_and_after_a_restart()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        await store.RestartAsync();
        using var resumed = await store.Store.ResumeAsync(journal.Secret!, Cancel);
        Assert.NotNull(resumed);
        Assert.Null(resumed.Secret);
        Assert.IsType<ReadResult.Found>(await resumed.ReadAsync(id, Cancel));
    }

    [Fact]
    public async Task A_right_code_always_opens_and_the_sessions_of_one_journal_stay_few()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (first, code, _) = await store.NewJournalAsync();
        var (other, _, _) = await store.NewJournalAsync();
        var secrets = new List<string>();
        for (var opened = 0; opened < Session.Most; opened++)
        {
            store.Time.Now += TimeSpan.FromSeconds(1);
            using var journal = await store.Store.UnlockAsync(code, times: null, Cancel);
            secrets.Add(journal!.Secret!);
        }

        Assert.Equal(Session.Most + 1, await store.CountAsync("Sessions"));
        Assert.Null(await store.Store.ResumeAsync(first.Secret!, Cancel));
        Assert.NotNull(await store.Store.ResumeAsync(secrets[0], Cancel));
        Assert.NotNull(await store.Store.ResumeAsync(secrets[^1], Cancel));
        Assert.NotNull(await store.Store.ResumeAsync(other.Secret!, Cancel));
    }

    [Fact]
    public async Task A_session_ends_after_its_idle_time()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        store.Time.Now += TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1);
        Assert.NotNull(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        store.Time.Now += TimeSpan.FromMinutes(20);
        Assert.Null(await store.Store.ResumeAsync(journal.Secret!, Cancel));
    }

    [Fact]
    public async Task A_session_ends_after_its_total_time_however_busy()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        for (var minutes = 0; minutes < 119; minutes++)
        {
            store.Time.Now += TimeSpan.FromMinutes(1);
            Assert.NotNull(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        }

        store.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Null(await store.Store.ResumeAsync(journal.Secret!, Cancel));
    }

    [Fact]
    public async Task When_someone_was_last_there_is_written_at_most_once_a_minute()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        var made = await store.ScalarAsync("SELECT SeenAt FROM Sessions");
        store.Time.Now += TimeSpan.FromSeconds(59);
        await store.Store.ResumeAsync(journal.Secret!, Cancel);
        Assert.Equal(made, await store.ScalarAsync("SELECT SeenAt FROM Sessions"));
        store.Time.Now += TimeSpan.FromSeconds(1);
        await store.Store.ResumeAsync(journal.Secret!, Cancel);
        Assert.Equal(made + 60, await store.ScalarAsync("SELECT SeenAt FROM Sessions"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3650)]
    public async Task A_session_from_the_future_is_dead(int days)
    {
        await using var store = await TemporaryStore.OpenAsync();
        store.Time.Now += TimeSpan.FromDays(days);
        var (journal, code, _) = await store.NewJournalAsync();
        store.Time.Now -= TimeSpan.FromDays(days);
        Assert.Null(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        // And stays so when the clock gets there.
        store.Time.Now += TimeSpan.FromDays(days);
        Assert.Null(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        Assert.NotNull(await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel));
    }

    [Fact]
    public async Task Locking_ends_this_session_and_no_other_and_may_be_done_twice()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, _) = await store.NewJournalAsync();
        using var other = await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel);
        await store.Store.LockAsync(journal.Secret!, Cancel);
        await store.Store.LockAsync(journal.Secret!, Cancel);
        Assert.Null(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        Assert.NotNull(await store.Store.ResumeAsync(other!.Secret!, Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a cookie that was never ours and is much too long to be one of ours, really")]
    public async Task A_secret_that_was_never_given_out_opens_nothing_and_locks_nothing(string secret)
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Assert.Null(await store.Store.ResumeAsync(secret, Cancel));
        await store.Store.LockAsync(secret, Cancel);
        Assert.Equal(1, await store.CountAsync("Sessions"));
    }

    [Fact]
    public async Task A_session_moved_to_another_journal_or_secret_opens_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (one, _, _) = await store.NewJournalAsync();
        var (other, _, _) = await store.NewJournalAsync();
        await store.RunAsync("UPDATE Sessions SET JournalId = @one", ("@one", one.Id));
        Assert.NotNull(await store.Store.ResumeAsync(one.Secret!, Cancel));
        Assert.Null(await store.Store.ResumeAsync(other.Secret!, Cancel));
    }

    [Fact]
    public async Task Sessions_that_are_over_are_removed_when_their_journal_is_opened_and_by_the_server_in_time()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (_, code, _) = await store.NewJournalAsync();
        for (var i = 0; i < 5; i++) await store.NewJournalAsync();
        store.Time.Now += TimeSpan.FromMinutes(21);
        Assert.NotNull(await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel));
        Assert.Equal(6, await store.CountAsync("Sessions"));
        await store.Sweep.EndSessionsAsync(store.Time.Now, Cancel);
        Assert.Equal(1, await store.CountAsync("Sessions"));
    }

    [Fact]
    public async Task No_session_lives_longer_than_ten_times_the_default()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (_, code, _) = await store.NewJournalAsync();
        using var journal = await store.Store.UnlockAsync(code, new SessionTimes(TimeSpan.FromDays(9), TimeSpan.FromDays(9)), Cancel);
        Assert.Equal(new SessionTimes(TimeSpan.FromMinutes(200), TimeSpan.FromHours(20)), journal!.Times);
    }

    [Fact]
    public async Task Disposing_wipes_the_data_key()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        Assert.Contains(journal.Key.DataKey, part => part != 0);
        journal.Dispose();
        Assert.All(journal.Key.DataKey, part => Assert.Equal(0, part));
    }
}
