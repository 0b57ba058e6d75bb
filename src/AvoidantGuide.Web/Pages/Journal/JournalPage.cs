using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>A page under /journal: never stored by the browser, over https or on this machine only, and only once the store is ready.</summary>
public abstract class JournalPage(JournalDoor door) : PageModel
{
    protected JournalDoor Door => door;

    /// <summary>Null while it is locked.</summary>
    public OpenJournal? Journal { get; protected set; }

    public Preferences Preferences { get; protected set; } = Preferences.Default;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-cache, no-store"; // As the tokens would have it too, with a warning each time.
        if (!Request.IsHttps && !IsThisMachine(Request.Host.Host))
        {
            context.Result = Refused(StatusCodes.Status403Forbidden, "The journal needs a secure connection. Open this site with https:// at the front.");
            return;
        }

        var startup = HttpContext.RequestServices.GetRequiredService<JournalStartup>();
        if (!startup.Ready)
        {
            Response.Headers.RetryAfter = "5";
            context.Result = Refused(StatusCodes.Status503ServiceUnavailable, startup.Message);
            return;
        }

        await UseAsync(await door.ResumeAsync());
        if (await WhenLockedAsync() is { } instead) context.Result = instead;
        else await next();
    }

    protected async Task UseAsync(OpenJournal? journal)
    {
        Journal = journal;
        if (journal is not null) Preferences = await journal.ReadPreferencesAsync(HttpContext.RequestAborted);
    }

    /// <summary>What happens instead of the page while the journal is locked; null: the page itself.</summary>
    protected virtual Task<IActionResult?> WhenLockedAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>An empty answer, which the error page fills with the reason and with whatever was typed.</summary>
    protected StatusCodeResult Refused(int status, string reason, IReadOnlyDictionary<string, string[]>? fields = null)
    {
        HttpContext.Items[ErrorModel.Reason] = reason;
        if (fields is not null) HttpContext.Items[ErrorModel.Words] = EntryFields.Texts(fields);
        return StatusCode(status);
    }

    private static bool IsThisMachine(string host) => host.ToLowerInvariant() is "localhost" or "127.0.0.1" or "[::1]";
}

/// <summary>A page of an open journal. While it is locked, the way is to /journal.</summary>
public abstract class OpenJournalPage(JournalDoor door) : JournalPage(door)
{
    /// <summary>The journal, open.</summary>
    public OpenJournal Mine => Journal!;

    protected override Task<IActionResult?> WhenLockedAsync() => Task.FromResult<IActionResult?>(
        Journal is null ? new RedirectResult("/journal?closed=true")
        : HttpMethods.IsPost(Request.Method) && !IsForMine() ? Refused(StatusCodes.Status409Conflict, "This page was made for another journal than the one that is open now. Nothing was done. Open the page afresh.")
        : null);

    private bool IsForMine() => Guid.TryParse(Request.Form["for"], out var journal) && journal == Mine.Id;
}
