using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// Stands for a moment between opening a journal and its first page. Chromium keeps the page that arrives together with
/// the cookie for Back, no-store or not, even after the cookie is gone; so that page is one that shows nothing.
/// </summary>
public sealed class OpenedModel(JournalDoor door) : OpenJournalPage(door)
{
    public string GoOn { get; private set; } = "/journal";

    /// <param name="id">An entry that was just kept.</param>
    /// <param name="fresh">Whether the journal began with it.</param>
    public void OnGet(Guid? id, [FromQuery(Name = "new")] bool fresh)
    {
        if (id is { } entry) GoOn = $"/journal/entries/{entry:N}?kept=true{(fresh ? "&new=true" : "")}";
    }
}
