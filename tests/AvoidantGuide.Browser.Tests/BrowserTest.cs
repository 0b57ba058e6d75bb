using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests;

/// <summary>Gives a test its visitors, and at its end fails it for whatever their browsers saw that no page may do.</summary>
public abstract class BrowserTest(Chromium chromium, Site site) : IAsyncDisposable
{
    private readonly List<Visitor> _visitors = [];
    private readonly List<Site> _sites = [];

    protected Site Site => site;

    protected async Task<Visitor> ArriveAsync(bool javaScript = true, ViewportSize? size = null, Site? at = null)
    {
        var visitor = await Visitor.ArriveAsync(chromium, at ?? site, javaScript, size);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A site of the test's own, whose clock it may move.</summary>
    /// <param name="content">Another folder of content than the repository's.</param>
    protected async Task<Site> OwnSiteAsync(string? content = null)
    {
        var own = await Site.StartAsync(content);
        _sites.Add(own);
        return own;
    }

    /// <summary>As editors run it, over a content folder of their own.</summary>
    protected async Task<Site> EditorsSiteAsync(string content)
    {
        var own = await Site.ForEditorsAsync(content);
        _sites.Add(own);
        return own;
    }

    /// <summary>The same site after its server was stopped and started again.</summary>
    protected async Task<Site> RestartAsync(Site own)
    {
        var again = await own.RestartAsync();
        _sites.Add(again);
        return again;
    }

    /// <summary>Someone without a connection who opens a file on their device.</summary>
    protected async Task<Visitor> OpenFileAsync(string path, bool javaScript = true)
    {
        var reader = await Visitor.WithoutConnectionAsync(chromium, site, javaScript);
        _visitors.Add(reader);
        await reader.GoAsync(new Uri(path).AbsoluteUri);
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var visitor in _visitors) await visitor.Context.CloseAsync();
        foreach (var own in _sites) await own.DisposeAsync();
        var faults = _visitors.SelectMany(visitor => visitor.Watch.Faults()).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
