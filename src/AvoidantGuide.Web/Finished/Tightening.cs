namespace AvoidantGuide.Web.Finished;

/// <summary>Makes finished pages as small as they go, one after another, while readers have them already.</summary>
internal sealed class Tightening(FinishedPages pages) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var page in pages.Loose.ReadAllAsync(stoppingToken)) page.Tighten();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping, perhaps before it began.
        }
    }
}
