using System.Net;
using AvoidantGuide.Web.Tests.Pages.Journal;
using Microsoft.AspNetCore.Http;

namespace AvoidantGuide.Web.Tests;

/// <summary>Which hosts are answered, and what a proxy may say.</summary>
public sealed class ServerLimitsTests(ServerLimitsTests.PublicSite shared) : IClassFixture<ServerLimitsTests.PublicSite>
{
    private static readonly IPAddress _elsewhere = IPAddress.Parse("203.0.113.5");

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("localhost:8080", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:5080", 200)]
    [InlineData("guide.example", 200)]
    [InlineData("GUIDE.example:443", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("localhost.evil.example", 400)]
    [InlineData("guide.example.evil.example", 400)]
    [InlineData("sub.guide.example", 400)]
    [InlineData("0.0.0.0", 400)]
    public async Task Only_this_machine_and_the_public_host_are_answered(string host, int status)
    {
        var answer = await AskAsync(shared.Site, "/the-switch", host, "https", IPAddress.Loopback);
        Assert.Equal(status, answer.Status);
        if (status == 400) Assert.Contains("That could not be read", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guide.example", "http", null, 403)]
    [InlineData("guide.example", "https", null, 200)]
    [InlineData("guide.example", "http", "https", 200)]
    [InlineData("guide.example", "http", "http", 403)]
    [InlineData("localhost", "http", null, 200)]
    [InlineData("127.0.0.1", "http", null, 200)]
    [InlineData("[::1]", "http", null, 200)]
    public async Task The_journal_needs_a_secure_connection_except_on_this_machine(string host, string scheme, string? forwarded, int status)
    {
        var answer = await AskAsync(shared.Site, "/journal", host, scheme, IPAddress.Loopback, forwarded);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 403, answer.Html.Contains("needs a secure connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_guide_needs_no_secure_connection() =>
        Assert.Equal(200, (await AskAsync(shared.Site, "/the-switch", "guide.example", "http", _elsewhere)).Status);

    [Fact]
    public async Task Only_a_proxy_on_this_machine_may_say_that_the_connection_was_secure() =>
        Assert.Equal(403, (await AskAsync(shared.Site, "/journal", "guide.example", "http", _elsewhere, "https")).Status);

    [Fact]
    public async Task The_frameworks_own_switch_for_proxies_trusts_no_one_else()
    {
        await using var site = new Site().With("Site:PublicUrl", "https://guide.example").With("FORWARDEDHEADERS_ENABLED", "true");
        await site.InitializeAsync();
        Assert.Equal(403, (await AskAsync(site, "/journal", "guide.example", "http", _elsewhere, "https")).Status);
        Assert.Equal(200, (await AskAsync(site, "/journal", "guide.example", "http", IPAddress.Loopback, "https")).Status);
    }

    [Fact]
    public async Task A_forged_forwarding_header_never_widens_the_limit_of_tries()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var visitor = site.NewVisitor();
        var statuses = new List<HttpStatusCode>();
        for (var tries = 0; tries <= FailedTries.Limit; tries++)
        {
            visitor.Client.DefaultRequestHeaders.Clear();
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{tries}");
            visitor.Client.DefaultRequestHeaders.Add("X-Real-IP", $"198.51.100.{tries}");
            visitor.Client.DefaultRequestHeaders.Add("Forwarded", $"for=198.51.100.{tries}");
            statuses.Add((await visitor.PostAsync("/journal", [new("code", "wrong words")])).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.All(statuses.SkipLast(1), status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
    }

    [Fact]
    public async Task A_forwarded_host_changes_nothing()
    {
        using var client = shared.Site.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        client.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/evil");
        Assert.DoesNotContain("evil", await client.GetStringAsync("/the-switch", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("198.51.100.7", 403)]
    public async Task Over_plain_http_the_journal_opens_on_this_machine_alone_whatever_host_is_named(string from, int status)
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var context = await own.Server.SendAsync(asked =>
        {
            (asked.Request.Method, asked.Request.Scheme, asked.Request.Path, asked.Request.Host) = ("GET", "http", "/journal", new HostString("localhost"));
            asked.Connection.RemoteIpAddress = IPAddress.Parse(from);
        }, TestContext.Current.CancellationToken);
        Assert.Equal(status, context.Response.StatusCode);
    }

    [Theory]
    [InlineData("javascript", "http")]
    [InlineData("ws", "http")]
    [InlineData("HTTPS", "https")]
    public async Task A_forwarded_scheme_is_one_of_two(string forwarded, string scheme)
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var (status, html) = await AskAsync(own, "/the-switch", "localhost", "http", IPAddress.Loopback, forwarded);
        Assert.Equal((200, true), (status, html.Contains($"<link rel=\"canonical\" href=\"{scheme}://localhost/the-switch\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refused_address_is_plain_text()
    {
        using var client = shared.Site.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Host", "no host");
        var answer = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal((400, "text/plain; charset=utf-8"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Fact]
    public async Task The_journal_works_through_a_proxy_on_this_machine()
    {
        var visitor = shared.Site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        await visitor.StartJournalAsync();
        Assert.Equal("Your journal", (await visitor.GetAsync("/journal")).Heading);
    }

    private static async Task<(int Status, string Html)> AskAsync(
        Site site, string path, string host, string scheme, IPAddress from, string? forwarded = null)
    {
        var context = await site.Server.SendAsync(
            asked =>
            {
                asked.Request.Method = "GET";
                asked.Request.Scheme = scheme;
                asked.Request.Path = path;
                asked.Request.Host = new HostString(host);
                asked.Connection.RemoteIpAddress = from;
                if (forwarded is not null) asked.Request.Headers["X-Forwarded-Proto"] = forwarded;
            },
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(context.Response.Body);
        return (context.Response.StatusCode, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public sealed class PublicSite : IAsyncLifetime
    {
        public Site Site { get; } = new Site().With("Site:PublicUrl", "https://guide.example");

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
