using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>"Close and lock".</summary>
[IgnoreAntiforgeryToken] // It can do no harm, and it must work on a page whose token is gone.
public sealed class LockModel(JournalDoor door) : JournalPage(door)
{
    public IActionResult OnGet() => new RedirectResult("/journal");

    public async Task<IActionResult> OnPostAsync()
    {
        await Door.LockAsync();
        return new RedirectResult("/journal");
    }
}
