namespace AvoidantGuide.Web;

/// <summary>The response headers that every response carries, error pages included.</summary>
public static class SecurityHeaders
{
    private const string Notes = "notes";

    private static readonly string _guide = Policy(Assets.Guide);
    private static readonly string _journal = Policy(Assets.Journal);

    /// <summary>For the journal's layout, which has more style and script than other pages.</summary>
    public static PageAssets ForJournal(this HttpContext context)
    {
        context.Items[Notes] = true;
        return Assets.Journal;
    }

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the start of the response, because the exception handler clears what was set before.
        context.Response.OnStarting(static state =>
        {
            Write((HttpResponse)state);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });

    private static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = response.HttpContext.Items.ContainsKey(Notes) ? _journal : _guide;
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()";
    }

    /// <summary>Style and script stand inside each page, so each is allowed by its hash and nothing else is.</summary>
    private static string Policy(PageAssets assets) => string.Join("; ",
        "default-src 'none'",
        $"script-src '{assets.ScriptHash}'",
        $"style-src '{assets.StyleHash}'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'");
}
