namespace AvoidantGuide.Web.Tests;

/// <summary>The headers that the security promises name.</summary>
internal static class ExpectedHeaders
{
    private static readonly Dictionary<string, string> _exactly = new()
    {
        ["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
        ["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()",
    };

    private static readonly string[] _policy =
    [
        "default-src 'none'", "img-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "object-src 'none'",
        "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
    ];

    public static void On(HttpResponseMessage answer)
    {
        foreach (var (name, value) in _exactly)
            Assert.True(
                answer.Headers.TryGetValues(name, out var values) && values.SequenceEqual([value]),
                $"{name} is missing or wrong on {answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} ({(int)answer.StatusCode}).");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.All(_policy, part => Assert.Contains(part, policy));
        Assert.DoesNotContain(policy, part => part.Contains("unsafe", StringComparison.Ordinal));
        Assert.True(answer.Headers.CacheControl is { NoStore: true } or { Public: true }, $"{answer.RequestMessage!.RequestUri} does not say who may keep it.");
        foreach (var unwanted in new[] { "Server", "X-Powered-By", "Clear-Site-Data" }) Assert.False(answer.Headers.Contains(unwanted), unwanted);
    }
}
