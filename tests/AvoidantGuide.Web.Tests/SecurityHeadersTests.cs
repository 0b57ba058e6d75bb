using System.Net;
using System.Security.Cryptography;
using System.Text;
using AvoidantGuide.Web.Tests.Pages;
using AvoidantGuide.Web.Tests.Pages.Journal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>Every response carries every header, whatever kind of response it is.</summary>
public sealed class SecurityHeadersTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("GET", "/the-switch", 200)]
    [InlineData("HEAD", "/the-switch", 200)]
    [InlineData("GET", "/search?q=relief", 200)]
    [InlineData("GET", "/feed.xml", 200)]
    [InlineData("GET", "/sitemap.xml", 200)]
    [InlineData("GET", "/robots.txt", 200)]
    [InlineData("GET", "/favicon.ico", 200)]
    [InlineData("HEAD", "/favicon.svg", 200)]
    [InlineData("GET", "/healthz", 200)]
    [InlineData("GET", "/readyz", 200)]
    [InlineData("GET", "/journal", 200)]
    [InlineData("HEAD", "/journal", 200)]
    [InlineData("GET", "/journal/export", 302)]
    [InlineData("GET", "/leave", 303)]
    [InlineData("GET", "/The-Switch", 301)]
    [InlineData("GET", "/no-such-page", 404)]
    [InlineData("HEAD", "/no-such-page", 404)]
    [InlineData("GET", "/journal/no-such-page", 404)]
    [InlineData("POST", "/the-switch", 405)]
    [InlineData("POST", "/feed.xml", 405)]
    [InlineData("DELETE", "/the-switch", 405)]
    [InlineData("TRACE", "/the-switch", 405)]
    [InlineData("PUT", "/journal", 405)]
    [InlineData("POST", "/journal/lost-words", 405)]
    public async Task Each_kind_of_response_has_them(string method, string address, int status)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is "POST" or "PUT") request.Content = new FormUrlEncodedContent([]);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        ExpectedHeaders.On(answer);
    }

    [Theory]
    [InlineData("/the-switch")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/favicon.svg")]
    [InlineData("/readyz")]
    [InlineData("/journal")]
    public async Task What_is_text_says_how_it_is_written(string address)
    {
        using var client = site.CreateClient();
        var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType?.CharSet?.ToLowerInvariant());
    }

    [Fact]
    public async Task A_refused_host_has_them()
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        ExpectedHeaders.On(answer);
    }

    [Fact]
    public async Task A_post_from_another_site_and_a_failed_try_have_them()
    {
        var visitor = site.NewVisitor();
        var foreign = await visitor.PostAsync("/journal", [new("code", "x")], "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        ExpectedHeaders.On(foreign.Response);

        var wrong = await visitor.PostAsync("/journal", [new("code", "x")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        ExpectedHeaders.On(wrong.Response);
    }

    [Fact]
    public async Task Too_many_tries_have_them()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var visitor = own.NewVisitor();
        for (var tries = 0; tries < FailedTries.Limit; tries++) await visitor.PostAsync("/journal", [new("code", "x")]);
        var limited = await visitor.PostAsync("/journal", [new("code", "x")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        ExpectedHeaders.On(limited.Response);
    }

    [Fact]
    public async Task A_failure_of_the_server_has_them()
    {
        await using var own = new Site().With(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new FailsOnAbout())));
        await own.InitializeAsync();
        var failed = await own.NewVisitor().GetAsync("/about");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        Assert.Equal("Something went wrong here", failed.Heading);
        Assert.DoesNotContain("deliberate", failed.Html, StringComparison.Ordinal);
        ExpectedHeaders.On(failed.Response);
    }

    [Fact]
    public async Task Every_page_of_an_open_journal_has_them_and_is_stored_nowhere()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var entry = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        foreach (var address in new[]
        {
            "/journal", "/journal/write", "/journal/entries", entry, entry + "/edit", entry + "/delete", "/journal/export", "/journal/delete",
            "/journal/settings", "/journal/lost-words", "/journal/gone", "/journal/keep", "/journal/no-such-page", "/journal/entries/none",
        })
        {
            var page = await visitor.GetAsync(address);
            ExpectedHeaders.On(page.Response);
            Assert.True(page.Response.Headers.CacheControl!.NoStore, address);
            Assert.Equal("Notes", page.Document.Title);
        }
    }

    [Theory]
    [MemberData(nameof(GuidePageTests.Guide), MemberType = typeof(GuidePageTests))]
    [InlineData("/search")]
    [InlineData("/search?q=relief")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/no-such-page")]
    [InlineData("/journal")]
    [InlineData("/journal/write")]
    public async Task No_cookie_is_set(string address)
    {
        using var client = site.CreateClient();
        Assert.False((await client.GetAsync(address, TestContext.Current.CancellationToken)).Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/the-switch")]
    [InlineData("/what-helps")]
    [InlineData("/journal")]
    [InlineData("/no-such-page")]
    [InlineData("/journal/no-such-page")]
    public async Task The_policy_names_exactly_the_style_and_the_script_of_the_page(string address)
    {
        var page = await site.NewVisitor().GetAsync(address);
        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        var style = Between(page.Html, "<style>", "</style>");
        var script = Between(page.Html, "<script>", "</script>");
        Assert.Contains($"style-src '{Hash(style)}';", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src '{Hash(script)}';", policy, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("style, link[rel=stylesheet]"));
        // Data about the page, which no browser runs, is the one other element of that name.
        Assert.Single(page.Document.QuerySelectorAll("script:not([type='application/ld+json'])"));
    }

    /// <summary>What stands in the page as it was sent, which is what a browser hashes.</summary>
    private static string Between(string html, string start, string end)
    {
        var from = html.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return html[from..html.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class FailsOnAbout : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == "/about") throw new InvalidOperationException("A deliberate failure.");
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
