using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Deletes the whole journal, after one clear word.</summary>
public sealed class DeleteModel(JournalDoor door) : OpenJournalPage(door)
{
    public const string Word = "delete";

    public string? Problem { get; private set; }

    public int Count { get; private set; }

    public async Task OnGetAsync() => Count = (await Mine.ListAsync(HttpContext.RequestAborted)).Count;

    public async Task<IActionResult> OnPostAsync(string? word)
    {
        if (!string.Equals(word?.Trim(), Word, StringComparison.OrdinalIgnoreCase))
        {
            await OnGetAsync();
            Problem = $"Nothing is deleted. To delete the journal, type the word “{Word}”.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await Mine.DeleteJournalAsync(CancellationToken.None);
        await Door.LockAsync();
        return new RedirectResult("/journal/gone");
    }
}
