using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AvoidantGuide.Journal;

/// <summary>
/// Copies a store that no server is running on into an empty one of the other kind: all of it in one commit, compared row by row
/// before that, or nothing. What is encrypted stays so; no code is needed. Sessions end. Messages are one line for the operator.
/// </summary>
public static class StoreMove
{
    private const int RowsAtOnce = 100;

    /// <param name="from">The provider of the store that is moved; the other one's is <paramref name="target"/>.</param>
    /// <exception cref="JournalSetupException">One of the two cannot be opened.</exception>
    /// <exception cref="JournalStoreException">Nothing was copied.</exception>
    public static async Task<MoveResult> RunAsync(JournalProvider from, string source, string target, TimeProvider time, CancellationToken cancel)
    {
        // Opening makes a file where there is none, and an empty store would seem to have been moved.
        if (from == JournalProvider.Sqlite && new DataFolder(source) is { Database: var file } && !File.Exists(file)) return new MoveResult(Done: false, $"Not moved: there is no store at {file}.", 0, 0);
        using var old = Open(from, source, time);
        using var coming = Open(from == JournalProvider.Sqlite ? JournalProvider.Postgres : JournalProvider.Sqlite, target, time);
        await old.OpenAsync(cancel);
        await coming.OpenAsync(cancel);
        if (await old.IsServedAsync(cancel) || await coming.IsServedAsync(cancel))
            return new MoveResult(Done: false, "Not moved: a server is running on the database. Stop every one of them first.", 0, 0);
        return await coming.WriteAsync(journal: null, (context, token) => CopyAsync(old, context, token), cancel, WriteKind.Alone);
    }

    private static JournalDatabase Open(JournalProvider provider, string connection, TimeProvider time) => new(
        provider == JournalProvider.Sqlite ? connection : new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "AvoidantGuide move" }.ConnectionString,
        time,
        provider: provider);

    private static async Task<MoveResult> CopyAsync(JournalDatabase from, JournalContext target, CancellationToken cancel)
    {
        if (await target.Journals.AnyAsync(cancel) || await target.Spent.AnyAsync(cancel) || await target.Sweeps.AnyAsync(cancel))
            return new MoveResult(Done: false, "Not moved: there is a store already where this one should go. Name an empty database, or a file that does not exist.", 0, 0);
        var copied = await from.ReadAsync(
            async (source, token) =>
            {
                // All of it as it was at one moment.
                await using var moment = await source.Database.BeginTransactionAsync(IsolationLevel.Serializable, token);
                var digest = new StoreDigest();
                await foreach (var rows in ChunksAsync(source, token))
                {
                    foreach (var row in rows) digest.Add(row);
                    target.AddRange(rows);
                    await target.SaveChangesAsync(token);
                    target.ChangeTracker.Clear();
                }

                return digest;
            },
            cancel);
        var there = new StoreDigest();
        await foreach (var rows in ChunksAsync(target, cancel))
            foreach (var row in rows) there.Add(row);
        if (!there.Equals(copied)) throw new JournalStoreException(StoreFault.Damaged);
        return new MoveResult(Done: true, $"Moved {copied.Journals} journals with {copied.Entries} entries, each compared with what it was.", copied.Journals, copied.Entries);
    }

    private static async IAsyncEnumerable<IReadOnlyList<object>> ChunksAsync(JournalContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return await context.Sweeps.AsNoTracking().ToListAsync(cancel);
        for (var after = Guid.Empty; ;)
        {
            var start = after;
            var spent = await context.Spent.AsNoTracking().Where(row => row.Id > start).OrderBy(row => row.Id).Take(RowsAtOnce).ToListAsync(cancel);
            if (spent.Count == 0) break;
            after = spent[^1].Id;
            yield return spent;
        }

        for (var after = Guid.Empty; ;)
        {
            var start = after;
            var journals = await context.Journals.AsNoTracking().Where(row => row.Id > start).OrderBy(row => row.Id).Take(RowsAtOnce).ToListAsync(cancel);
            if (journals.Count == 0) break;
            after = journals[^1].Id;
            yield return journals;
            foreach (var journal in journals)
                await foreach (var entries in EntriesAsync(context, journal.Id, cancel)) yield return entries;
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<EntryRow>> EntriesAsync(JournalContext context, Guid journal, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = Guid.Empty; ;)
        {
            var start = after;
            var entries = await context.Entries.AsNoTracking().Where(row => row.JournalId == journal && row.Id > start).OrderBy(row => row.Id).Take(RowsAtOnce).ToListAsync(cancel);
            if (entries.Count > 0) yield return entries;
            if (entries.Count < RowsAtOnce) yield break;
            after = entries[^1].Id;
        }
    }
}

/// <param name="Done">Everything is in the other store now, and still in this one.</param>
public sealed record MoveResult(bool Done, string Message, long Journals, long Entries);
