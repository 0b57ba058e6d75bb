namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// Stands for a moment between opening a journal and its first page. Chromium keeps the page that arrives together with
/// the cookie for Back, no-store or not, even after the cookie is gone; so that page is one that shows nothing.
/// </summary>
public sealed class OpenedModel(JournalDoor door) : OpenJournalPage(door)
{
    public string GoOn { get; private set; } = "/journal";

    /// <param name="id">The entry that was just kept as the first of a new journal.</param>
    public void OnGet(Guid? id)
    {
        if (id is { } entry) GoOn = $"/journal/entries/{entry:N}?kept=true&new=true";
    }
}
