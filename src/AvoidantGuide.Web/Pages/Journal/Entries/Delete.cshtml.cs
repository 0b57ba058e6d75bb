using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal.Entries;

/// <summary>Asks once, then removes one entry.</summary>
public sealed class DeleteModel(JournalDoor door) : OpenJournalPage(door)
{
    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Id = id;
        return await Mine.ReadAsync(id, HttpContext.RequestAborted) is ReadResult.Missing
            ? Refused(StatusCodes.Status404NotFound, "This entry is not in the journal that is open. It may have been deleted already.")
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await Mine.DeleteAsync(id, CancellationToken.None);
        return new RedirectResult("/journal/entries?deleted=true");
    }
}
