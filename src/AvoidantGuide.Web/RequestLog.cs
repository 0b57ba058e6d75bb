using System.Diagnostics;

namespace AvoidantGuide.Web;

/// <summary>One line for each request: method, route, status, time. The route is the pattern, never the address that was asked for.</summary>
public static partial class RequestLog
{
    internal const string Category = "AvoidantGuide.Requests";

    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        app.Use(async (context, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                // Error pages run the pipeline again, so the first route is remembered where there was one.
                var route = (context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.Endpoint ?? context.GetEndpoint()) as RouteEndpoint;
                Answered(log, Method(context.Request.Method), route?.RoutePattern.RawText ?? "(none)", context.Response.StatusCode,
                    Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
    }

    // A method is whatever the client sends, so only the known ones are written down.
    private static string Method(string method) => HttpMethods.IsGet(method) ? "GET"
        : HttpMethods.IsPost(method) ? "POST"
        : HttpMethods.IsHead(method) ? "HEAD"
        : "other";

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds:0.0} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, double milliseconds);
}
