using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Year and month as one number, 202611: all that the store tells of when a journal was used.</summary>
internal static class Month
{
    public static int Of(DateTimeOffset time) => (time.UtcDateTime.Year * 100) + time.UtcDateTime.Month;

    /// <summary>
    /// The month to note for a use now. Not earlier than the last sweep: a clock that went back must not make a
    /// journal look long unopened.
    /// </summary>
    public static async Task<int> OfUseAsync(JournalContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var swept = await context.Sweeps.Select(row => (long?)row.LastAt).SingleOrDefaultAsync(cancel);
        return Math.Max(Of(now), swept is { } at ? Of(DateTimeOffset.FromUnixTimeSeconds(at)) : 0);
    }

    /// <summary>The first day on which a journal last used in this month is past its date.</summary>
    public static DateOnly PastDate(int month, int retentionMonths) =>
        new DateOnly(month / 100, month % 100, 1).AddMonths(retentionMonths + 1);

    /// <summary>Journals last used in this month or earlier are past their date today.</summary>
    public static int LastPast(DateTimeOffset now, int retentionMonths) =>
        Of(new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-retentionMonths - 1));
}
