using System.Globalization;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Takes everything away as a file, after one warning. The file's name says nothing of its subject.</summary>
public sealed class ExportModel(JournalDoor door, TimeProvider clock) : OpenJournalPage(door)
{
    public void OnGet()
    {
        // The warning and the two buttons.
    }

    public async Task<IActionResult> OnPostAsync(string? form)
    {
        var markdown = form == "markdown";
        var now = clock.GetUtcNow();
        var date = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Response.ContentType = markdown ? "text/markdown; charset=utf-8" : "application/json; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"notes-{date}.{(markdown ? "md" : "json")}\"";
        if (markdown) await JournalExport.WriteMarkdownAsync(Mine, Response.Body, now, HttpContext.RequestAborted);
        else await JournalExport.WriteJsonAsync(Mine, Response.Body, now, HttpContext.RequestAborted);
        return new EmptyResult();
    }
}
