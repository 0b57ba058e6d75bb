using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AvoidantGuide.Web.Finished;

/// <summary>Where a page says that it stands.</summary>
internal sealed record Origin(string Scheme, string Host);

/// <summary>
/// Asks the site itself for a page, through everything that a reader's request passes, so that markup and headers are those of the
/// one page there is. The request is made here, out of an address of the site and a path of the guide: there is nothing of a reader's in it.
/// </summary>
internal sealed class PageMaking(IHttpContextFactory contexts, IServiceScopeFactory scopes)
{
    /// <returns>Null where the answer is not one to keep.</returns>
    public Task<MadePage?> MakeAsync(RequestDelegate pipeline, Origin site, string path)
    {
        // What flows along with a reader's request (its context, for one, to whoever asks the accessor) must not reach the page.
        using (ExecutionContext.SuppressFlow()) return Task.Run(() => AskAsync(pipeline, site, path));
    }

    private async Task<MadePage?> AskAsync(RequestDelegate pipeline, Origin site, string path)
    {
        using var body = new MemoryStream();
        var answer = new Answer();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = site.Scheme,
            Protocol = HttpProtocol.Http11,
            Path = path,
            RawTarget = path,
            Headers = new HeaderDictionary { [HeaderNames.Host] = site.Host },
        });
        features.Set<IHttpResponseFeature>(answer);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        var context = contexts.Create(features);
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await pipeline(context);
            await context.Response.CompleteAsync();
            await answer.StartAsync();
            return Kept(context, body);
        }
        finally
        {
            await answer.CompleteAsync();
            contexts.Dispose(context);
        }
    }

    private static MadePage? Kept(HttpContext context, MemoryStream body)
    {
        var (response, route) = (context.Response, context.GetEndpoint() as RouteEndpoint);
        if (response.StatusCode != StatusCodes.Status200OK || route?.Metadata.GetMetadata<SameForEveryoneAttribute>() is null) return null;
        // What sets a cookie, or says itself how long it may be kept, was not made for everyone.
        if (response.Headers.SetCookie.Count > 0 || response.Headers.CacheControl != Representation.Fresh) return null;
        response.Headers.Remove(HeaderNames.ContentLength);
        return new MadePage(route.RoutePattern.RawText ?? "", [.. response.Headers], IsHtml(response) ? Compact.Html(body.ToArray()) : body.ToArray());
    }

    private static bool IsHtml(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true;

    /// <summary>A server's own answer calls back when it starts and when it ends.</summary>
    private sealed class Answer : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Call, object State)> _atStart = new();
        private readonly Stack<(Func<object, Task> Call, object State)> _atEnd = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _atStart.Push((callback, state));

        public override void OnCompleted(Func<object, Task> callback, object state) => _atEnd.Push((callback, state));

        public Task StartAsync() => RunAsync(_atStart);

        public Task CompleteAsync() => RunAsync(_atEnd);

        private static async Task RunAsync(Stack<(Func<object, Task> Call, object State)> callbacks)
        {
            while (callbacks.TryPop(out var next)) await next.Call(next.State);
        }
    }
}
