using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using AvoidantGuide.Content;
using AvoidantGuide.Web.Finished;

namespace AvoidantGuide.Web;

/// <summary>What machines read: the feed of what changed, the sitemap, and robots.txt.</summary>
public static class Feeds
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Made once, at random; with another one every reader of the feed would see every entry as new.</summary>
    private static readonly Guid _space = new("98386143-2be9-432a-954b-4babc893c088");

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("").WithMetadata(new SameForEveryoneAttribute());
        feeds.MapMethods("/feed.xml", ["GET", "HEAD"], (HttpContext context, Guide guide) => Xml(Feed(guide, context.SiteAddress()), "application/atom+xml"));
        feeds.MapMethods("/sitemap.xml", ["GET", "HEAD"], (HttpContext context, Guide guide) => Xml(Sitemap(guide, context.SiteAddress()), "application/xml"));
        feeds.MapMethods("/robots.txt", ["GET", "HEAD"], (HttpContext context) => Results.Text(
            $"User-agent: *\nDisallow: /journal\nDisallow: /search\nDisallow: /leave\n\nSitemap: {context.SiteAddress()}/sitemap.xml\n"));
    }

    private static XDocument Feed(Guide guide, string site) => new(
        new XElement(_atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "en"),
            new XElement(_atom + "id", Id("feed")),
            new XElement(_atom + "title", $"{StructuredData.SiteName}: what changed"),
            new XElement(_atom + "updated", Moment(Newest(guide))),
            new XElement(_atom + "author", new XElement(_atom + "name", StructuredData.SiteName)),
            new XElement(_atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/atom+xml"), new XAttribute("href", site + "/feed.xml")),
            Html(site + "/"),
            guide.Pages.OrderByDescending(Changed).ThenBy(page => page.Order).Select(page =>
                new XElement(_atom + "entry",
                    new XElement(_atom + "id", Id("page/" + page.Id)),
                    new XElement(_atom + "title", page.Title),
                    new XElement(_atom + "updated", Moment(Changed(page))),
                    page.Publish is { } publish ? new XElement(_atom + "published", Moment(publish)) : null,
                    Html(site + page.Path),
                    new XElement(_atom + "summary", page.Summary)))));

    private static XDocument Sitemap(Guide guide, string site) => new(
        new XElement(_sitemap + "urlset",
            guide.Pages.Select(page => Address(site + page.Path, Changed(page))),
            Address(site + "/whole-guide", Newest(guide))));

    private static XElement Address(string address, DateTimeOffset changed) => new(_sitemap + "url",
        new XElement(_sitemap + "loc", address),
        new XElement(_sitemap + "lastmod", changed.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static XElement Html(string address) =>
        new(_atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", address));

    /// <summary>When readers last got something new: the day of its review, or the time it came out, if that was later.</summary>
    private static DateTimeOffset Changed(Page page)
    {
        var reviewed = new DateTimeOffset(page.ReviewedOn, TimeOnly.MinValue, TimeSpan.Zero);
        return page.Publish > reviewed ? page.Publish.Value : reviewed;
    }

    private static DateTimeOffset Newest(Guide guide) => guide.Pages.Select(Changed).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// A UUID made from a name (RFC 9562, version 8). RFC 4287 wants an id that never changes, and the host, the scheme
    /// and even a page's address may: its id may not.
    /// </summary>
    private static string Id(string name)
    {
        var bytes = SHA256.HashData([.. _space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private static IResult Xml(XDocument document, string type)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) document.Save(writer);
        return Results.Bytes(bytes.ToArray(), $"{type}; charset=utf-8");
    }
}
