using System.Diagnostics;
using System.Net;
using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>The search finds what the guide calls by any of its names, and no query can hurt it.</summary>
public sealed class SearchTests(Site site) : IClassFixture<Site>
{
    private SearchIndex Index => site.Services.GetRequiredService<SearchIndex>();

    private Guide Guide => site.Services.GetRequiredService<Guide>();

    [Fact]
    public void Every_term_is_found_by_each_of_its_names()
    {
        var missed = Guide.Terms.SelectMany(term => term.Also.Append(term.Name).Select(name => (term.Id, name)))
            .Where(pair => Index.Find(Guide, pair.name).Results.All(result => result.Address != $"/key-terms#{pair.Id}"));
        Assert.Empty(missed);
    }

    [Fact]
    public void Every_sign_is_found_by_its_words()
    {
        var missed = Guide.Signs.Where(sign => Index.Find(Guide, sign.Label).Results.All(result => result.Address != $"{sign.Path}#{sign.Id}"));
        Assert.Empty(missed.Select(sign => sign.Label));
    }

    [Fact]
    public async Task A_result_is_a_link_to_the_place_itself()
    {
        var term = Guide.Terms.First(term => term.Also.Count > 0);
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString(term.Also[0]));
        var link = page.Document.QuerySelector($"ol.results a[href='/key-terms#{term.Id}']");
        Assert.NotNull(link);
        Assert.NotNull((await site.NewVisitor().GetAsync("/key-terms")).Document.GetElementById(term.Id));
    }

    [Fact]
    public async Task Nothing_found_is_said_with_a_way_on()
    {
        var page = await site.NewVisitor().GetAsync("/search?q=xylophonequark");
        Assert.Contains("Nothing found", page.Text, StringComparison.Ordinal);
        Assert.All(Guide.Sequence, shown => Assert.NotNull(page.Document.QuerySelector($"main a[href='{shown.Path}']")));
    }

    [Fact]
    public async Task A_mistyped_word_is_set_right_and_said()
    {
        var page = await site.NewVisitor().GetAsync("/search?q=deactivatoin");
        Assert.Contains("Showing results for “deactivation”. Search for “deactivatoin” as you typed it", page.Text, StringComparison.Ordinal);
        Assert.Equal("/key-terms#deactivation", page.Document.QuerySelector("ol.results a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_query_that_was_set_right_can_be_looked_for_as_it_was_typed()
    {
        var visitor = site.NewVisitor();
        var page = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString("deactivatoin & co"));
        var exact = await visitor.GetAsync(page.Document.QuerySelector("main p a[href^='/search?']")!.GetAttribute("href")!);
        Assert.Equal("deactivatoin & co", exact.Document.QuerySelector("input#q")!.GetAttribute("value"));
        Assert.DoesNotContain("Showing results for", exact.Text, StringComparison.Ordinal);
        Assert.Contains("The guide does not use the words “deactivatoin”, “co”.", exact.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suicde")]
    [InlineData("he hits me lonley")]
    [InlineData("i hate myself")]
    public async Task Below_help_nothing_is_missing_wrong_or_counted(string query)
    {
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString(query));
        Assert.NotNull(page.Document.QuerySelector("main section.care"));
        foreach (var cold in new[] { "Nothing", "does not use", "Showing results", "places", "as you typed" })
            Assert.DoesNotContain(cold, page.Document.QuerySelector("main")!.TextContent.Replace("Nothing has to be decided", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jealous")]
    [InlineData("lottery tickets")]
    [InlineData("xylophonequark")]
    public async Task Nothing_found_leads_to_the_beginnings_of_the_home_page(string query)
    {
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString(query));
        Assert.Contains($"Nothing found for “{query}”", page.Text, StringComparison.Ordinal);
        Assert.Contains("It can be real all the same.", page.Text, StringComparison.Ordinal);
        foreach (var beginning in new[] { "/right-now", "/inside-experience", "/if-you-love-someone", "/key-terms", "/get-help" })
            Assert.NotNull(page.Document.QuerySelector($"main h2[aria-live] ~ * a[href='{beginning}'], main h2[aria-live] ~ p a[href='{beginning}']"));
    }

    [Fact]
    public async Task What_was_looked_for_is_marked_in_headings_and_excerpts_and_never_raw()
    {
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString("pulls <b>away</b> \"><img src=x>"));
        Assert.Equal("pull", page.Document.QuerySelector("ol.results a[href='/faq#pull-away'] mark")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector("ol.results p mark"));
        Assert.Empty(page.Document.QuerySelectorAll("main b, main img"));
        Assert.Equal(["MARK"], page.Document.QuerySelectorAll("ol.results a *, ol.results p *").Select(inner => inner.TagName).Distinct());
    }

    [Fact]
    public async Task Every_result_leads_to_a_place_that_is_there_and_names_its_page()
    {
        var visitor = site.NewVisitor();
        foreach (var query in new[] { "closeness", "practice", "need space", "going numb" })
        {
            var page = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString(query));
            foreach (var item in page.Document.QuerySelectorAll("ol.results > li"))
            {
                var parts = item.QuerySelector("a")!.GetAttribute("href")!.Split('#');
                var target = await visitor.GetAsync(parts[0]);
                Assert.Equal(HttpStatusCode.OK, target.Status);
                if (parts is [_, var anchor]) Assert.NotNull(target.Document.GetElementById(anchor));
                Assert.Contains("page", item.QuerySelector(".where")!.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("kill myself")]
    [InlineData("suicde")]
    [InlineData("he hits me")]
    [InlineData("forced marriage")]
    [InlineData("my partner hit me")]
    [InlineData("i cant do this anymore")]
    public async Task A_search_that_may_be_about_danger_shows_help_first(string query)
    {
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString(query));
        var help = page.Document.QuerySelector("main section.care")!;
        Assert.NotNull(help.QuerySelector("a[href='/get-help']"));
        Assert.NotNull(help.QuerySelector("a[href='tel:999']"));
        Assert.All(Guide.Help.Countries, country => Assert.NotNull(help.QuerySelector($"a[href='/get-help#{country.Id}']")));
        Assert.NotNull(help.QuerySelector("a[data-leave]"));
        // Below it nothing but help; what merely has the same words is folded away, and nothing is said to be missing.
        Assert.Equal("SECTION", page.Document.QuerySelector("main section.care, main ol.results")!.TagName);
        Assert.All(page.Document.QuerySelectorAll("main ol.results a").Where(link => link.Closest("details") is null), link => Assert.StartsWith("/get-help", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("main a[href='/right-now'], main h2[aria-live], main details[open]"));
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Any_other_search_has_the_way_to_help_in_one_line()
    {
        var page = await site.NewVisitor().GetAsync("/search?q=introversion");
        Assert.Null(page.Document.QuerySelector("main section.care"));
        Assert.NotNull(page.Document.QuerySelector("main .hint a[href='/get-help']"));
    }

    [Fact]
    public async Task A_search_is_kept_by_nothing_on_the_way_and_readers_are_told_what_stays()
    {
        var visitor = site.NewVisitor();
        var page = await visitor.GetAsync("/search?q=closeness");
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Contains(Assets.Search.StyleHash, string.Join(' ', page.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(Assets.Search.Style, page.Document.QuerySelector("style")!.TextContent);
        Assert.Contains("A search stays in your browser’s history", page.Text, StringComparison.Ordinal);
        Assert.Contains("with the words you searched for", (await visitor.GetAsync("/get-help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_offers_the_terms_the_pages_and_help()
    {
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString("what is a bid"));
        Assert.Contains("The guide does not use the word “bid”.", page.Text, StringComparison.Ordinal);
        Assert.All(Guide.Terms, term => Assert.NotNull(page.Document.QuerySelector($"main a[href='/key-terms#{term.Id}']")));
        Assert.NotNull(page.Document.QuerySelector("main p a[href='/get-help']"));
    }

    [Fact]
    public async Task An_empty_query_shows_the_form_alone()
    {
        foreach (var address in new[] { "/search", "/search?q=", "/search?q=%20%20" })
            Assert.DoesNotContain("Nothing found", (await site.NewVisitor().GetAsync(address)).Text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile { get; } =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus=alert(1) '", "{{7*7}} @Model ${7*7}",
        "(((((((a+)+)+)+)+)+$", "[\\p{L}", ".*", "\\", "%", "a\0b", "\0", "\r\nSet-Cookie: a=b", "🙂", "שלום", "\u202Etxt", "\uFFFF", "\u0001",
        "' OR 1=1 --", "../../etc/passwd",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_query_is_a_query_and_nothing_more(string query)
    {
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString(query));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Document.QuerySelectorAll("script"));
        Assert.Empty(page.Document.QuerySelectorAll("main img, [onerror], [onfocus], [autofocus]"));
        Assert.DoesNotContain('\0', page.Html);
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("🙂")]
    [InlineData("<")]
    [InlineData("ab🙂")]
    public async Task A_very_long_query_is_cut_and_answered_in_good_time(string part)
    {
        var started = Stopwatch.StartNew();
        var page = await site.NewVisitor().GetAsync("/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat(part, 3_000 / part.Length))));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var shown = page.Document.QuerySelector("input#q")!.GetAttribute("value")!;
        Assert.InRange(shown.Length, 1, 200);
        Assert.DoesNotContain('\uFFFD', shown);
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_query_given_twice_or_as_a_list_does_no_harm()
    {
        foreach (var address in new[] { "/search?q=a&q=b", "/search?q[]=a", "/search?Q=relief" })
            Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor().GetAsync(address)).Status);
    }
}
