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
            Pages.Select(page => $"https://localhost{page.Path}|{page.Title}").Order(StringComparer.Ordinal),
            entries.Select(entry => $"{(string?)entry.Element(_atom + "id")}|{(string?)entry.Element(_atom + "title")}").Order(StringComparer.Ordinal));
        Assert.All(entries, entry => DateTimeOffset.Parse(entry.Element(_atom + "updated")!.Value, CultureInfo.InvariantCulture));
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
}
