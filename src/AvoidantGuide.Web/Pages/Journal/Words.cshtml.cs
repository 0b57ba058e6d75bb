using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Gives a journal ten new words: shown, two asked back, and with that the old ones open nothing.</summary>
[WritingForm]
public sealed class WordsModel(JournalDoor door, SealedForms seals) : OpenJournalPage(door)
{
    public TenWordsForm? TenWords { get; private set; }

    public bool AskBack { get; private set; }

    public bool Changed { get; private set; }

    protected override async Task<IActionResult?> WhenLockedAsync() =>
        Journal is null && HttpMethods.IsPost(Request.Method) ? new RedirectResult("/journal?closed=true&words=same") : await base.WhenLockedAsync();

    public void OnGet()
    {
        // What it means, and the button.
    }

    public async Task<IActionResult> OnPostAsync(string? step, [FromForm(Name = "sealed")] string? words, string? first, string? second, string? device)
    {
        if (words is null)
        {
            TenWords = TenWordsForm.For(Mine, seals);
            return Page();
        }

        if (seals.Open(words) is not { Code: { } ten } form || form.Journal != Mine.Id || JournalCode.Read(ten) is not CodeReading.Ten { Code: var code })
            return Refused(StatusCodes.Status400BadRequest, "This page is more than two hours old, or belongs to another journal. Your words are as they were.");

        TenWords = TenWordsForm.Of(words, code.Words, form.Asked) with { ForAnOldJournal = true, OwnDevice = device == "mine" };
        if (step != "confirm")
        {
            AskBack = step == "ask";
            return Page();
        }

        if (!TenWords.Answered(first, second))
        {
            TenWords = TenWords with { Problem = "Those are not the two words. Here are all ten again. Nothing is changed yet." };
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await UseAsync(await Door.ChangeWordsAsync(Mine, code, Preferences.Times));
        TenWords = null;
        Changed = true;
        return Page();
    }
}
