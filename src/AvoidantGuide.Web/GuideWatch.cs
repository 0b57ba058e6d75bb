using System.Diagnostics;
using System.Threading.Channels;
using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;
using AvoidantGuide.Web.Finished;

namespace AvoidantGuide.Web;

/// <summary>
/// Makes the guide's search, and looks at the content folder when the file system says that something was saved, and now and then all the same: some
/// folders say nothing (networks, containers), and a page's time may have come.
/// </summary>
internal sealed partial class GuideWatch(Task<GuideLibrary> loaded, FirstPage first, SearchIndex search, Settings settings, ILogger<GuideWatch> log) : BackgroundService
{
    private static readonly TimeSpan _often = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _seldom = TimeSpan.FromSeconds(5);

    private const int ManyPages = 500;

    /// <summary>More than these are looked for in the whole folder.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Editors empty a file before they fill it: a moment later it is whole.</summary>
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await first.MadeAsync(stoppingToken)) return;
        var library = await loaded;
        // Whoever searches before this has ended waits for it.
        Follow(library.Current);
        // Reading thousands of pages takes several times the memory of what is kept of them, and without this it stays the process's own.
        if (library.Current.Pages.Count >= ManyPages) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var saved = Channel.CreateBounded<string>(new BoundedChannelOptions(MostAtOnce) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = Watcher(saved.Writer);
        try
        {
            for (var pause = _often; ;)
            {
                var paths = await SavedAsync(saved.Reader, pause, stoppingToken);
                var begun = Stopwatch.GetTimestamp();
                Follow(library.Refresh(paths));
                // A look at ten thousand files costs a while: it is then taken less often, never more than one part in a hundred of the time.
                if (paths is null) pause = Between(_often, Stopwatch.GetElapsedTime(begun) * 100, _seldom);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping, perhaps before it began.
        }
    }

    /// <summary>What goes wrong in the index must not take the site down.</summary>
    private void Follow(Guide guide)
    {
        try
        {
            search.Update(guide);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            NotIndexed(log, e.GetType().Name);
        }
    }

    /// <returns>Null when it is time for a look at everything.</returns>
    private static async Task<IReadOnlyCollection<string>?> SavedAsync(ChannelReader<string> saved, TimeSpan pause, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(pause);
        try
        {
            await saved.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }

        await Task.Delay(_moment, stop);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        while (saved.TryRead(out var path)) paths.Add(path);
        return paths.Count == MostAtOnce ? null : paths;
    }

    private static TimeSpan Between(TimeSpan least, TimeSpan time, TimeSpan most) => time < least ? least : time > most ? most : time;

    /// <summary>Null where the system has no watcher left to give.</summary>
    private FileSystemWatcher? Watcher(ChannelWriter<string> saved)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(settings.ContentPath) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += Say;
            watcher.Created += Say;
            watcher.Deleted += Say;
            watcher.Renamed += Say;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher?.Dispose();
            return null;
        }

        void Say(object sender, FileSystemEventArgs file) => saved.TryWrite(Path.GetRelativePath(settings.ContentPath, file.FullPath).Replace('\\', '/'));
    }

    [LoggerMessage(LogLevel.Error, "The search could not take in what changed in the guide ({Kind}).")]
    private static partial void NotIndexed(ILogger log, string kind);
}
