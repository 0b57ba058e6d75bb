using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace AvoidantGuide.Journal;

/// <summary>Several writes in one durable commit, each behind a savepoint where there are several: one that fails leaves nothing behind and takes no other along.</summary>
internal sealed class SharedCommit(Lazy<PooledDbContextFactory<JournalContext>> contexts, Checkpoint checkpoint)
{
    private const string Before = "before";

    /// <summary>Throws when none of them is kept.</summary>
    public async Task RunAsync(IReadOnlyList<Write> writes)
    {
        await using var context = await contexts.Value.CreateDbContextAsync();
        // The savepoints here are all that is needed.
        context.Database.AutoSavepointsEnabled = false;
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // IMMEDIATE: the provider's default. The write lock is taken before the first read, so nothing read goes stale.
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            if (writes is [var only]) await only.RunAsync(context);
            else foreach (var write in writes) await RunAsync(write, context, transaction, connection);
            await transaction.CommitAsync();
        }

        if (writes.Any(write => write is { Erases: true, Failure: null })) checkpoint.Run(connection);
        else checkpoint.RunIfOwed(connection);
    }

    private static async Task RunAsync(Write write, JournalContext context, IDbContextTransaction transaction, SqliteConnection connection)
    {
        await transaction.CreateSavepointAsync(Before);
        try
        {
            await write.RunAsync(context);
        }
        // A full disk makes SQLite undo the whole transaction, and with it the savepoint: then all of them have failed.
        catch (Exception error) when (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            await transaction.RollbackToSavepointAsync(Before);
            write.Failure = error;
        }

        await transaction.ReleaseSavepointAsync(Before);
        context.ChangeTracker.Clear();
    }
}
