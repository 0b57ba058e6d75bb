using System.Diagnostics;
using System.Net;
using AvoidantGuide.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>The search finds what the guide calls by any of its names, and no query can hurt it.</summary>
public sealed class SearchTests(Site site) : IClassFixture<Site>
{
    private Guide Guide => site.Services.GetRequiredService<Guide>();

    [Fact]
    public void Every_term_is_found_by_each_of_its_names()
    {
        var missed = Guide.Terms.SelectMany(term => term.Also.Append(term.Name).Select(name => (term.Id, name)))
            .Where(pair => GuideSearch.Find(Guide, pair.name).All(result => result.Address != $"/key-terms#{pair.Id}"));
        Assert.Empty(missed);
    }

    [Fact]
    public void Every_sign_is_found_by_its_words()
    {
        var missed = Guide.Signs.Where(sign => GuideSearch.Find(Guide, sign.Label).All(result => result.Address != $"{sign.Path}#{sign.Id}"));
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
