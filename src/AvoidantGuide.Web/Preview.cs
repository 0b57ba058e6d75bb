using System.Globalization;
using System.Threading.Channels;
using AvoidantGuide.Content;

namespace AvoidantGuide.Web;

/// <summary>
/// What an editor sees while at work, in Development alone: drafts, problems over the page, a saved file by itself, and
/// <c>/preview</c>. In Production there is no such service and no such address.
/// </summary>
public sealed class Preview(GuideLibrary library)
{
    public const string Page = "/Preview";

    /// <summary>Goes up with every change of the files, good or bad: a page that was made at an earlier one is old.</summary>
    public int Version => library.Version;

    public IReadOnlyList<Problem> Problems => library.Problems;

    /// <summary>A page that readers do not see yet.</summary>
    public static Content.Page? Draft(Guide guide, string path) => guide.Drafts.FirstOrDefault(page => page.Path == path);

    /// <summary>What the file of this page has to be told of, and then the errors of others: they keep a newer text from readers.</summary>
    public IEnumerable<Problem> On(string? file) => Problems.Where(problem => problem.Severity == Severity.Error || problem.File == file)
        .OrderByDescending(problem => problem.File == file).ThenBy(problem => problem.Severity);

    /// <summary>The version, now and after every change, as server-sent events.</summary>
    internal async Task SendChangesAsync(HttpResponse response, CancellationToken cancel)
    {
        var changes = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        EventHandler change = (_, _) => changes.Writer.TryWrite(Version);
        library.Changed += change;
        try
        {
            response.ContentType = "text/event-stream";
            response.Headers.CacheControl = "no-store";
            changes.Writer.TryWrite(Version);
            await foreach (var version in changes.Reader.ReadAllAsync(cancel))
            {
                await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {version}\n\n"), cancel);
                await response.Body.FlushAsync(cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the server is stopping.
        }
        finally
        {
            library.Changed -= change;
        }
    }
}

public static class PreviewSetup
{
    public static void AddPreview(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment()) builder.Services.AddSingleton<Preview>();
        else builder.Services.Configure<Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions>(pages => pages.Conventions.AddPageRouteModelConvention(Preview.Page, page => page.Selectors.Clear()));
    }

    public static void MapPreview(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapGet("/preview/changes", async (HttpContext context, Preview preview, IHostApplicationLifetime server) =>
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, server.ApplicationStopping);
            await preview.SendChangesAsync(context.Response, end.Token);
        });
    }
}
