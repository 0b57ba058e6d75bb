using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Removes journals that nobody has opened for a long time. To be run once a day.</summary>
public sealed class RetentionSweep
{
    /// <summary>Between the sweep that marks a journal and the one that removes it.</summary>
    private const int DaysMarked = 30;

    private static readonly TimeSpan _longestGap = TimeSpan.FromDays(2);
    private static readonly TimeSpan _rest = TimeSpan.FromDays(30);

    private readonly JournalDatabase _database;
    private readonly int _retentionMonths;

    public RetentionSweep(JournalDatabase database, int retentionMonths = JournalServices.DefaultRetentionMonths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retentionMonths, 1);
        _database = database;
        _retentionMonths = retentionMonths;
    }

    /// <summary>
    /// Marks journals that are past their date, and removes those that an earlier sweep marked 30 days ago or more and
    /// that are still unopened. When the clock moved by more than two days since the last sweep, or back, all marks
    /// are taken off and sweeping rests for 30 days: no journal is removed on the word of a wrong clock.
    /// </summary>
    /// <exception cref="JournalStoreException" />
    public Task<SweepResult> SweepAsync(DateTimeOffset now, CancellationToken cancel) =>
        _database.EraseAsync((context, token) => SweepAsync(context, now, token), cancel, WriteKind.Alone);

    private async Task<SweepResult> SweepAsync(JournalContext context, DateTimeOffset now, CancellationToken cancel)
    {
        await Session.PurgeAsync(context, now, cancel);
        await SpentForms.PurgeAsync(context, now, cancel);
        var stopped = await WatchClockAsync(context, now, cancel);
        if (stopped is not null) return new SweepResult(0, 0, stopped);

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var markedBy = today.AddDays(-DaysMarked);
        var lastPast = Month.LastPast(now, _retentionMonths);
        var past = context.Journals.Where(row => row.LastUsedMonth <= lastPast);
        var removed = await past.Where(row => row.MarkedOn != null && row.MarkedOn <= markedBy).Select(row => row.Id).ToListAsync(cancel);
        foreach (var id in removed) await JournalRemoval.RemoveAsync(context, id, cancel);
        // A longer retention than when it was marked gives a journal its time back.
        await context.Journals.Where(row => row.MarkedOn != null && row.LastUsedMonth > lastPast)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MarkedOn, (DateOnly?)null), cancel);
        var marked = await past.Where(row => row.MarkedOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MarkedOn, today), cancel);
        return new SweepResult(marked, removed.Count, Stopped: null);
    }

    /// <returns>Why this sweep must do nothing; null when the clock can be believed.</returns>
    private static async Task<string?> WatchClockAsync(JournalContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var sweep = await context.Sweeps.SingleOrDefaultAsync(cancel);
        var first = sweep is null;
        if (sweep is null) context.Add(sweep = new SweepRow { LastAt = now.ToUnixTimeSeconds() });

        var last = DateTimeOffset.FromUnixTimeSeconds(sweep.LastAt);
        sweep.LastAt = now.ToUnixTimeSeconds();
        var jumped = !first && (now - last).Duration() > _longestGap;
        if (jumped)
        {
            sweep.RestsUntil = (now + _rest).ToUnixTimeSeconds();
            await context.Journals.ExecuteUpdateAsync(set => set.SetProperty(row => row.MarkedOn, (DateOnly?)null), cancel);
        }
        else if (sweep.RestsUntil <= now.ToUnixTimeSeconds())
        {
            sweep.RestsUntil = null;
        }

        await context.SaveChangesAsync(cancel);
        if (sweep.RestsUntil is not { } until) return null;
        var rests = $"No journal is removed before {DateTimeOffset.FromUnixTimeSeconds(until):yyyy-MM-dd}; check that the clock is right.";
        return jumped ? $"The clock went from {last:yyyy-MM-dd} to {now:yyyy-MM-dd} since the last sweep. {rests}" : $"Sweeping rests after the clock jumped. {rests}";
    }
}

/// <param name="Marked">Journals found past their date by this sweep.</param>
/// <param name="Removed">Journals removed by this sweep.</param>
/// <param name="Stopped">Why nothing was swept, for the log; null when all is well.</param>
public sealed record SweepResult(int Marked, int Removed, string? Stopped);
