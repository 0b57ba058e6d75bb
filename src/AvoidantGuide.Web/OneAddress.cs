using AvoidantGuide.Content;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web;

/// <summary>Each address has one spelling, an old one of more than one part leads to the page's own, and each does only what its page has a handler for.</summary>
public static class OneAddress
{
    public static void UseOneAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (context.IsErrorPage()) return next(context);
        if (reads && context.GetEndpoint() is null && context.RequestServices.GetRequiredService<Guide>().PageOnceAt(request.Path.Value ?? "/") is { } page)
            context.Response.Redirect(page.Path + request.QueryString, permanent: true);
        else if (reads && Spelling(context.GetEndpoint()) is { } spelling && spelling != request.Path.Value)
            context.Response.Redirect(spelling + request.QueryString, permanent: true);
        else if (!reads && context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } action && !Handles(action, request.Method))
            Refuse(context.Response, action);
        else return next(context);
        return Task.CompletedTask;
    });

    /// <summary>The address as it is written in links; null where a part of it varies.</summary>
    private static string? Spelling(Endpoint? endpoint) =>
        endpoint is RouteEndpoint { RoutePattern: { Parameters.Count: 0, RawText: { } text } } ? "/" + text.Trim('/') : null;

    /// <summary>Without this, a page runs for any method with nothing prepared.</summary>
    private static bool Handles(CompiledPageActionDescriptor page, string method) =>
        page.HandlerMethods.Any(handler => string.Equals(handler.HttpMethod, method, StringComparison.OrdinalIgnoreCase));

    private static void Refuse(HttpResponse response, CompiledPageActionDescriptor page)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = Handles(page, HttpMethods.Post) ? "GET, HEAD, POST" : "GET, HEAD";
    }
}
