using System.Xml.Linq;

namespace AvoidantGuide.Web.Tests;

/// <summary>Site:PublicUrl is what machines are told, whatever address the request came to.</summary>
public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://guide.example")]
    [InlineData("https://guide.example/")]
    public async Task The_public_address_stands_in_links_feed_sitemap_and_robots(string setting)
    {
        await using var site = new Site().With("Site:PublicUrl", setting);
        await site.InitializeAsync();
        var visitor = site.NewVisitor();

        var page = await visitor.GetAsync("/the-switch");
        Assert.Equal("https://guide.example/the-switch", page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("Sitemap: https://guide.example/sitemap.xml\n", (await visitor.GetAsync("/robots.txt")).Html, StringComparison.Ordinal);
        foreach (var address in new[] { "/feed.xml", "/sitemap.xml" })
        {
            var xml = XDocument.Parse((await visitor.GetAsync(address)).Html);
            var links = xml.Descendants().Where(element => element.Name.LocalName is "loc").Select(element => element.Value)
                .Concat(xml.Descendants().Attributes("href").Select(link => link.Value)).ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.StartsWith("https://guide.example/", link, StringComparison.Ordinal));
        }
    }
}
