using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal.Tests.Storage;

[Trait("Store", "file")]
public sealed class SharedCommitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saves_that_wait_share_one_commit_and_one_that_does_not_has_its_own()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        var before = WriteAheadLog.Commits(store);
        await journal.AddAsync(Guid.NewGuid(), Sample.Of("alone"), Cancel);
        Assert.Equal(before + 1, WriteAheadLog.Commits(store));

        var gate = await ShutGate.ShutAsync(store.Database);
        var saves = Saves(journal, 50);
        Assert.DoesNotContain(saves, save => save.IsCompleted);
        await gate.OpenAsync();

        Assert.All(await Task.WhenAll(saves), save => Assert.Equal(new SaveResult.Kept(1), save));
        Assert.Equal(before + 2, WriteAheadLog.Commits(store));
        Assert.Equal(52, (await journal.ListAsync(Cancel)).Count);
    }

    [Fact]
    public async Task A_save_that_names_someone_for_the_first_time_is_one_commit_and_one_that_is_not_kept_changes_no_list()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        var (entry, person) = (Guid.NewGuid(), new Person(Guid.NewGuid(), "A friend"));
        var before = WriteAheadLog.Commits(store);

        Assert.Equal(new SaveResult.Kept(1), await journal.AddAsync(entry, Sample.Of("one"), Cancel, form: null, now => now with { People = [person] }));
        Assert.Equal(before + 1, WriteAheadLog.Commits(store));
        Assert.Equal([person], (await journal.ReadPreferencesAsync(Cancel)).People);

        Assert.IsType<SaveResult.Conflict>(await journal.AddAsync(entry, Sample.Of("another"), Cancel, form: null, now => now with { People = [] }));
        Assert.IsType<SaveResult.Conflict>(await journal.ChangeAsync(entry, 7, Sample.Of("another"), Cancel, now => now with { People = [] }));
        Assert.Equal([person], (await journal.ReadPreferencesAsync(Cancel)).People);

        Assert.Equal(new SaveResult.Kept(2), await journal.ChangeAsync(entry, 1, Sample.Of("two"), Cancel, now => now with { People = [] }));
        Assert.Empty((await journal.ReadPreferencesAsync(Cancel)).People);
    }

    [Fact]
    public async Task Sixteen_writers_with_twenty_five_saves_each_keep_every_one_of_them_once()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, first) = await store.NewJournalAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(
            async () =>
            {
                var kept = new List<Guid>();
                for (var save = 0; save < 25; save++)
                {
                    kept.Add(Guid.NewGuid());
                    Assert.Equal(new SaveResult.Kept(1), await journal.AddAsync(kept[^1], Sample.Of($"{writer} {save}"), Cancel));
                    // Acknowledged, so whoever reads now finds it.
                    Assert.IsType<ReadResult.Found>(await journal.ReadAsync(kept[^1], Cancel));
                }

                return kept;
            },
            Cancel)));
        Assert.Equal(ids.SelectMany(some => some).Append(first).Order(), (await journal.ListAsync(Cancel)).Select(entry => entry.Id).Order());
    }

    [Fact]
    public async Task Deletions_that_wait_empty_the_log_together_before_anyone_hears_of_them()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        await Task.WhenAll(Saves(journal, 10));
        var ids = (await journal.ListAsync(Cancel)).Select(entry => entry.Id).ToList();

        var gate = await ShutGate.ShutAsync(store.Database);
        var deletions = ids.ConvertAll(async id =>
        {
            Assert.True(await journal.DeleteAsync(id, Cancel));
            return WriteAheadLog.Length(store);
        });
        var saves = Saves(journal, 3);
        await gate.OpenAsync();

        Assert.All(await Task.WhenAll(deletions), length => Assert.Equal(0, length));
        await Task.WhenAll(saves);
        Assert.Equal(3, (await journal.ListAsync(Cancel)).Count);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_every_save_in_it_and_takes_nothing_that_was_acknowledged()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, acknowledged) = await store.NewJournalAsync();
        var gate = await ShutGate.ShutAsync(store.Database);
        var saves = Saves(journal, 3);
        // Found out by the commit, not before: an entry of no journal.
        var orphan = store.Database.WriteAsync(journal: null,
            async (context, token) =>
            {
                await context.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys=ON", token);
                context.Add(new EntryRow { JournalId = Guid.NewGuid(), Id = Guid.NewGuid(), Revision = 1 });
                return await context.SaveChangesAsync(token);
            },
            Cancel);
        saves = [.. saves, .. Saves(journal, 3)];
        await gate.OpenAsync();

        await Assert.ThrowsAsync<JournalStoreException>(() => orphan);
        foreach (var save in saves) await Assert.ThrowsAsync<JournalStoreException>(() => save);
        Assert.Equal([acknowledged], (await journal.ListAsync(Cancel)).Select(entry => entry.Id));
        Assert.Equal(new SaveResult.Kept(1), await journal.AddAsync(Guid.NewGuid(), Sample.Of("after"), Cancel));
    }

    [Fact]
    public async Task A_full_disk_fails_what_waited_with_the_reason_and_the_same_saves_are_kept_once_there_is_room()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, acknowledged) = await store.NewJournalAsync();
        Task LimitAsync(FormattableString pragma) => store.Database.ReadAsync((context, cancel) => context.Database.ExecuteSqlAsync(pragma, cancel), Cancel);
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        await LimitAsync($"PRAGMA max_page_count=1");
        var gate = await ShutGate.ShutAsync(store.Database);
        var saves = ids.ConvertAll(id => journal.AddAsync(id, Sample.Of(new string('a', 19_000)), Cancel));
        await gate.OpenAsync();
        foreach (var save in saves) Assert.Equal(StoreFault.Full, (await Assert.ThrowsAsync<JournalStoreException>(() => save)).Fault);
        Assert.Equal([acknowledged], (await journal.ListAsync(Cancel)).Select(entry => entry.Id));

        await LimitAsync($"PRAGMA max_page_count=1073741823");
        Assert.All(await Task.WhenAll(ids.Select(id => journal.AddAsync(id, Sample.Of(new string('a', 19_000)), Cancel))), save => Assert.Equal(new SaveResult.Kept(1), save));
        Assert.Equal(6, (await journal.ListAsync(Cancel)).Count);
    }

    [Fact]
    public async Task Reading_waits_for_no_write()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        var gate = await ShutGate.ShutAsync(store.Database);
        var save = journal.AddAsync(Guid.NewGuid(), Sample.Of("not yet"), Cancel);
        // What is not durable is not shown either.
        Assert.Equal(id, Assert.Single(await journal.ListAsync(Cancel)).Id);
        Assert.IsType<ReadResult.Found>(await journal.ReadAsync(id, Cancel));
        Assert.NotNull(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        Assert.False(save.IsCompleted);
        await gate.OpenAsync();
        Assert.Equal(new SaveResult.Kept(1), await save);
    }

    [Fact]
    public async Task Saves_go_on_while_a_reader_stays_in_the_past()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        await using var reader = new SqliteConnection($"{store.ConnectionString};Mode=ReadOnly;Pooling=False");
        await reader.OpenAsync(Cancel);
        await using var transaction = reader.BeginTransaction(deferred: true);
        await using var count = new SqliteCommand("SELECT COUNT(*) FROM Entries", reader, transaction);
        Assert.Equal(1L, await count.ExecuteScalarAsync(Cancel));
        Assert.All(await Task.WhenAll(Saves(journal, 40)), save => Assert.Equal(new SaveResult.Kept(1), save));
        Assert.Equal(1L, await count.ExecuteScalarAsync(Cancel));
        Assert.Equal(41, (await journal.ListAsync(Cancel)).Count);
    }

    private static Task<SaveResult>[] Saves(OpenJournal journal, int count) =>
        [.. Enumerable.Range(0, count).Select(i => journal.AddAsync(Guid.NewGuid(), Sample.Of($"save {i}"), Cancel))];
}
