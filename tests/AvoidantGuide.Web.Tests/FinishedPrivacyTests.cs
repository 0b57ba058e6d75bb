using System.Net;
using System.Text;
using AvoidantGuide.Web.Finished;
using AvoidantGuide.Web.Tests.Pages.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>What one reader sends is never in what another gets, nor in what is kept.</summary>
public sealed class FinishedPrivacyTests
{
    private const string Canary = "Kestrelplume";

    [Theory]
    [InlineData(null)]
    [InlineData("https://guide.example")]
    public async Task Nothing_that_a_reader_sends_is_kept(string? address)
    {
        await using var site = new Site();
        if (address is not null) site.With("Site:PublicUrl", address);
        await site.InitializeAsync();
        foreach (var path in FinishedPagesTests.Kept.Select(row => row.Data))
        {
            await SendAsync(site, $"{path}?{Canary}=1&q={Canary}", Canary);
            await SendAsync(site, $"{path}/{Canary}", Canary);
        }

        Assert.Equal(FinishedPagesTests.Kept.Select(row => row.Data).Order(StringComparer.Ordinal), Shelves.Paths(site).Order(StringComparer.Ordinal));
        var everything = Shelves.Everything(site);
        Assert.Empty(Traces.FindIn(everything, [Canary, Canary.ToUpperInvariant()]));
        Assert.DoesNotContain("Set-Cookie", Encoding.UTF8.GetString(everything), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_is_made_for_a_request_of_the_sites_own()
    {
        List<string> seen = [];
        await using var site = new Site().With(Shelves.Watching("/about", asked => seen.Add(
            $"{asked.Request.Method} {asked.Request.Path}{asked.Request.QueryString} {string.Join('|', asked.Request.Headers)} {asked.Connection.RemoteIpAddress} {asked.User.Identity?.Name}")));
        await site.InitializeAsync();
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", Canary);
        client.DefaultRequestHeaders.Add("User-Agent", Canary);
        await client.GetAsync($"/about?{Canary}", TestContext.Current.CancellationToken);

        Assert.Equal(["GET /about [Host, localhost]  "], seen);
        // And there is no way to the reader's from there.
        Assert.Null(site.Services.GetService<IHttpContextAccessor>());
    }

    [Fact]
    public async Task An_open_journal_changes_no_byte_and_gets_no_cookie()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var writer = site.NewVisitor();
        await writer.StartJournalAsync();
        foreach (var path in FinishedPagesTests.Kept.Select(row => row.Data))
        {
            var first = await writer.GetAsync(path);
            var second = await site.NewVisitor().GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, first.Html, first.Response.Headers.ETag), (second.Status, second.Html, second.Response.Headers.ETag));
            Assert.False(first.Response.Headers.Contains("Set-Cookie"));
        }

        Assert.DoesNotContain("Cookie", Encoding.UTF8.GetString(Shelves.Everything(site)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", "https", null, "https://localhost/about")]
    [InlineData("localhost", "http", null, "http://localhost/about")]
    [InlineData("127.0.0.1", "https", null, "https://127.0.0.1/about")]
    [InlineData("localhost", "http", "https", "https://localhost/about")]
    [InlineData("localhost:8080", "https", null, "https://localhost:8080/about")]
    [InlineData("LOCALHOST", "https", null, "https://localhost/about")]
    public async Task Without_an_address_of_its_own_a_page_names_the_host_it_was_asked_at_and_no_other_readers(string host, string scheme, string? forwarded, string canonical)
    {
        await using var site = new Site();
        await site.InitializeAsync();
        foreach (var (other, way) in new[] { ("localhost", "https"), ("localhost", "http"), ("127.0.0.1", "https"), ("[::1]", "http"), ("localhost:9090", "http") })
            Assert.Contains($"<link rel=\"canonical\" href=\"{way}://{other}/about\">", (await AskAsync(site, other, way, null)).Html, StringComparison.Ordinal);

        Assert.Contains($"<link rel=\"canonical\" href=\"{canonical}\">", (await AskAsync(site, host, scheme, forwarded)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guide.example")]
    [InlineData("guide.example:443")]
    [InlineData("127.0.0.1")]
    [InlineData("GUIDE.example")]
    public async Task With_an_address_of_its_own_there_is_one_page_for_all_hosts(string host)
    {
        await using var site = new Site().With("Site:PublicUrl", "https://guide.example");
        await site.InitializeAsync();
        var usual = (await AskAsync(site, "guide.example", "https", null)).Html;
        // A host that is spelt otherwise is not looked up, and its page is the same one before it was made compact.
        Assert.Equal(usual, Encoding.UTF8.GetString(Compact.Html(Encoding.UTF8.GetBytes((await AskAsync(site, host, "http", "https")).Html))));
    }

    [Fact]
    public async Task A_foreign_host_is_refused_though_the_page_is_kept()
    {
        await using var site = new Site().With("Site:PublicUrl", "https://guide.example");
        await site.InitializeAsync();
        Assert.Equal(200, (await AskAsync(site, "guide.example", "https", null)).Status);
        foreach (var host in new[] { "evil.example", "guide.example.evil.example", "guide.example@evil.example", "", "evil.example, guide.example" })
            Assert.Equal(400, (await AskAsync(site, host, "https", null)).Status);
    }

    private static async Task SendAsync(Site site, string address, string canary)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
        {
            using var client = site.CreateClient();
            using var request = new HttpRequestMessage(method, address);
            foreach (var name in new[] { "Cookie", "User-Agent", "Referer", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Accept-Language", "Authorization", "If-None-Match", "X-Original-URL", canary })
                request.Headers.TryAddWithoutValidation(name, $"{canary}={canary}");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", $"br, {canary}");
            var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            // With what a proxy says left out, so that it is the kept page that is asked for.
            using var again = new HttpRequestMessage(method, address);
            foreach (var (name, values) in request.Headers.Where(header => header.Key != "X-Forwarded-Proto")) again.Headers.TryAddWithoutValidation(name, values);
            await client.SendAsync(again, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(int Status, string Html)> AskAsync(Site site, string host, string scheme, string? forwarded)
    {
        var context = await site.Server.SendAsync(
            asked =>
            {
                (asked.Request.Method, asked.Request.Scheme, asked.Request.Path) = ("GET", scheme, "/about");
                asked.Request.Headers.Host = host;
                asked.Connection.RemoteIpAddress = IPAddress.Loopback;
                if (forwarded is not null) asked.Request.Headers["X-Forwarded-Proto"] = forwarded;
            },
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(context.Response.Body);
        return (context.Response.StatusCode, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
