using AvoidantGuide.Journal;
using AvoidantGuide.Web.Pages.Journal;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>Where every failure ends: what happened, what to do, and whatever was typed.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The key under which a page leaves the reason for refusing.</summary>
    public const string Reason = "reason";

    /// <summary>The key under which a page leaves a person's words that are not in the form itself.</summary>
    public const string Words = "words";

    public int Status { get; private set; }

    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Whether it happened under /journal, where titles say nothing and nothing is stored.</summary>
    public bool InJournal { get; private set; }

    /// <summary>The person's own words in the form that failed.</summary>
    public IReadOnlyList<string> Typed { get; private set; } = [];

    /// <summary>Whatever the method was: a refused one ends here too.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Whoever asks for this page itself has asked for one that is not there.
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        Status = path is null ? StatusCodes.Status404NotFound : Response.StatusCode;
        Response.StatusCode = Status;
        Response.Headers.CacheControl = "no-store";
        InJournal = path?.StartsWith("/journal", StringComparison.OrdinalIgnoreCase) ?? false;
        (Heading, Advice) = Say(Status);
        if (HttpContext.Items[Reason] is string reason) Advice = reason;
        else if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is JournalStoreException trouble) Advice = trouble.Message;

        // A body that was refused for its size, or that broke off, cannot be read again.
        if (HttpContext.Items[Words] is IReadOnlyList<string> words) Typed = words;
        else if (InJournal && HttpMethods.IsPost(Request.Method) && Request.HasFormContentType && Status != StatusCodes.Status413PayloadTooLarge && CrossSiteCheck.ComesFromHere(Request))
            Typed = ReadTyped();
    }

    private IReadOnlyList<string> ReadTyped()
    {
        try
        {
            return EntryFields.Texts(EntryFields.From(Request.Form));
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or OperationCanceledException)
        {
            return [];
        }
    }

    private static (string Heading, string Advice) Say(int status) => status switch
    {
        400 or 415 => ("That could not be read", "The address or the form was not as this site sends it, or the page had been open for too long. Nothing was done. Open the page afresh and try once more."),
        403 => ("That was not done", "It seems to have come from another site, or from a page that is too old. Open the page afresh and try once more."),
        404 => ("This page is not here", "The address may have a slip in it, or the page has moved. The start page and the search know the way."),
        405 => ("That does not work here", "This address only shows a page. Go back and use the buttons there."),
        408 => ("That took too long to arrive", "The line may be slow or broken. Nothing was done. Go back to the page you came from and send it once more."),
        409 => ("That was done before", "Nothing was done now."),
        413 => ("That was too much at once", "Nothing was kept, and a text of that size cannot be given back here. If you copied it from somewhere, keep it in smaller parts."),
        429 => ("A little later, please", "That was too much within a short time. Wait a few minutes, then try once more."),
        503 => ("One moment", "The site is just starting. Try again in a few seconds."),
        _ => ("Something went wrong here", "It is our fault, not yours, and nothing you kept is lost. Try again in a moment."),
    };
}
