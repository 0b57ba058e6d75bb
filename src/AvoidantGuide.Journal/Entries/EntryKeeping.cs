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

    public static async Task<SaveResult> AddAsync(
        JournalContext context, Guid journal, byte[] dataKey, Guid entryId, Entry entry, CancellationToken cancel)
    {
        if (await FindAsync(context, journal, entryId, cancel) is { } kept) return SameOrConflict(kept, entry, dataKey);
        var row = new EntryRow { JournalId = journal, Id = entryId, Revision = 1 };
        EntrySeal.Seal(row, entry, dataKey);
        context.Add(row);
        await context.SaveChangesAsync(cancel);
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
