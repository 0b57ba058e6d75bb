using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using AvoidantGuide.Content;

namespace AvoidantGuide.Web;

/// <summary>
/// What a page of the guide says of itself to machines, as JSON-LD in the words of schema.org. Only what is true:
/// no author and no reviewer but those that the page names, and no publisher, since nobody stands behind it as one.
/// </summary>
public static class StructuredData
{
    /// <summary>As feeds and previews call the site.</summary>
    public const string SiteName = "AvoidantGuide";

    private const string Language = "en";

    // "<", ">" and "&" are always escaped, so that no text can end the element it stands in.
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="site">Scheme and host without a trailing slash.</param>
    public static string Of(Page page, string site)
    {
        JsonArray nodes = [IsArticle(page) ? Article(page, site) : PageItself(page, site)];
        if (page.Blocks.OfType<TermList>().FirstOrDefault() is { } list) nodes.Add(Terms(page, list, site + page.Path));
        nodes.Add(page.Path == "/" ? WebSite(site) : Breadcrumbs(page, site));
        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = nodes }.ToJsonString(_json);
    }

    /// <summary>Whether it is a text that one reads, in its place in the guide; the others are pages of the site.</summary>
    public static bool IsArticle(Page page) => page.Order < 100 && page.Path != "/" && !page.Blocks.OfType<Faq>().Any();

    private static JsonObject Article(Page page, string site)
    {
        var article = new JsonObject
        {
            ["@type"] = "Article",
            ["@id"] = $"{site}{page.Path}#article",
            ["headline"] = page.Title,
            ["description"] = page.Summary,
            ["url"] = site + page.Path,
            ["inLanguage"] = Language,
            ["dateModified"] = Day(page.ReviewedOn),
            ["isPartOf"] = WebSite(site),
            ["mainEntityOfPage"] = Reviewed(page, new JsonObject { ["@type"] = "WebPage", ["@id"] = site + page.Path, ["url"] = site + page.Path }),
        };
        return WithAuthor(page, article);
    }

    private static JsonObject PageItself(Page page, string site)
    {
        var questions = page.Blocks.OfType<Faq>().SelectMany(faq => faq.Questions).ToList();
        var itself = new JsonObject
        {
            ["@type"] = questions.Count > 0 ? "FAQPage" : "WebPage",
            ["@id"] = site + page.Path,
            ["name"] = page.Title,
            ["description"] = page.Summary,
            ["url"] = site + page.Path,
            ["inLanguage"] = Language,
            ["dateModified"] = Day(page.ReviewedOn),
            ["isPartOf"] = WebSite(site),
        };
        if (questions.Count > 0)
        {
            itself["mainEntity"] = new JsonArray([.. questions.Select(question => new JsonObject
            {
                ["@type"] = "Question",
                ["@id"] = $"{site}{page.Path}#{question.Id}",
                ["name"] = question.Title,
                ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = question.Text },
            })]);
        }

        return WithAuthor(page, Reviewed(page, itself));
    }

    private static JsonObject Terms(Page page, TermList list, string address) => new()
    {
        ["@type"] = "DefinedTermSet",
        ["@id"] = address + "#terms",
        ["name"] = page.Title,
        ["description"] = page.Summary,
        ["url"] = address,
        ["inLanguage"] = Language,
        ["hasDefinedTerm"] = new JsonArray([.. list.Terms.Select(term =>
        {
            var defined = new JsonObject
            {
                ["@type"] = "DefinedTerm",
                ["@id"] = $"{address}#{term.Id}",
                ["name"] = term.Name,
                ["description"] = term.Definition,
                ["url"] = $"{address}#{term.Id}",
                ["inDefinedTermSet"] = new JsonObject { ["@id"] = address + "#terms" },
            };
            if (term.Also.Count > 0) defined["alternateName"] = new JsonArray([.. term.Also.Select(name => JsonValue.Create(name))]);
            return defined;
        })]),
    };

    private static JsonObject Breadcrumbs(Page page, string site) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray(Step(1, SiteName, site + "/"), Step(2, page.Nav, site + page.Path)),
    };

    private static JsonObject Step(int position, string name, string address) => new()
    {
        ["@type"] = "ListItem",
        ["position"] = position,
        ["name"] = name,
        ["item"] = address,
    };

    private static JsonObject WebSite(string site) => new()
    {
        ["@type"] = "WebSite",
        ["@id"] = site + "/#site",
        ["name"] = SiteName,
        ["url"] = site + "/",
    };

    private static JsonObject Reviewed(Page page, JsonObject itself)
    {
        itself["lastReviewed"] = Day(page.ReviewedOn);
        if (page.ClinicalReviewer is { } reviewer) itself["reviewedBy"] = Person(reviewer);
        return itself;
    }

    private static JsonObject WithAuthor(Page page, JsonObject work)
    {
        if (page.Author is { } author) work["author"] = Person(author);
        return work;
    }

    private static JsonObject Person(string name) => new() { ["@type"] = "Person", ["name"] = name };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
