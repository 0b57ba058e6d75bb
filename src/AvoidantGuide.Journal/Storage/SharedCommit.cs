using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace AvoidantGuide.Journal;

/// <summary>Several writes in one durable commit: one that fails leaves nothing behind and takes no other along.</summary>
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
        if (!await TogetherAsync(writes, context)) await ApartAsync(writes, context, connection);

        if (writes.Any(write => write is { Erases: true, Failure: null })) checkpoint.Run(connection);
        else checkpoint.RunIfOwed(connection);
    }

    /// <summary>Nearly always none of them fails, and then a savepoint for each would be half of the work.</summary>
    /// <returns>False when one did fail: nothing was kept.</returns>
    private static async Task<bool> TogetherAsync(IReadOnlyList<Write> writes, JournalContext context)
    {
        // IMMEDIATE: the provider's default. The write lock is taken before the first read, so nothing read goes stale.
        await using var transaction = await context.Database.BeginTransactionAsync();
        try
        {
            foreach (var write in writes) await RunAsync(write, context);
        }
        catch when (writes.Count > 1)
        {
            return false;
        }

        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Each behind a savepoint, once more from the start.</summary>
    private static async Task ApartAsync(IReadOnlyList<Write> writes, JournalContext context, SqliteConnection connection)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var write in writes)
        {
            await transaction.CreateSavepointAsync(Before);
            try
            {
                await RunAsync(write, context);
            }
            // A full disk makes SQLite undo the whole transaction, and with it the savepoint: then all of them have failed.
            catch (Exception error) when (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                await transaction.RollbackToSavepointAsync(Before);
                write.Failure = error;
            }

            await transaction.ReleaseSavepointAsync(Before);
        }

        await transaction.CommitAsync();
    }

    private static async Task RunAsync(Write write, JournalContext context)
    {
        context.ChangeTracker.Clear();
        await write.RunAsync(context);
    }
}
