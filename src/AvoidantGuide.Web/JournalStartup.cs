using System.Security.Cryptography;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Finished;
using Microsoft.AspNetCore.DataProtection;

namespace AvoidantGuide.Web;

/// <summary>Opens the store and brings it up to date once the guide answers; then sweeps it once a day, and backs up what is left.</summary>
public sealed partial class JournalStartup(JournalDatabase database, RetentionSweep sweep, FirstPage first, IDataProtectionProvider protection, TimeProvider clock, ILogger<JournalStartup> log, KeyRing? ring = null, DailyBackups? backups = null) : BackgroundService
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan _endingSessions = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _betweenTries = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource<bool> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once the store was opened (true) or could not be (false).</summary>
    public Task<bool> Opened => _opened.Task;

    /// <summary>Whether journals can be opened.</summary>
    public bool Ready => Opened is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>Why not, for a person.</summary>
    public string Message { get; private set; } = "The journal is just starting. Try again in a few seconds.";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await first.MadeAsync(stoppingToken)) return;
        if (await OpenAsync(stoppingToken)) await Task.WhenAll(EndSessionsAsync(stoppingToken), TendHourlyAsync(stoppingToken));
    }

    private async Task<bool> OpenAsync(CancellationToken stop)
    {
        string? said = null;
        while (true)
        {
            try
            {
                await database.OpenAsync(stop);
                if (ring is not null) await ring.OpenAsync(stop);
                ReadKeys();
                _opened.SetResult(true);
                return true;
            }
            catch (Exception wrong) when (wrong is JournalSetupException or JournalStoreException)
            {
                // The guide and the help page go on; whoever runs the server is told what to do.
                Message = "The journal cannot be opened on this server just now. Nothing that was kept is lost. The guide works as always.";
                // Once, however often it is tried.
                if (wrong.Message != said) CannotOpen(log, said = wrong.Message);
                if (wrong is JournalSetupException { MayPass: false })
                {
                    _opened.SetResult(false);
                    return false;
                }
            }

            // A database on another machine may well start later than this.
            await Task.Delay(_betweenTries, clock, stop);
        }
    }

    /// <summary>Those that seal forms on their way between two pages, or makes the first: nobody's form waits for it, and whoever runs the server hears what is wrong with them.</summary>
    private void ReadKeys()
    {
        try
        {
            protection.CreateProtector(nameof(JournalStartup)).Protect([]);
        }
        catch (CryptographicException unusable)
        {
            // The store went away again, and all of this is tried again.
            if (unusable.InnerException is JournalStoreException away) throw away;
            CannotSeal(log, (unusable.InnerException ?? unusable).GetType().Name);
        }
    }

    private async Task EndSessionsAsync(CancellationToken stop)
    {
        using var often = new PeriodicTimer(_endingSessions, clock);
        while (await often.WaitForNextTickAsync(stop))
        {
            try
            {
                await sweep.EndSessionsAsync(clock.GetUtcNow(), stop);
            }
            catch (JournalStoreException)
            {
                // Nobody gets in by one that is over; the next time, or the sweep, removes it.
            }
        }
    }

    /// <summary>Sweeps once a day, and backs up once a day; what could not be done is tried again in an hour.</summary>
    private async Task TendHourlyAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(_hour, clock);
        long? swept = null;
        do
        {
            if (swept is null || clock.GetElapsedTime(swept.Value) > _day - _hour / 2)
            {
                var (ran, doubt) = await SweepAsync(stoppingToken);
                swept = ran ? clock.GetTimestamp() : null;
                Tell(backups?.KeepPromise(doubt));
            }

            // After the sweep: what it removes is in no new backup.
            var made = backups is null ? null : await Task.Run(() => backups.Run(stoppingToken), CancellationToken.None);
            if (!stoppingToken.IsCancellationRequested) Tell(made);
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>Doubt: why the clock cannot be believed; null where it can.</returns>
    private async Task<(bool Ran, string? Doubt)> SweepAsync(CancellationToken stop)
    {
        try
        {
            var result = await sweep.SweepAsync(clock.GetUtcNow(), stop);
            if (result.Stopped is { } reason) Stopped(log, reason);
            else Swept(log, result.Marked, result.Removed);
            return (true, result.Stopped);
        }
        catch (JournalStoreException trouble)
        {
            NotSwept(log, trouble.Fault);
            return (false, $"The sweep that looks at the clock did not run ({trouble.Fault}).");
        }
    }

    private void Tell(BackupResult? result)
    {
        if (result is { Done: true }) BackedUp(log, result.Message);
        else if (result is not null) NotBackedUp(log, result.Message);
    }

    [LoggerMessage(LogLevel.Critical, "The journal cannot be opened: {Reason}")]
    private static partial void CannotOpen(ILogger log, string reason);

    [LoggerMessage(LogLevel.Critical, "No form can be sent: the keys that seal forms cannot be read or written ({Kind}). Give this account its data folder back.")]
    private static partial void CannotSeal(ILogger log, string kind);

    [LoggerMessage(LogLevel.Information, "Swept: {Marked} journals marked as long unopened, {Removed} removed.")]
    private static partial void Swept(ILogger log, int marked, int removed);

    [LoggerMessage(LogLevel.Information, "{Outcome}")]
    private static partial void BackedUp(ILogger log, string outcome);

    [LoggerMessage(LogLevel.Error, "{Outcome}")]
    private static partial void NotBackedUp(ILogger log, string outcome);

    [LoggerMessage(LogLevel.Warning, "Nothing is swept: {Reason}")]
    private static partial void Stopped(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "The sweep of unopened journals did not run: {Fault}.")]
    private static partial void NotSwept(ILogger log, StoreFault fault);
}
