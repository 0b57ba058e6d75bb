namespace AvoidantGuide.Web.Finished;

/// <summary>
/// The request log of finished pages. A line for each would cost more than the page, so like ones are counted and said together:
/// method, route, status, how often; and so less of anyone than a line of their own.
/// </summary>
internal sealed partial class TallyLog(FinishedPages pages, ILoggerFactory logs) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(10);
    private readonly ILogger _log = logs.CreateLogger(RequestLog.Category);

    /// <summary>The server has answered its last request by then.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Write();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Write();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping, perhaps before it began.
        }
    }

    private void Write()
    {
        foreach (var tally in pages.Tallies)
            foreach (var (method, status, times) in tally.Take()) Answered(_log, method, tally.Route, status, times);
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status}, {Times} times, finished")]
    private static partial void Answered(ILogger log, string method, string route, int status, long times);
}
