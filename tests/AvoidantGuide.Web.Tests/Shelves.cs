using System.Text;
using AvoidantGuide.Web.Finished;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>What a site has kept of its pages.</summary>
internal static class Shelves
{
    public static IReadOnlyList<string> Paths(Site site) => [.. All(site).SelectMany(shelf => shelf.Kept).Select(kept => kept.Path).Distinct(StringComparer.Ordinal)];

    /// <summary>Every byte and every header of it.</summary>
    public static byte[] Everything(Site site) =>
        [.. All(site).SelectMany(shelf => shelf.Kept).SelectMany(kept => Encoding.UTF8.GetBytes($"{kept.Path}\n{kept.Page.Made.Route}\n{string.Join('\n', kept.Page.Made.Headers)}\n").Concat(kept.Page.Made.Body))];

    public static long Bytes(Site site) => All(site).Sum(shelf => shelf.Bytes);

    public static void Clear(Site site)
    {
        foreach (var shelf in All(site)) shelf.Clear();
    }

    /// <summary>Ends when every page that was asked for is as small as it goes.</summary>
    public static Task TightAsync(Site site) => Task.WhenAll(All(site).SelectMany(shelf => shelf.Kept).Select(kept => kept.Page.Small)).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

    /// <summary>Tells of every time that the page is made, and of the request it is made for.</summary>
    public static Action<IServiceCollection> Watching(string path, Action<HttpContext> made) =>
        services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Watch(path, made)));

    private static FinishedPages Of(Site site) => site.Services.GetRequiredService<FinishedPages>();

    private static IEnumerable<Shelf> All(Site site) => Of(site).All;

    private sealed class Watch(string path, Action<HttpContext> made) : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == path) made(context.HttpContext);
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
