using System.Collections.Concurrent;

namespace AvoidantGuide.Web.Tests;

/// <summary>Keeps Secure cookies over http too, as browsers do for this machine.</summary>
internal sealed class BrowserCookies(HttpMessageHandler inner, Version? protocol = null) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, string> _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (protocol is not null) (request.Version, request.VersionPolicy) = (protocol, HttpVersionPolicy.RequestVersionExact);
        if (!_cookies.IsEmpty) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return response;
        foreach (var cookie in set.Select(header => header.Split(';')[0].Split('=', 2)))
            if (cookie[1] == "") _cookies.TryRemove(cookie[0], out _);
            else _cookies[cookie[0]] = cookie[1];
        return response;
    }
}
