namespace AvoidantGuide.Journal.Tests;

public sealed class JournalStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journal_opens_with_its_words_after_a_restart_and_holds_what_was_written()
    {
        const string Words = "It was late, and the phone rang.\r\nÇà et là ☂ \0 \ud83d\ude00 <b>\"'";
        await using var store = await TemporaryStore.OpenAsync();
        var (first, code, id) = await store.NewJournalAsync(Words);
        first.Dispose();
        await store.RestartAsync();

        var typed = Assert.IsType<CodeReading.Ten>(JournalCode.Read(string.Join(' ', code.Words).ToUpperInvariant())).Code;
        using var journal = await store.Store.UnlockAsync(typed, SessionTimes.Default, Cancel);

        Assert.NotNull(journal);
        Assert.Equal(first.Id, journal.Id);
        var found = Assert.IsType<ReadResult.Found>(await journal.ReadAsync(id, Cancel));
        Assert.Equal(1, found.Revision);
        Assert.Equal(Sample.Show(Sample.Of(Words)), Sample.Show(found.Entry));
    }

    [Fact]
    public async Task A_code_that_nobody_has_opens_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Assert.Null(await store.Store.UnlockAsync(JournalCode.Generate(), SessionTimes.Default, Cancel));
    }

    [Fact]
    public async Task Two_journals_never_see_each_other()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (one, _, oneEntry) = await store.NewJournalAsync("one");
        var (other, _, _) = await store.NewJournalAsync("other");
        Assert.IsType<ReadResult.Missing>(await other.ReadAsync(oneEntry, Cancel));
        Assert.False(await other.DeleteAsync(oneEntry, Cancel));
        Assert.DoesNotContain(await other.ListAsync(Cancel), entry => entry.Id == oneEntry);
        // The same entry id in both is no conflict.
        Assert.Equal(new SaveResult.Kept(1), await other.AddAsync(oneEntry, Sample.Of("mine"), Cancel));
        Assert.IsType<ReadResult.Found>(await one.ReadAsync(oneEntry, Cancel));
    }

    [Fact]
    public async Task The_last_step_submitted_twice_makes_one_journal_with_one_entry()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var code = JournalCode.Generate();
        var (form, entry) = (Guid.NewGuid(), Guid.NewGuid());
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => store.Store.StartAsync(code, form, entry, Sample.Of("once"), SessionTimes.Default, Cancel), Cancel)));
        var made = Assert.Single(results, result => result.Journal is not null);
        Assert.Equal(new SaveResult.Kept(1), made.Save);
        Assert.All(results.Where(result => result != made), result => Assert.IsType<SaveResult.Spent>(result.Save));
        Assert.Single(await made.Journal!.ListAsync(Cancel));
        Assert.Equal(1, await store.CountAsync("Journals"));
    }

    [Fact]
    public async Task The_last_step_sent_again_opens_and_makes_nothing_whatever_happened_meanwhile()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var codes = new List<JournalCode>();
        foreach (var meanwhile in new Func<OpenJournal, Task>[]
        {
            journal => store.Store.LockAsync(journal.Secret!, Cancel),
            journal => journal.DeleteJournalAsync(Cancel),
            journal => store.Store.ChangeWordsAsync(journal, form: Guid.NewGuid(), JournalCode.Generate(), SessionTimes.Default, Cancel),
            journal => store.Store.UnlockAsync(codes[^1], SessionTimes.Default, Cancel),
            _ => Task.CompletedTask,
        })
        {
            var (code, form, entry) = (JournalCode.Generate(), Guid.NewGuid(), Guid.NewGuid());
            codes.Add(code);
            var first = await store.Store.StartAsync(code, form, entry, Sample.Of("once"), SessionTimes.Default, Cancel);
            await meanwhile(first.Journal!);
            var journals = await store.CountAsync("Journals");

            var again = await store.Store.StartAsync(code, form, entry, Sample.Of("once"), SessionTimes.Default, Cancel);

            Assert.Equal((null, new SaveResult.Spent()), (again.Journal, again.Save));
            Assert.Equal(journals, await store.CountAsync("Journals"));
        }
    }

    [Fact]
    public async Task A_form_begun_outside_is_kept_once_wherever_it_is_sent()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (form, entry) = (Guid.NewGuid(), Guid.NewGuid());
        var (mine, _, _) = await store.NewJournalAsync();
        var (other, _, _) = await store.NewJournalAsync();

        Assert.Equal(new SaveResult.Kept(1), await mine.AddAsync(entry, Sample.Of("once"), Cancel, form));
        Assert.Equal(new SaveResult.Kept(1), await mine.AddAsync(entry, Sample.Of("once"), Cancel, form));
        Assert.IsType<SaveResult.Spent>(await other.AddAsync(entry, Sample.Of("once"), Cancel, form));
        Assert.IsType<SaveResult.Spent>((await store.Store.StartAsync(JournalCode.Generate(), form, entry, Sample.Of("once"), SessionTimes.Default, Cancel)).Save);
        await mine.DeleteAsync(entry, Cancel);
        Assert.IsType<SaveResult.Spent>(await mine.AddAsync(entry, Sample.Of("once"), Cancel, form));
    }

    [Fact]
    public async Task The_same_entry_id_in_two_journals_can_be_deleted_in_both()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (one, _, entry) = await store.NewJournalAsync();
        var (other, _, _) = await store.NewJournalAsync();
        await other.AddAsync(entry, Sample.Of("mine"), Cancel);

        Assert.True(await one.DeleteAsync(entry, Cancel));
        Assert.True(await other.DeleteAsync(entry, Cancel));
    }

    [Fact]
    public async Task What_is_known_of_a_spent_form_names_no_journal_and_goes_after_a_month()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Assert.Equal(0, await store.ScalarAsync("SELECT COUNT(*) FROM Spent JOIN Entries ON Spent.Id = Entries.Id"));
        await store.Sweep.SweepAsync(store.Time.GetUtcNow() + TimeSpan.FromDays(29), Cancel);
        Assert.Equal(1, await store.CountAsync("Spent"));
        await store.Sweep.SweepAsync(store.Time.GetUtcNow() + TimeSpan.FromDays(30), Cancel);
        Assert.Equal(0, await store.CountAsync("Spent"));
    }

    [Fact]
    public async Task A_first_entry_that_holds_the_words_or_is_too_long_makes_no_journal()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var code = JournalCode.Generate();
        var holds = await store.Store.StartAsync(code, form: Guid.NewGuid(), Guid.NewGuid(), Sample.Of(string.Join(' ', code.Words)), SessionTimes.Default, Cancel);
        var tooLong = await store.Store.StartAsync(code, form: Guid.NewGuid(), Guid.NewGuid(), Sample.Of(new string('a', 20_001)), SessionTimes.Default, Cancel);
        Assert.Equal((null, new SaveResult.HoldsCode()), (holds.Journal, holds.Save));
        Assert.Equal((null, new SaveResult.TooLong(20_001, 20_000)), (tooLong.Journal, tooLong.Save));
        Assert.Equal(0, await store.CountAsync("Journals"));
        Assert.Equal(0, await store.CountAsync("Sessions"));
    }

    [Fact]
    public async Task A_deleted_journal_is_gone_with_its_entries_and_sessions()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, _) = await store.NewJournalAsync();
        var (kept, keptCode, _) = await store.NewJournalAsync();
        await journal.DeleteJournalAsync(Cancel);
        Assert.Null(await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel));
        Assert.Null(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        Assert.Empty(await journal.ListAsync(Cancel));
        var gone = await Assert.ThrowsAsync<JournalStoreException>(() => journal.AddAsync(Guid.NewGuid(), Sample.Of("late"), Cancel));
        Assert.Equal(StoreFault.Gone, gone.Fault);
        Assert.NotNull(await store.Store.UnlockAsync(keptCode, SessionTimes.Default, Cancel));
        Assert.Equal(1, await store.CountAsync("Entries"));
        Assert.Equal(kept.Id, (await store.Store.ResumeAsync(kept.Secret!, Cancel))!.Id);
    }

    [Fact]
    public async Task New_words_open_everything_and_the_old_ones_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (old, oldCode, first) = await store.NewJournalAsync("first");
        var second = Guid.NewGuid();
        await old.AddAsync(second, Sample.Of("second"), Cancel);
        await old.ChangeAsync(second, 1, Sample.Of("second, changed"), Cancel);
        await old.ChangePreferencesAsync(now => now with { TimeZone = "Asia/Tokyo" }, Cancel);
        var before = await store.BlobsAsync();

        var code = JournalCode.Generate();
        using var changed = await store.Store.ChangeWordsAsync(old, form: Guid.NewGuid(), code, SessionTimes.Default, Cancel);

        Assert.Empty(before.Intersect(await store.BlobsAsync(), StringComparer.Ordinal));
        Assert.Null(await store.Store.UnlockAsync(oldCode, SessionTimes.Default, Cancel));
        Assert.Null(await store.Store.ResumeAsync(old.Secret!, Cancel));
        Assert.Equal(StoreFault.Gone, (await Assert.ThrowsAsync<JournalStoreException>(() => old.AddAsync(Guid.NewGuid(), Sample.Of("x"), Cancel))).Fault);
        using var opened = (await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel))!;
        Assert.Equal(old.Id, opened.Id);
        Assert.Equal(["first"], Sample.Texts(Assert.IsType<ReadResult.Found>(await opened.ReadAsync(first, Cancel)).Entry));
        var found = Assert.IsType<ReadResult.Found>(await opened.ReadAsync(second, Cancel));
        Assert.Equal((2, "second, changed"), (found.Revision, Sample.Texts(found.Entry)[0]));
        Assert.Equal("Asia/Tokyo", (await opened.ReadPreferencesAsync(Cancel)).TimeZone);
        Assert.NotNull(await store.Store.ResumeAsync(changed!.Secret!, Cancel));
    }

    [Fact]
    public async Task Preferences_are_kept_and_their_times_hold_from_the_next_request_on()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, _) = await store.NewJournalAsync();
        Assert.Equivalent(Preferences.Default, await journal.ReadPreferencesAsync(Cancel), strict: true);
        var times = new SessionTimes(TimeSpan.FromMinutes(90), TimeSpan.FromHours(8));
        var wanted = new Preferences(times, Spellcheck: true, "America/La_Paz")
        {
            Signs = [new OwnSign(Guid.NewGuid(), "my jaw sets")],
            People = [new Person(Guid.NewGuid(), "K")],
        };
        await journal.ChangePreferencesAsync(_ => Preferences.Default, Cancel);
        await journal.ChangePreferencesAsync(_ => wanted, Cancel);

        Assert.Equivalent(wanted, await journal.ReadPreferencesAsync(Cancel), strict: true);
        store.Time.Now += TimeSpan.FromMinutes(89);
        using var resumed = await store.Store.ResumeAsync(journal.Secret!, Cancel);
        Assert.Equal(times, resumed?.Times);
        using var unlocked = await store.Store.UnlockAsync(code, times: null, Cancel);
        Assert.Equal(times, unlocked?.Times);
    }
}
