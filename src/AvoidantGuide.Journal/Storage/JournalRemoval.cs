using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Takes a journal out of the store, inside an erasing write.</summary>
internal static class JournalRemoval
{
    public static async Task RemoveAsync(JournalContext context, Guid journal, CancellationToken cancel)
    {
        await context.Sessions.Where(row => row.JournalId == journal).ExecuteDeleteAsync(cancel);
        await context.Entries.Where(row => row.JournalId == journal).ExecuteDeleteAsync(cancel);
        await context.Journals.Where(row => row.Id == journal).ExecuteDeleteAsync(cancel);
    }
}
