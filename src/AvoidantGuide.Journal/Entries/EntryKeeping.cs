using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Adding and changing entries, inside a write.</summary>
internal static class EntryKeeping
{
    private sealed record Look(bool IsKept, bool IsSpent);

    // Compiled for each engine: a compiled query belongs to one model.
    private static readonly ConcurrentDictionary<Type, Func<JournalContext, Guid, byte[], Guid, Guid, CancellationToken, Task<Look?>>> _looks = new();

    /// <summary>Everything that a new entry depends on, asked once; null when the journal is not there under these words.</summary>
    private static Func<JournalContext, Guid, byte[], Guid, Guid, CancellationToken, Task<Look?>> Looking() => EF.CompileAsyncQuery(
        (JournalContext context, Guid journal, byte[] locator, Guid entry, Guid form, CancellationToken _) => context.Journals
            .Where(row => row.Id == journal && row.Locator == locator)
            .Select(_ => new Look(
                context.Entries.Any(kept => kept.JournalId == journal && kept.Id == entry),
                context.Spent.Any(spent => spent.Id == entry || spent.Id == form)))
            .SingleOrDefault());

    /// <summary>Null when the entry may be kept.</summary>
    public static SaveResult? Refusal(Entry entry, byte[] locator)
    {
        var characters = EntryLimits.Count(entry.Answers);
        if (characters > EntryLimits.Characters) return new SaveResult.TooLong(characters, EntryLimits.Characters);
        return CodeInText.Holds(entry, locator) ? new SaveResult.HoldsCode() : null;
    }

    /// <summary>A new entry as it is stored. Needs no store, so nobody's commit waits for it.</summary>
    public static EntryRow Sealed(JournalKey key, Guid entryId, Entry entry)
    {
        var row = new EntryRow { JournalId = key.Journal, Id = entryId, Revision = 1 };
        EntrySeal.Seal(row, entry, key.DataKey);
        return row;
    }

    /// <param name="form">Of a form that was begun outside any journal.</param>
    public static async Task<SaveResult> AddAsync(
        JournalContext context, JournalKey key, EntryRow row, Entry entry, Guid? form, DateTimeOffset now, CancellationToken cancel)
    {
        // With the words changed or the journal deleted meanwhile, our key would make an entry that nobody can read.
        var found = await _looks.GetOrAdd(context.GetType(), static _ => Looking())(context, key.Journal, key.Locator, row.Id, form ?? row.Id, cancel) ?? throw new JournalStoreException(StoreFault.Gone);
        if (found.IsKept && await FindAsync(context, key.Journal, row.Id, cancel) is { } kept) return SameOrConflict(kept, entry, key.DataKey);
        if (found.IsSpent) return new SaveResult.Spent();
        if (form is { } used)
        {
            SpentForms.Add(context, used, now);
            await context.SaveChangesAsync(cancel);
        }

        return await InsertAsync(context, row, cancel);
    }

    /// <summary>The one row that is written often enough to go past the change tracker (decision 0012).</summary>
    public static async Task<SaveResult> InsertAsync(JournalContext context, EntryRow row, CancellationToken cancel)
    {
        await context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Entries" ("JournalId", "Id", "Revision", "Head", "Body") VALUES ({row.JournalId}, {row.Id}, {row.Revision}, {row.Head}, {row.Body})""", cancel);
        return new SaveResult.Kept(row.Revision);
    }

    public static async Task<SaveResult> ChangeAsync(
        JournalContext context, Guid journal, byte[] dataKey, Guid entryId, long revision, Entry entry, CancellationToken cancel)
    {
        if (await FindAsync(context, journal, entryId, cancel) is not { } row) return new SaveResult.Conflict(Current: null, Revision: 0);
        if (row.Revision != revision) return SameOrConflict(row, entry, dataKey);
        row.Revision++;
        EntrySeal.Seal(row, entry, dataKey);
        await context.SaveChangesAsync(cancel);
        return new SaveResult.Kept(row.Revision);
    }

    public static Task<EntryRow?> FindAsync(JournalContext context, Guid journal, Guid entryId, CancellationToken cancel) =>
        context.Entries.SingleOrDefaultAsync(row => row.JournalId == journal && row.Id == entryId, cancel);

    private static SaveResult SameOrConflict(EntryRow kept, Entry entry, byte[] dataKey)
    {
        var current = EntrySeal.Open(kept, dataKey);
        return current is not null && EntryContent.AreSame(current, entry)
            ? new SaveResult.Kept(kept.Revision)
            : new SaveResult.Conflict(current, kept.Revision);
    }
}
