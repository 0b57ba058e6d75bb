using System.Net;
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

    /// <summary>The form that asks for the ten words, where the page has one.</summary>
    public UnlockForm? Unlock { get; protected set; }

    public Preferences Preferences { get; protected set; } = Preferences.Default;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-cache, no-store"; // As the tokens would have it too, with a warning each time.
        if (!Request.IsHttps && !ComesFromThisMachine())
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

    /// <summary>The session ended while someone wrote: their words wait, sealed, in the form that opens the journal.</summary>
    protected async Task<IActionResult> AskToOpenAsync(IReadOnlyDictionary<string, string[]> fields, Guid journal, SealedForms seals)
    {
        if (!await door.ExistsAsync(journal))
            return Refused(StatusCodes.Status409Conflict, "The journal in which you were writing has been deleted meanwhile, and what is deleted stays deleted: these words went with it.", new Dictionary<string, string[]>());
        if (EntryFields.Texts(fields).Sum(text => text.Length) > EntryLimits.Characters || seals.Seal(new SealedForm(journal, null, [], WithNumber(fields))) is not { } words)
            return Refused(StatusCodes.Status413PayloadTooLarge, "The journal closed while you were writing, and this is too much to carry over. Copy it from here, open the journal, and keep it in smaller parts.", fields);
        Unlock = new UnlockForm
        {
            Message = Journal is null
                ? "The journal closed while you were writing. Your words are safe: open it within two hours, and they are kept."
                : "This was begun in another journal than the one that is open. Open that one within two hours, and your words are kept in it.",
            Sealed = words,
        };
        Journal = null;
        return Page();
    }

    /// <summary>Each seal has a number of its own, so that opening it twice keeps its words once.</summary>
    private static Dictionary<string, string[]> WithNumber(IReadOnlyDictionary<string, string[]> fields) =>
        new(fields) { ["begun"] = fields.GetValueOrDefault("begun", [Guid.NewGuid().ToString("N")]) };

    /// <summary>An empty answer, which the error page fills with the reason and with whatever was typed.</summary>
    protected StatusCodeResult Refused(int status, string reason, IReadOnlyDictionary<string, string[]>? fields = null)
    {
        HttpContext.Items[ErrorModel.Reason] = reason;
        if (fields is not null) HttpContext.Items[ErrorModel.Words] = EntryFields.Texts(fields);
        return StatusCode(status);
    }

    private bool ComesFromThisMachine() =>
        Request.Host.Host.ToLowerInvariant() is "localhost" or "127.0.0.1" or "[::1]"
        && HttpContext.Connection.RemoteIpAddress is var from && (from is null || IPAddress.IsLoopback(from));
}

/// <summary>A page of an open journal. While it is locked, the way is to /journal.</summary>
public abstract class OpenJournalPage(JournalDoor door) : JournalPage(door)
{
    /// <summary>The journal, open.</summary>
    public OpenJournal Mine => Journal!;

    protected override Task<IActionResult?> WhenLockedAsync() => Task.FromResult<IActionResult?>(
        Journal is null ? new RedirectResult("/journal?closed=true")
        : HttpMethods.IsPost(Request.Method) && !IsForMine() ? Refused(StatusCodes.Status409Conflict, "This page was made for another journal than the one that is open now. Nothing was done. Open the page afresh.")
        : HttpMethods.IsPost(Request.Method) && Door.WaitToSave(Mine) is { } wait ? Refused(StatusCodes.Status429TooManyRequests, $"{wait} Nothing was done.")
        : null);

    /// <summary>Whether the form that was posted was made for the journal that is open.</summary>
    protected virtual bool IsForMine() => Guid.TryParse(Request.Form["for"], out var journal) && journal == Mine.Id;
}
