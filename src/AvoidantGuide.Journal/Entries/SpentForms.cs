using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Forms that work once.</summary>
internal static class SpentForms
{
    /// <summary>As long as a tab may reasonably stay open with such a form in its history.</summary>
    private const int Days = 30;

    public static Task<bool> HoldsAsync(JournalContext context, Guid form, CancellationToken cancel) =>
        context.Spent.AnyAsync(row => row.Id == form, cancel);

    /// <summary>Adds it to what the write will save.</summary>
    public static void Add(JournalContext context, Guid form, DateTimeOffset now) =>
        context.Add(new SpentRow { Id = form, Until = DateOnly.FromDateTime(now.UtcDateTime).AddDays(Days) });

    public static Task<int> PurgeAsync(JournalContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return context.Spent.Where(row => row.Until <= today).ExecuteDeleteAsync(cancel);
    }
}
