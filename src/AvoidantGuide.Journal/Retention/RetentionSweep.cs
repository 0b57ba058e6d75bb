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
    public async Task<SweepResult> SweepAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (result, due) = await _database.EraseAsync(journal: null, (context, token) => SweepAsync(context, now, token), cancel, WriteKind.Alone);
        var removed = 0;
        foreach (var id in due)
        {
            // Each in a write of its own, and looked at again: meanwhile someone may have opened it.
            removed += await _database.EraseAsync(
                id,
                async (context, token) =>
                {
                    if (!await Due(context, now).AnyAsync(row => row.Id == id, token)) return 0;
                    await JournalRemoval.RemoveAsync(context, id, token);
                    return 1;
                },
                cancel,
                WriteKind.Alone);
        }

        return result with { Removed = removed };
    }

    /// <summary>Removes the sessions that are over, of all journals: between two openings of one nobody else does. To be run more often than the sweep.</summary>
    /// <exception cref="JournalStoreException" />
    public Task EndSessionsAsync(DateTimeOffset now, CancellationToken cancel) =>
        _database.EraseAsync(journal: null, (context, token) => Session.PurgeAsync(context, journal: null, now, token), cancel);

    private IQueryable<JournalRow> Past(JournalContext context, DateTimeOffset now)
    {
        var lastPast = Month.LastPast(now, _retentionMonths);
        return context.Journals.Where(row => row.LastUsedMonth <= lastPast);
    }

    private IQueryable<JournalRow> Due(JournalContext context, DateTimeOffset now)
    {
        var markedBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysMarked);
        return Past(context, now).Where(row => row.MarkedOn != null && row.MarkedOn <= markedBy);
    }

    private async Task<(SweepResult Result, IReadOnlyList<Guid> Due)> SweepAsync(JournalContext context, DateTimeOffset now, CancellationToken cancel)
    {
        await Session.PurgeAsync(context, journal: null, now, cancel);
        await SpentForms.PurgeAsync(context, now, cancel);
        var stopped = await WatchClockAsync(context, now, cancel);
        if (stopped is not null) return (new SweepResult(0, 0, stopped), []);

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var lastPast = Month.LastPast(now, _retentionMonths);
        var due = await Due(context, now).Select(row => row.Id).ToListAsync(cancel);
        // A longer retention than when it was marked gives a journal its time back.
        await context.Journals.Where(row => row.MarkedOn != null && row.LastUsedMonth > lastPast)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MarkedOn, (DateOnly?)null), cancel);
        var marked = await Past(context, now).Where(row => row.MarkedOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MarkedOn, today), cancel);
        return (new SweepResult(marked, 0, Stopped: null), due);
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
