using System.Text.Json;
using AvoidantGuide.Content;
using AvoidantGuide.Web.Tests.Components;
using AvoidantGuide.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>What pages tell machines is true of the page, in schema.org's words, and cannot break out of where it stands.</summary>
public sealed class StructuredDataTests(Site site) : IClassFixture<Site>
{
    /// <summary>Of the properties that schema.org gives each of these types or a type above it, those that pages use.</summary>
    private static readonly Dictionary<string, string[]> _vocabulary = new()
    {
        ["Article"] = ["headline", "description", "url", "inLanguage", "dateModified", "isPartOf", "mainEntityOfPage", "author"],
        ["WebPage"] = ["name", "description", "url", "inLanguage", "dateModified", "isPartOf", "lastReviewed", "reviewedBy", "author"],
        ["FAQPage"] = ["name", "description", "url", "inLanguage", "dateModified", "isPartOf", "lastReviewed", "reviewedBy", "author", "mainEntity"],
        ["Question"] = ["name", "acceptedAnswer"],
        ["Answer"] = ["text"],
        ["DefinedTermSet"] = ["name", "description", "url", "inLanguage", "hasDefinedTerm"],
        ["DefinedTerm"] = ["name", "description", "url", "inDefinedTermSet", "alternateName"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["ListItem"] = ["position", "name", "item"],
        ["WebSite"] = ["name", "url"],
        ["Person"] = ["name"],
    };

    /// <summary>What Google's documentation of each kind of result requires.</summary>
    private static readonly Dictionary<string, string[]> _required = new()
    {
        ["FAQPage"] = ["mainEntity"],
        ["Question"] = ["name", "acceptedAnswer"],
        ["Answer"] = ["text"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["ListItem"] = ["position", "name", "item"],
        ["WebSite"] = ["name", "url"],
        ["DefinedTerm"] = ["name"],
    };

    private Guide Guide => site.Services.GetRequiredService<Guide>();

    [Theory]
    [MemberData(nameof(GuidePageTests.Guide), MemberType = typeof(GuidePageTests))]
    public async Task Every_type_and_property_is_schema_org_s_and_nothing_required_is_missing(string address)
    {
        if (await DataAsync(address) is not { } data) return;

        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        foreach (var node in Nodes(data.GetProperty("@graph")))
        {
            if (!node.TryGetProperty("@type", out var named)) { Assert.Equal(["@id"], Names(node)); continue; }
            var type = named.GetString()!;
            Assert.Empty(Names(node).Where(name => name[0] != '@').Except(_vocabulary[type]));
            Assert.Empty(_required.GetValueOrDefault(type, []).Except(Names(node)));
            Assert.All(node.EnumerateObject(), property => Assert.False(property.Value.ValueKind == JsonValueKind.String && property.Value.GetString()!.Length == 0, property.Name));
        }
    }

    [Theory]
    [InlineData("/", "WebPage", "WebSite")]
    [InlineData("/the-switch", "Article", "BreadcrumbList")]
    [InlineData("/key-terms", "Article", "DefinedTermSet", "BreadcrumbList")]
    [InlineData("/faq", "FAQPage", "BreadcrumbList")]
    [InlineData("/get-help", "WebPage", "BreadcrumbList")]
    public async Task A_page_is_what_it_is(string address, params string[] types)
    {
        var data = (await DataAsync(address))!.Value;
        Assert.Equal(types, data.GetProperty("@graph").EnumerateArray().Select(node => node.GetProperty("@type").GetString()));
        Assert.Equal("https://localhost" + address, data.GetProperty("@graph")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Every_question_stands_there_with_its_answer_and_every_term_with_its_definition()
    {
        var questions = Guide.PageAt("/faq")!.Blocks.OfType<Faq>().SelectMany(faq => faq.Questions).Select(question => (question.Title, question.Text));
        var asked = (await NodeAsync("/faq", "FAQPage")).GetProperty("mainEntity").EnumerateArray()
            .Select(question => (question.GetProperty("name").GetString()!, question.GetProperty("acceptedAnswer").GetProperty("text").GetString()!));
        Assert.Equal(questions, asked);

        var defined = (await NodeAsync("/key-terms", "DefinedTermSet")).GetProperty("hasDefinedTerm").EnumerateArray()
            .Select(term => (term.GetProperty("@id").GetString()!, term.GetProperty("name").GetString()!, term.GetProperty("description").GetString()!));
        Assert.Equal(Guide.Terms.Select(term => ($"https://localhost/key-terms#{term.Id}", term.Name, term.Definition)), defined);
    }

    [Fact]
    public async Task Nobody_is_named_who_is_not_there()
    {
        foreach (var page in Guide.Pages)
        {
            var text = JsonSerializer.Serialize((await DataAsync(page.Path))!.Value);
            Assert.Equal((page.Author is not null, page.ClinicalReviewer is not null), (text.Contains("\"author\"", StringComparison.Ordinal), text.Contains("\"reviewedBy\"", StringComparison.Ordinal)));
            Assert.DoesNotContain("Organization", text, StringComparison.Ordinal);
            Assert.DoesNotContain("publisher", text, StringComparison.Ordinal);
        }

        var named = JsonDocument.Parse(StructuredData.Of(Samples.Page() with { Author = "A. Writer", ClinicalReviewer = "Dr B" }, "https://x.example")).RootElement.GetProperty("@graph")[0];
        Assert.Equal("A. Writer", named.GetProperty("author").GetProperty("name").GetString());
        var reviewed = named.GetProperty("mainEntityOfPage");
        Assert.Equal(("Dr B", "2026-11-22"), (reviewed.GetProperty("reviewedBy").GetProperty("name").GetString(), reviewed.GetProperty("lastReviewed").GetString()));
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!-- <script>")]
    [InlineData("a \"quoted\" & 'other' \\ end\u2028")]
    public void No_text_can_end_the_element_it_stands_in(string text)
    {
        var json = StructuredData.Of(Samples.Page(new Faq([new Question("q", text, "", text)]), new TermList([Samples.Term("t", Strength.Mixed) with { Also = [text] }])) with { Title = text, Summary = text }, "https://x.example");

        Assert.DoesNotMatch("[<>&\u2028]", json);
        var page = JsonDocument.Parse(json).RootElement.GetProperty("@graph")[0];
        Assert.Equal(text, page.GetProperty("name").GetString());
        Assert.Equal(text, page.GetProperty("mainEntity")[0].GetProperty("acceptedAnswer").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/journal")]
    [InlineData("/journal/write")]
    [InlineData("/journal/lost-words")]
    [InlineData("/journal/no-such-page")]
    [InlineData("/search")]
    [InlineData("/search?q=relief")]
    [InlineData("/no-such-page")]
    public async Task A_page_that_is_not_to_be_found_tells_machines_nothing(string address)
    {
        var page = (await site.NewVisitor().GetAsync(address)).Document;
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Empty(page.QuerySelectorAll("script[type='application/ld+json'], meta[property], link[rel=canonical]"));
    }

    [Theory]
    [MemberData(nameof(GuidePageTests.Guide), MemberType = typeof(GuidePageTests))]
    public async Task A_preview_says_what_the_page_says(string address)
    {
        var page = (await site.NewVisitor().GetAsync(address)).Document;
        string? Meta(string name) => Assert.Single(page.QuerySelectorAll($"meta[property='og:{name}']")).GetAttribute("content");

        Assert.Equal(page.QuerySelector("h1")!.TextContent, Meta("title"));
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Meta("description"));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Meta("url"));
        Assert.Equal(("AvoidantGuide", "en_GB"), (Meta("site_name"), Meta("locale")));
        Assert.Equal(await DataAsync(address) is { } data && data.GetProperty("@graph")[0].GetProperty("@type").GetString() == "Article" ? "article" : "website", Meta("type"));
        Assert.Empty(page.QuerySelectorAll("meta[property='og:image']"));
        Assert.Empty(page.QuerySelectorAll("meta[name=robots]"));
    }

    private async Task<JsonElement> NodeAsync(string address, string type) =>
        (await DataAsync(address))!.Value.GetProperty("@graph").EnumerateArray().Single(node => node.GetProperty("@type").GetString() == type);

    /// <summary>Null on the one page that is all the others.</summary>
    private async Task<JsonElement?> DataAsync(string address)
    {
        var page = (await site.NewVisitor().GetAsync(address)).Document;
        var found = page.QuerySelectorAll("head > script[type='application/ld+json']");
        Assert.Equal(address == "/whole-guide" ? 0 : 1, found.Length);
        return found.Length == 0 ? null : JsonDocument.Parse(found[0].TextContent).RootElement;
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Array => at.EnumerateArray().SelectMany(Nodes),
        JsonValueKind.Object => at.EnumerateObject().SelectMany(property => Nodes(property.Value)).Prepend(at),
        _ => [],
    };

    private static IEnumerable<string> Names(JsonElement node) => node.EnumerateObject().Select(property => property.Name);
}
