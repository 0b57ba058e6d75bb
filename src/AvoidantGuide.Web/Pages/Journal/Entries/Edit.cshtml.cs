using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal.Entries;

/// <summary>An entry's form, filled. Keeping it is /journal/write's.</summary>
public sealed class EditModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    public EntryForm? Form { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Mine.ReadAsync(id, HttpContext.RequestAborted) is not ReadResult.Found found)
            return Refused(StatusCodes.Status404NotFound, "This entry is not in the journal that is open, or it cannot be read.");
        // What is begun is gone on with, by way of the question that comes first.
        if (found.Entry.Head.Step is not null) return new RedirectResult($"/journal/entries/{id:N}");
        Form = EntryForm.Of(found, id, guide, Preferences);
        Form.Journal = Mine.Id;
        return Page();
    }
}
