using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Adding and changing entries, inside a write.</summary>
internal static class EntryKeeping
{
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
        var inserted = await context.NewEntry.InsertAsync(row, key.Locator, form ?? row.Id, cancel);
        if (inserted == 0) return await WhyNotAsync(context, key, row, entry, cancel);
        if (form is { } used)
        {
            SpentForms.Add(context, used, now);
            await context.SaveChangesAsync(cancel);
        }

        return new SaveResult.Kept(row.Revision);
    }

    private static async Task<SaveResult> WhyNotAsync(JournalContext context, JournalKey key, EntryRow row, Entry entry, CancellationToken cancel)
    {
        if (!await context.Journals.AnyAsync(journal => journal.Id == key.Journal && journal.Locator == key.Locator, cancel)) throw new JournalStoreException(StoreFault.Gone);
        if (await FindAsync(context, key.Journal, row.Id, cancel) is { } kept) return SameOrConflict(kept, entry, key.DataKey);
        return new SaveResult.Spent();
    }

    /// <summary>Into a journal that was just made.</summary>
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
