using System.Net;
using AngleSharp.Html.Parser;
using AvoidantGuide.Content;
using AvoidantGuide.Web.Tests.Pages.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>The addresses that the site promises, and what happens to those that it does not have.</summary>
public sealed class GuidePageTests(Site site) : IClassFixture<Site>
{
    /// <summary>What has a style sheet of its own, and how it is told.</summary>
    private static readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal)
    {
        ["cited"] = ".cited",
        ["comparison"] = ".comparison",
        ["faq"] = ".faq",
        ["figures"] = "figure.drawing",
        ["forms"] = ".asked",
        ["help"] = ".countries",
        ["practice"] = ".try",
        ["signs"] = ".signs",
        ["sources"] = ".sources",
        ["start"] = ".start",
        ["terms"] = ".definitions",
        ["voice"] = ".voice",
    };

    public static TheoryData<string> Guide { get; } =
    [
        "/", "/key-terms", "/nervous-system", "/how-it-develops", "/inside-experience", "/the-switch", "/dismissive-vs-fearful", "/in-relationships",
        "/what-it-costs", "/what-helps", "/can-it-change", "/if-you-love-someone", "/faq", "/right-now", "/whole-guide", "/sources", "/get-help",
        "/about", "/privacy",
    ];

    public static TheoryData<string> Others { get; } =
    [
        "/search", "/search?q=relief", "/feed.xml", "/sitemap.xml", "/robots.txt", "/journal", "/journal/write", "/journal/lost-words", "/healthz",
        "/readyz", "/favicon.ico", "/favicon.svg",
    ];

    [Theory]
    [MemberData(nameof(Guide))]
    [MemberData(nameof(Others))]
    public async Task Every_address_answers_get_and_head_alike(string address)
    {
        using var client = site.CreateClient();
        var get = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.CacheControl?.ToString(), head.Headers.CacheControl?.ToString());
    }

    [Theory]
    [MemberData(nameof(Guide))]
    public async Task A_page_carries_the_style_of_what_stands_on_it_and_of_nothing_else(string address)
    {
        var page = await site.NewVisitor().GetAsync(address);
        var style = page.Document.QuerySelector("style")!.TextContent;

        Assert.Equal(
            _parts.Where(part => page.Document.QuerySelector(part.Value) is not null).Select(part => part.Key),
            _parts.Keys.Where(part => style.Contains(Assets.Style($"{part}.css"), StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Guide))]
    public async Task A_guide_page_names_its_one_address(string address)
    {
        var page = await site.NewVisitor().GetAsync(address);
        var canonical = Assert.Single(page.Document.QuerySelectorAll("link[rel=canonical]"));
        Assert.Equal("https://localhost" + address, canonical.GetAttribute("href"));
        Assert.NotEmpty(page.Heading);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task The_list_of_addresses_above_is_every_page_there_is()
    {
        var guide = site.Services.GetRequiredService<Guide>();
        var listed = Guide.Select(row => row.Data).Where(address => address != "/whole-guide");
        Assert.Equal(listed.Order(StringComparer.Ordinal), guide.Pages.Select(page => page.Path).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor().GetAsync("/whole-guide")).Status);
    }

    [Fact]
    public async Task Every_link_within_the_site_leads_to_a_page_and_a_place_on_it()
    {
        var visitor = site.NewVisitor();
        var pages = new Dictionary<string, Seen>();
        foreach (var address in Guide.Select(row => row.Data).Append("/search").Append("/journal")) pages[address] = await visitor.GetAsync(address);
        var lost = new List<string>();
        foreach (var (address, page) in pages)
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(link => link[0] is '/' or '#'))
            {
                var (path, place) = (link.Split('#')[0] is { Length: > 0 } other ? other : address, link.Split('#').ElementAtOrDefault(1));
                if (path is "/leave" || path.StartsWith("/journal", StringComparison.Ordinal)) continue;
                if (!pages.TryGetValue(path, out var target) || (place is not null && target.Document.GetElementById(place) is null)) lost.Add($"{address}: {link}");
            }

        Assert.Empty(lost.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/The-Switch", "/the-switch")]
    [InlineData("/the-switch/", "/the-switch")]
    [InlineData("/KEY-TERMS/", "/key-terms")]
    [InlineData("/Whole-Guide", "/whole-guide")]
    [InlineData("/whole-guide/", "/whole-guide")]
    [InlineData("/search/?q=relief", "/search?q=relief")]
    [InlineData("/Feed.xml", "/feed.xml")]
    [InlineData("/Sitemap.XML", "/sitemap.xml")]
    [InlineData("/journal/", "/journal")]
    [InlineData("/Journal/Write", "/journal/write")]
    public async Task Another_case_or_a_slash_at_the_end_leads_to_the_address_for_good(string address, string target)
    {
        using var client = site.CreateClient();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await client.SendAsync(new HttpRequestMessage(method, address), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(target, answer.Headers.Location!.OriginalString);
        }
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/a/b/c")]
    [InlineData("/the-switch/more")]
    [InlineData("/error/500")]
    [InlineData("/error/200")]
    [InlineData("/%F0%9F%99%82")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    public async Task An_unknown_address_is_said_to_be_unknown_on_a_page_that_leads_on(string address)
    {
        var page = await site.NewVisitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("This page is not here", page.Heading);
        foreach (var way in new[] { "/", "/search", "/get-help" }) Assert.NotNull(page.Document.QuerySelector($"main a[href='{way}']"));
        Assert.Empty(page.Document.QuerySelectorAll("link[rel=canonical]"));
    }

    [Fact]
    public async Task The_journal_answers_locked_and_open()
    {
        var visitor = site.NewVisitor();
        Assert.Equal("A private journal", (await visitor.GetAsync("/journal")).Heading);
        await visitor.StartJournalAsync();
        var open = await visitor.GetAsync("/journal");
        Assert.Equal(("Your journal", HttpStatusCode.OK), (open.Heading, open.Status));
    }

    [Fact]
    public async Task Leaving_is_a_redirect_for_get_and_for_head()
    {
        using var client = site.CreateClient();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await client.SendAsync(new HttpRequestMessage(method, "/leave"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal("https://www.bbc.co.uk/weather", answer.Headers.Location!.AbsoluteUri);
        }
    }

    [Fact]
    public async Task No_page_needs_anything_from_elsewhere()
    {
        var visitor = site.NewVisitor();
        foreach (var address in Guide.Select(row => row.Data).Append("/journal"))
        {
            var page = new HtmlParser().ParseDocument((await visitor.GetAsync(address)).Html);
            Assert.DoesNotContain(page.QuerySelectorAll("[src], link[href]:not([rel=canonical])"), element =>
                (element.GetAttribute("src") ?? element.GetAttribute("href"))![0] != '/');
            Assert.Empty(page.QuerySelectorAll("[style], [onclick], iframe, object, embed"));
        }
    }
}
