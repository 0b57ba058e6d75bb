using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Journal.Tests.Storage;

[Trait("Store", "file")]
public sealed class CheckpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deletion_or_change_leaves_an_empty_log()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        await journal.AddAsync(Guid.NewGuid(), Sample.Of("x"), Cancel);
        Assert.NotEqual(0, LogLength(store));
        await journal.ChangeAsync(id, 1, Sample.Of("y"), Cancel);
        Assert.Equal(0, LogLength(store));
        await journal.AddAsync(Guid.NewGuid(), Sample.Of("x"), Cancel);
        await journal.DeleteAsync(id, Cancel);
        Assert.Equal(0, LogLength(store));
        await store.Store.LockAsync(journal.Secret!, Cancel);
        Assert.Equal(0, LogLength(store));
    }

    [Fact]
    public async Task A_log_that_a_reader_holds_back_is_emptied_by_a_later_write()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        await using (var reader = new SqliteConnection($"{store.ConnectionString};Mode=ReadOnly;Pooling=False"))
        {
            await reader.OpenAsync(Cancel);
            await using var transaction = reader.BeginTransaction(deferred: true);
            await using var command = new SqliteCommand("SELECT COUNT(*) FROM Entries", reader, transaction);
            Assert.Equal(1L, await command.ExecuteScalarAsync(Cancel));
            Assert.True(await journal.DeleteAsync(id, Cancel));
            Assert.NotEqual(0, LogLength(store));
            // Reading in its own past: the deletion did not disturb it.
            Assert.Equal(1L, await command.ExecuteScalarAsync(Cancel));
        }

        // Not tried again at once, so that writers do not all wait for a long backup.
        await journal.AddAsync(Guid.NewGuid(), Sample.Of("x"), Cancel);
        Assert.NotEqual(0, LogLength(store));
        store.Time.Now += TimeSpan.FromSeconds(5);
        await journal.AddAsync(Guid.NewGuid(), Sample.Of("x"), Cancel);
        Assert.Equal(0, LogLength(store));
    }

    private static long LogLength(TemporaryStore store) => new FileInfo(store.File + "-wal").Length;
}
