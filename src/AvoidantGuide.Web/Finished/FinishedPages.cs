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
internal sealed class FinishedPages(Settings settings, Task<GuideLibrary> library, PageMaking making, FirstPage first)
{
    private readonly ConcurrentDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly Channel<FinishedPage> _loose = Channel.CreateUnbounded<FinishedPage>(new UnboundedChannelOptions { SingleReader = true });
    private volatile FrozenDictionary<string, Shelves> _hosts = FrozenDictionary<string, Shelves>.Empty;

    public IEnumerable<Tally> Tallies => _tallies.Values;

    /// <summary>Pages that can be made smaller still, each once.</summary>
    public ChannelReader<FinishedPage> Loose => _loose.Reader;

    /// <summary>Every shelf there is, with what it is for.</summary>
    public IReadOnlyDictionary<string, Shelves> Hosts => _hosts;

    /// <summary>Makes the home page, so that the server has done everything once before its first reader comes, or while they do.</summary>
    /// <param name="addresses">What the server listens to.</param>
    public async Task OpenAsync(IEnumerable<string> addresses, RequestDelegate pipeline)
    {
        var known = settings.PublicUrl is { } url ? new Uri(url) : null;
        var one = known is null ? null : NewShelf(known.Scheme, known.Authority);
        var ports = addresses.Select(BindingAddress.Parse).Where(address => address is { IsUnixPipe: false, IsNamedPipe: false }).Select(address => address.Port);
        if (known is not null) ports = ports.Append(known.Port);
        string[] ends = ["", .. ports.Distinct().Select(port => $":{port}")];
        string[] hosts = [.. ServerLimits.Hosts(settings).SelectMany(_ => ends, (host, end) => host + end).Distinct(StringComparer.Ordinal)];
        _hosts = hosts.ToFrozenDictionary(host => host, host => new Shelves(one ?? NewShelf("http", host), one ?? NewShelf("https", host)), StringComparer.Ordinal);
        // A page that fails says so to whoever asks for it.
        await ((Task)_hosts[hosts[0]].Http.MakeAsync(pipeline, "/")).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        first.Tell();
    }

    /// <summary>The shelf that this request may be answered from.</summary>
    public Shelf? For(HttpRequest request)
    {
        if (!_hosts.TryGetValue(request.Headers.Host.ToString(), out var shelves)) return null;
        // Where the site has no address of its own, a proxy's word on the scheme is part of the address. Whether to believe it is decided later on.
        if (settings.PublicUrl is null && request.Headers.ContainsKey("X-Forwarded-Proto")) return null;
        return request.IsHttps ? shelves.Https : shelves.Http;
    }

    private Shelf NewShelf(string scheme, string host) => new(new Origin(scheme, host), library.GetAwaiter().GetResult(), making, Finish);

    private FinishedPage Finish(MadePage made)
    {
        var page = new FinishedPage(made, _tallies.GetOrAdd(made.Route, static route => new Tally(route)));
        _loose.Writer.TryWrite(page);
        return page;
    }

    internal sealed record Shelves(Shelf Http, Shelf Https);
}
