using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using AvoidantGuide.Content;

namespace AvoidantGuide.Web;

/// <summary>What machines read: the feed of what changed, the sitemap, and robots.txt.</summary>
public static class Feeds
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/feed.xml", ["GET", "HEAD"], (HttpContext context, Guide guide) => Xml(Feed(guide, context.SiteAddress()), "application/atom+xml"));
        app.MapMethods("/sitemap.xml", ["GET", "HEAD"], (HttpContext context, Guide guide) => Xml(Sitemap(guide, context.SiteAddress()), "application/xml"));
        app.MapMethods("/robots.txt", ["GET", "HEAD"], (HttpContext context) => Results.Text(
            $"User-agent: *\nDisallow: /journal\nDisallow: /search\nDisallow: /leave\n\nSitemap: {context.SiteAddress()}/sitemap.xml\n"));
    }

    private static XDocument Feed(Guide guide, string site) => new(
        new XElement(_atom + "feed",
            new XElement(_atom + "id", site + "/"),
            new XElement(_atom + "title", "AvoidantGuide: what changed"),
            new XElement(_atom + "updated", Moment(guide.Pages.Max(page => page.ReviewedOn))),
            new XElement(_atom + "author", new XElement(_atom + "name", "AvoidantGuide")),
            new XElement(_atom + "link", new XAttribute("rel", "self"), new XAttribute("href", site + "/feed.xml")),
            new XElement(_atom + "link", new XAttribute("href", site + "/")),
            guide.Pages.OrderByDescending(page => page.ReviewedOn).ThenBy(page => page.Order).Select(page =>
                new XElement(_atom + "entry",
                    new XElement(_atom + "id", site + page.Path),
                    new XElement(_atom + "title", page.Title),
                    new XElement(_atom + "updated", Moment(page.ReviewedOn)),
                    new XElement(_atom + "link", new XAttribute("href", site + page.Path)),
                    new XElement(_atom + "summary", page.Summary)))));

    private static XDocument Sitemap(Guide guide, string site) => new(
        new XElement(_sitemap + "urlset",
            guide.Pages.Select(page => Address(site + page.Path, page.ReviewedOn)),
            Address(site + "/whole-guide", guide.Pages.Max(page => page.ReviewedOn))));

    private static XElement Address(string address, DateOnly changed) => new(_sitemap + "url",
        new XElement(_sitemap + "loc", address),
        new XElement(_sitemap + "lastmod", changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    private static IResult Xml(XDocument document, string type)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) document.Save(writer);
        return Results.Bytes(bytes.ToArray(), $"{type}; charset=utf-8");
    }
}
