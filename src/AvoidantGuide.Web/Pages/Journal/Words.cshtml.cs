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

    protected override async Task<IActionResult?> WhenLockedAsync()
    {
        if (Journal is null && HttpMethods.IsPost(Request.Method) && seals.Open(Request.Form["sealed"]) is { Code: { } ten } && JournalCode.Read(ten) is CodeReading.Ten { Code: var code })
            return await ClosedAsync(code);
        return await base.WhenLockedAsync();
    }

    /// <summary>Whether the new words are in force can be said truly whatever happened meanwhile.</summary>
    private async Task<IActionResult> ClosedAsync(JournalCode code) => new RedirectResult($"/journal?closed=true&words={(await Door.AreInForceAsync(code) ? "new" : "unused")}");

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

        var begun = Guid.TryParse(form.Fields.GetValueOrDefault("begun")?.FirstOrDefault(), out var id) ? id : Guid.Empty;
        if (await Door.IsSpentAsync(begun)) return Spent();
        TenWords = TenWordsForm.Of(words, code.Words, form.Asked) with { Journal = Mine.Id, OwnDevice = device == "mine" };
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

        try
        {
            if (await Door.ChangeWordsAsync(Mine, begun, code, Preferences.Times) is not { } changed) return Spent();
            await UseAsync(changed);
        }
        catch (JournalStoreException gone) when (gone.Fault == StoreFault.Gone)
        {
            return await ClosedAsync(code);
        }

        TenWords = null;
        Changed = true;
        return Page();
    }

    private StatusCodeResult Spent() => Refused(StatusCodes.Status409Conflict, "The journal was given these ten words before, and they are not shown again. Nothing was changed now.");
}
