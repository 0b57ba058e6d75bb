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
        var now = clock.GetUtcNow();
        var cancel = HttpContext.RequestAborted;
        switch (form)
        {
            case "encrypted":
                Begin("text/html", "html");
                await JournalExport.WriteEncryptedAsync(Mine, Response.Body, cancel);
                break;
            case "json":
                Begin("application/json", "json");
                await JournalExport.WriteJsonAsync(Mine, Response.Body, cancel);
                break;
            case "markdown":
                Begin("text/markdown", "md");
                await JournalExport.WriteMarkdownAsync(Mine, Response.Body, now, cancel);
                break;
            default:
                return Refused(StatusCodes.Status400BadRequest, "That is not one of the files. Go back and choose again.");
        }

        return new EmptyResult();

        void Begin(string type, string ending)
        {
            Response.ContentType = $"{type}; charset=utf-8";
            Response.Headers.ContentDisposition = $"attachment; filename=\"notes-{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}\"";
        }
    }
}
