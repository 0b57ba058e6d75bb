namespace AvoidantGuide.Web;

/// <summary>
/// No other site may post here. Browsers say where a post comes from (Sec-Fetch-Site, or Origin in older ones);
/// a client that says neither is no browser, and has nobody's cookies. Tokens are asked for besides, once there is a journal.
/// </summary>
public static class CrossSiteCheck
{
    public static void UseCrossSiteCheck(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (context.IsErrorPage() || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || Allowed(request))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    });

    /// <summary>Whether the browser itself says that the post comes from this site.</summary>
    public static bool ComesFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site == "same-origin" || (site == "" && OriginIsHere(request));
    }

    private static bool Allowed(HttpRequest request) =>
        ComesFromHere(request)
        || (request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" && request.Headers.Origin.ToString() == "");

    private static bool OriginIsHere(HttpRequest request) =>
        request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host.Value}";
}
