using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>New words for a journal: a new data key, and every blob sealed again under it, in one commit.</summary>
internal static class ChangedWords
{
    /// <returns>The new key. The caller disposes it.</returns>
    public static async Task<JournalKey> ApplyAsync(
        JournalContext context, JournalRow journal, JournalKey old, JournalCode code, CancellationToken cancel)
    {
        var key = old with { Locator = KeyDerivation.Locator(code), DataKey = RandomNumberGenerator.GetBytes(KeyDerivation.KeySize) };
        try
        {
            journal.Locator = key.Locator;
            journal.WrappedKey = key.Wrap(code);
            if (journal.Preferences is { } blob
                && PreferencesSeal.Open(blob, old.DataKey, journal.Id, journal.PreferencesRevision) is { } preferences)
            {
                journal.Preferences = PreferencesSeal.Seal(preferences, key.DataKey, journal.Id, journal.PreferencesRevision);
            }

            await context.SaveChangesAsync(cancel);
            foreach (var id in await context.Entries.Where(row => row.JournalId == journal.Id).Select(row => row.Id).ToListAsync(cancel))
            {
                var row = await context.Entries.SingleAsync(entry => entry.JournalId == journal.Id && entry.Id == id, cancel);
                Reseal(row, old.DataKey, key.DataKey);
                await context.SaveChangesAsync(cancel);
                context.Entry(row).State = EntityState.Detached;
            }

            // Other sessions hold the old key, which opens nothing any more.
            await context.Sessions.Where(row => row.JournalId == journal.Id).ExecuteDeleteAsync(cancel);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    // A damaged part stays as it is, and damaged; the other part of the entry stays readable.
    private static void Reseal(EntryRow row, byte[] old, byte[] dataKey)
    {
        if (EntrySeal.OpenHead(row.Head, old, row.JournalId, row.Id, row.Revision) is { } head)
        {
            row.Head = EntrySeal.SealHead(head, dataKey, row.JournalId, row.Id, row.Revision);
        }

        if (EntrySeal.OpenBody(row, old) is { } answers)
        {
            row.Body = EntrySeal.SealBody(answers, dataKey, row.JournalId, row.Id, row.Revision);
        }
    }
}
