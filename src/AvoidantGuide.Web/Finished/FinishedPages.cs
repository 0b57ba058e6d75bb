using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Threading.Channels;
using AvoidantGuide.Content;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AvoidantGuide.Web.Finished;

/// <summary>
/// The guide as bytes that are ready to be sent. A page says where it stands, so each origin has a shelf of its own; the origins
/// are those that the server knows of itself, and a request for any other one passes by.
/// </summary>
internal sealed partial class FinishedPages(Settings settings, Task<GuideLibrary> library, PageMaking making, ILogger<FinishedPages> log)
{
    /// <summary>Far above what the guide needs. Past it everything is let go, and what is asked for then is made anew.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly Channel<bool> _more = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Where the site has an address of its own.</summary>
    private Shelf? _one;

    private volatile FrozenDictionary<string, Shelves> _hosts = FrozenDictionary<string, Shelves>.Empty;

    public IEnumerable<Tally> Tallies => _tallies.Values;

    /// <summary>Something to read after pages were made.</summary>
    public ChannelReader<bool> More => _more.Reader;

    /// <summary>Every shelf there is, once.</summary>
    public IEnumerable<Shelf> All => _hosts.Values.SelectMany(shelves => new[] { shelves.Http, shelves.Https }).Distinct();

    /// <summary>Makes the home page, so that the server has done everything once before its first reader comes, or while they do.</summary>
    /// <param name="address">What the server listens to first, where the first reader may come.</param>
    public Task MakeFirstAsync(string? address, RequestDelegate pipeline) => MakeAsync(ShelfAt(address) ?? All.First(), pipeline, "/");

    /// <summary>The page at this address, which the shelf has.</summary>
    /// <returns>Null where it could not be made, or the guide changed meanwhile: it is then made for this reader alone.</returns>
    public async Task<FinishedPage?> MakeAsync(Shelf shelf, RequestDelegate pipeline, string path)
    {
        try
        {
            return await shelf.MakeAsync(pipeline, path);
        }
        catch (Exception failure)
        {
            // A page's own failures end on its error page, inside the pipeline. What is left is ours, and no reader is to meet it.
            // Where the server is stopping, what it was made of is gone.
            if (failure is not ObjectDisposedException) NotFinished(log, failure.GetType().Name);
            return null;
        }
        finally
        {
            _more.Writer.TryWrite(true);
        }
    }

    /// <summary>Lays out the shelves: before the server listens, so that a page can be made meanwhile, and again when it is known where it does. Those of an address that stays, stay.</summary>
    /// <param name="addresses">What the server listens to.</param>
    public void Open(IReadOnlyList<string> addresses)
    {
        var had = _hosts;
        var known = settings.PublicUrl is { } url ? new Uri(url) : null;
        if (known is not null) _one ??= NewShelf(known.Scheme, known.Authority);
        var ports = addresses.Select(BindingAddress.Parse).Where(address => address is { IsUnixPipe: false, IsNamedPipe: false }).Select(address => address.Port);
        if (known is not null) ports = ports.Append(known.Port);
        string[] ends = ["", .. ports.Distinct().Select(port => $":{port}")];
        string[] hosts = [.. ServerLimits.Hosts(settings).SelectMany(_ => ends, (host, end) => host + end).Distinct(StringComparer.OrdinalIgnoreCase)];
        _hosts = hosts.ToFrozenDictionary(host => host, host => had.GetValueOrDefault(host) ?? new Shelves(_one ?? NewShelf("http", host), _one ?? NewShelf("https", host)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The shelf that this request may be answered from.</summary>
    public Shelf? For(HttpRequest request)
    {
        if (!_hosts.TryGetValue(request.Headers.Host.ToString(), out var shelves)) return null;
        // Where the site has no address of its own, a proxy's word on the scheme is part of the address. Whether to believe it is decided later on.
        if (settings.PublicUrl is null && request.Headers.ContainsKey("X-Forwarded-Proto")) return null;
        return request.IsHttps ? shelves.Https : shelves.Http;
    }

    /// <summary>That of readers who come to this address; null where it names no host, but all of this machine's.</summary>
    private Shelf? ShelfAt(string? address)
    {
        if (address is null) return null;
        var (at, https) = (BindingAddress.Parse(address), address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        // Browsers leave out the port that is the scheme's own.
        var host = at.Port == (https ? 443 : 80) ? at.Host : $"{at.Host}:{at.Port}";
        if (!_hosts.TryGetValue(host, out var shelves)) return null;
        return https ? shelves.Https : shelves.Http;
    }

    private Shelf NewShelf(string scheme, string host) => new(new Origin(scheme, host), library.GetAwaiter().GetResult(), making, Finish);

    private FinishedPage Finish(MadePage made)
    {
        // The page that goes past the limit is still sent to whoever asked for it.
        if (All.Sum(shelf => shelf.Bytes) > MostBytes)
            foreach (var shelf in All) shelf.Clear();
        return new FinishedPage(made, _tallies.GetOrAdd(made.Route, static route => new Tally(route)));
    }

    [LoggerMessage(LogLevel.Error, "A page could not be finished ({Kind}), and is made for each reader until it can.")]
    private static partial void NotFinished(ILogger log, string kind);

    internal sealed record Shelves(Shelf Http, Shelf Https);
}
