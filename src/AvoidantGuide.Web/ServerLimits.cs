using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Primitives;

namespace AvoidantGuide.Web;

/// <summary>What the server listens to, whom it answers, and how much it takes.</summary>
public static class ServerLimits
{
    /// <summary>Bytes of a request's body, unless a page says otherwise.</summary>
    public const int RequestBytes = 256 * 1024;

    /// <summary>
    /// Bytes of the journal's writing forms. More than an entry may hold, so that a text that is too long
    /// comes back whole with a message, where a refused request would lose it.
    /// </summary>
    public const int WritingBytes = 1024 * 1024;

    private const int LongestName = 256;

    public static void AddServerLimits(this WebApplicationBuilder builder, Settings settings)
    {
        if (string.IsNullOrEmpty(builder.Configuration["Urls"]) && string.IsNullOrEmpty(builder.Configuration["HTTP_PORTS"]))
            builder.WebHost.UseUrls(Settings.DefaultUrl);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxConcurrentConnections = 5_000;
            // Nothing here speaks anything but HTTP: no connection leaves the limits above by becoming something else.
            kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
            // Two cookies and what browsers send by themselves are a fraction of it.
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });

        // The longest name that a form here has is an id of the guide with a prefix; the values are as long as a body may be.
        builder.Services.Configure<FormOptions>(forms => (forms.KeyLengthLimit, forms.ValueLengthLimit) = (LongestName, WritingBytes));

        // The framework's own check stands before everything, where a refusal has neither headers nor a page.
        builder.Services.PostConfigure<Microsoft.AspNetCore.HostFiltering.HostFilteringOptions>(options => options.AllowedHosts = ["*"]);

        // The scheme alone, and only from a proxy on this machine. Addresses are never read from headers: anyone can write those.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = 1;
            // ASPNETCORE_FORWARDEDHEADERS_ENABLED empties both, and then believes anyone.
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            options.KnownProxies.Add(IPAddress.Loopback);
            options.KnownProxies.Add(IPAddress.IPv6Loopback);
        });
    }

    /// <summary>The scheme stands in links, so a proxy's word for it is one of two whatever it was.</summary>
    public static void UseProxysScheme(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            context.Request.Scheme = context.Request.IsHttps ? "https" : "http";
            return next(context);
        });
    }

    /// <summary>This machine's names and the public one.</summary>
    internal static IEnumerable<string> Hosts(Settings settings) =>
        settings.PublicUrl is { } url ? ["localhost", "127.0.0.1", "[::1]", new Uri(url).Host] : ["localhost", "127.0.0.1", "[::1]"];

    public static void UseAllowedHosts(this IApplicationBuilder app)
    {
        List<StringSegment> allowed = [.. Hosts(app.ApplicationServices.GetRequiredService<Settings>())];
        app.Use((context, next) =>
        {
            var host = context.Request.Host;
            if (context.IsErrorPage()) return next(context);
            var named = Uri.TryCreate($"http://{host.Value}/", UriKind.Absolute, out _);
            if (named && HostString.MatchesAny(host.Value, allowed)) return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            if (named) return Task.CompletedTask;
            // A page has links made from the host; one that is no host at all has none.
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("This is not an address of this site.");
        });
    }
}
