using System.Globalization;
using System.Xml.Linq;
using AvoidantGuide.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>What machines read is well formed and complete, and says nothing of the journal.</summary>
public sealed class FeedsTests(Site site) : IClassFixture<Site>
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private IReadOnlyList<Page> Pages => site.Services.GetRequiredService<Guide>().Pages;

    [Fact]
    public async Task The_feed_has_every_page_with_what_atom_asks_for()
    {
        var answer = await site.NewVisitor().GetAsync("/feed.xml");
        var feed = XDocument.Parse(answer.Html).Root!;

        Assert.Equal("application/atom+xml", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(_atom + "feed", feed.Name);
        foreach (var needed in new[] { "id", "title", "updated", "author" }) Assert.Single(feed.Elements(_atom + needed));
        Assert.Equal("https://localhost/feed.xml", feed.Elements(_atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        var entries = feed.Elements(_atom + "entry").ToList();
        Assert.Equal(
            Pages.Select(page => $"https://localhost{page.Path}|{page.Title}|{page.Summary}").Order(StringComparer.Ordinal),
            entries.Select(entry => $"{PageOf(entry)}|{(string?)entry.Element(_atom + "title")}|{(string?)entry.Element(_atom + "summary")}").Order(StringComparer.Ordinal));
        Assert.All(entries, entry => DateTimeOffset.Parse(entry.Element(_atom + "updated")!.Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_feed_keeps_to_rfc_4287()
    {
        var feed = await FeedAsync(site);
        var entries = feed.Elements(_atom + "entry").ToList();

        Assert.DoesNotContain(feed.DescendantsAndSelf(), element => element.Name.Namespace != _atom);
        Assert.Equal("en", (string?)feed.Attribute(XNamespace.Xml + "lang"));
        foreach (var part in entries.Prepend(feed))
        {
            foreach (var one in new[] { "id", "title", "updated" }) Assert.Single(part.Elements(_atom + one));
            Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", (string)part.Element(_atom + "id")!);
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", (string)part.Element(_atom + "updated")!);
            Assert.Single(part.Elements(_atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
            Assert.All(part.Elements(_atom + "link"), link => Assert.True(Uri.IsWellFormedUriString((string?)link.Attribute("href"), UriKind.Absolute)));
        }

        Assert.Equal(entries.Count + 1, entries.Prepend(feed).Select(part => (string)part.Element(_atom + "id")!).Distinct().Count());
        var changed = entries.Select(entry => (string)entry.Element(_atom + "updated")!).ToList();
        Assert.Equal(changed.OrderDescending(StringComparer.Ordinal), changed);
        Assert.Equal(changed[0], (string)feed.Element(_atom + "updated")!);
    }

    [Fact]
    public async Task An_entry_is_the_same_entry_on_another_host_and_at_another_address_of_its_page()
    {
        using var content = new ContentCopy();
        content.Change("guide/about.md", "id: about\n", "id: about\nslug: about-it\naliases: [/about]\n");
        await using var moved = new Site().With("Guide:ContentPath", content.Path).With("Site:PublicUrl", "https://guide.example");
        await moved.InitializeAsync();
        var (here, there) = (await FeedAsync(site), await FeedAsync(moved));

        Assert.Equal(Ids(here).Order(StringComparer.Ordinal), Ids(there).Order(StringComparer.Ordinal));
        Assert.Equal("https://guide.example/about-it", PageOf(there.Elements(_atom + "entry").Single(entry => (string?)entry.Element(_atom + "title") == "About this guide")));
    }

    [Fact]
    public async Task A_page_that_came_out_after_its_review_is_new_on_that_day()
    {
        using var content = new ContentCopy();
        content.Change("guide/about.md", "status: published", "status: published\npublish: 2026-11-22T08:30Z");
        content.Change("guide/privacy.md", "status: published", "status: published\npublish: 2026-11-01T08:30Z");
        await using var waited = new Site().With("Guide:ContentPath", content.Path);
        await waited.InitializeAsync();
        var feed = await FeedAsync(waited);
        var first = feed.Elements(_atom + "entry").First();

        Assert.Equal("https://localhost/about", PageOf(first));
        Assert.Equal(("2026-11-22T08:30:00Z", "2026-11-22T08:30:00Z"), ((string)first.Element(_atom + "updated")!, (string)first.Element(_atom + "published")!));
        Assert.Equal("2026-11-22T08:30:00Z", (string)feed.Element(_atom + "updated")!);
        var privacy = feed.Elements(_atom + "entry").Single(entry => PageOf(entry) == "https://localhost/privacy");
        Assert.Equal("2026-11-22T00:00:00Z", (string)privacy.Element(_atom + "updated")!);
    }

    [Fact]
    public async Task The_sitemap_has_every_page_and_the_whole_guide()
    {
        var map = XDocument.Parse((await site.NewVisitor().GetAsync("/sitemap.xml")).Html).Root!;
        Assert.Equal(
            Pages.Select(page => "https://localhost" + page.Path).Append("https://localhost/whole-guide").Order(StringComparer.Ordinal),
            map.Elements(_sitemap + "url").Select(url => url.Element(_sitemap + "loc")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Robots_keep_out_of_journal_search_and_leaving()
    {
        var lines = (await site.NewVisitor().GetAsync("/robots.txt")).Html.Split('\n');
        foreach (var line in new[] { "User-agent: *", "Disallow: /journal", "Disallow: /search", "Disallow: /leave", "Sitemap: https://localhost/sitemap.xml" })
            Assert.Contains(line, lines);
    }

    private static async Task<XElement> FeedAsync(Site of) => XDocument.Parse((await of.NewVisitor().GetAsync("/feed.xml")).Html).Root!;

    private static IEnumerable<string> Ids(XElement feed) => feed.DescendantsAndSelf().Elements(_atom + "id").Select(id => id.Value);

    private static string? PageOf(XElement entry) =>
        (string?)entry.Elements(_atom + "link").Single(link => (string?)link.Attribute("rel") == "alternate").Attribute("href");
}
