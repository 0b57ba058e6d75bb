using AvoidantGuide.Web.Finished;
using Microsoft.Net.Http.Headers;

namespace AvoidantGuide.Web;

/// <summary>The response headers that every response carries, error pages included.</summary>
public static class SecurityHeaders
{
    /// <summary>For the journal's layout, which has more style and script than other pages.</summary>
    public static PageAssets ForJournal(this HttpContext context) => context.With(Assets.Journal);

    /// <summary>Allows the style and the script that a layout is about to write, and no other.</summary>
    public static PageAssets With(this HttpContext context, PageAssets assets)
    {
        context.Items[typeof(PageAssets)] = assets;
        return assets;
    }

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the start of the response, because the exception handler clears what was set before.
        context.Response.OnStarting(static state =>
        {
            Write((HttpResponse)state);
            WriteKeeping((HttpResponse)state);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });

    /// <summary>Nothing is kept that does not say that it may be: neither a refusal nor the way to another address.</summary>
    private static void WriteKeeping(HttpResponse response)
    {
        var headers = response.Headers;
        if (headers.CacheControl.Count > 0) return;
        var everyones = response.StatusCode == StatusCodes.Status200OK && response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SameForEveryoneAttribute>() is not null;
        headers.CacheControl = everyones ? Representation.Fresh : "no-store";
        if (everyones) headers.Vary = HeaderNames.AcceptEncoding;
    }

    private static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = (response.HttpContext.Items[typeof(PageAssets)] as PageAssets ?? Assets.Site).Policy;
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()";
    }
}
