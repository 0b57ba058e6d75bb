using System.Diagnostics;
using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Web;

/// <summary>
/// Looks at the content folder when the file system says that something was saved, and now and then all the same: some
/// folders say nothing (networks, containers), and a page's time may have come.
/// </summary>
internal sealed class GuideWatch(GuideLibrary library, SearchIndex search, Settings settings) : BackgroundService
{
    private static readonly TimeSpan _often = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _seldom = TimeSpan.FromSeconds(5);

    /// <summary>Editors empty a file before they fill it: a moment later it is whole.</summary>
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var saved = new SemaphoreSlim(0, 1);
        using var watcher = Watcher(saved);
        for (var pause = _often; !stoppingToken.IsCancellationRequested; pause = Pause())
        {
            if (await saved.WaitAsync(pause, stoppingToken)) await Task.Delay(_moment, stoppingToken);
        }

        // A look at ten thousand files costs a while: it is then taken less often, never more than one part in a hundred of the time.
        TimeSpan Pause()
        {
            var begun = Stopwatch.GetTimestamp();
            search.Update(library.Refresh());
            var asked = Stopwatch.GetElapsedTime(begun) * 100;
            return asked < _often ? _often : asked > _seldom ? _seldom : asked;
        }
    }

    /// <summary>Null where the system has no watcher left to give.</summary>
    private FileSystemWatcher? Watcher(SemaphoreSlim saved)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(settings.ContentPath) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += Say;
            watcher.Created += Say;
            watcher.Deleted += Say;
            watcher.Renamed += Say;
            watcher.Error += (_, _) => Say(this, null);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher?.Dispose();
            return null;
        }

        void Say(object sender, FileSystemEventArgs? file)
        {
            try
            {
                if (saved.CurrentCount == 0) saved.Release();
            }
            catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
            {
                // Said already, or the server is stopping.
            }
        }
    }
}
