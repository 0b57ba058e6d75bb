namespace AvoidantGuide.Web.Finished;

/// <summary>Makes finished pages as small as they go, one after another, while readers have them already.</summary>
internal sealed class Tightening(FinishedPages pages) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in pages.More.ReadAllAsync(stoppingToken))
                foreach (var (_, page) in pages.All.SelectMany(shelf => shelf.Kept).Where(kept => !kept.Page.Small.IsCompleted))
                {
                    if (stoppingToken.IsCancellationRequested) return;
                    page.Tighten();
                }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping, perhaps before it began.
        }
    }
}
