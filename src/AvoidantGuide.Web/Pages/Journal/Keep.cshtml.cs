using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>"Keep this" without a journal: the ten words are shown, two are asked back, and with that the journal exists.</summary>
[IgnoreAntiforgeryToken] // Checked below, where the words are at hand to be given back.
[WritingForm]
public sealed class KeepModel(JournalDoor door, Guide guide, SealedForms seals, FailedTries tries, IAntiforgery antiforgery, TimeProvider clock) : JournalPage(door)
{
    public TenWordsForm? TenWords { get; private set; }

    /// <summary>Whether the two words are asked back now.</summary>
    public bool AskBack { get; private set; }

    public EntryForm? Form { get; private set; }

    public IActionResult OnGet() => new RedirectResult("/journal");

    public async Task<IActionResult> OnPostAsync(string? step, [FromForm(Name = "sealed")] string? words, string? first, string? second, string? device, string? code, string? zone)
    {
        if (seals.Open(words) is not { Journal: null, Code: { } ten } form || JournalCode.Read(ten) is not CodeReading.Ten { Code: var journalCode })
            return Refused(StatusCodes.Status400BadRequest, "This page is more than two hours old and its words cannot be opened any more. Nothing was kept under them: begin again from the journal’s first page.");

        bool spent;
        try
        {
            spent = await Door.IsSpentAsync(BegunAs(form));
        }
        catch (JournalStoreException trouble)
        {
            return Later(trouble, TenWordsForm.Of(words!, journalCode.Words, form.Asked));
        }

        if (spent && step != "confirm") return Spent();
        TenWords = TenWordsForm.Of(words!, journalCode.Words, form.Asked) with { OwnDevice = device == "mine" };
        if (spent && !TenWords.Answered(first, second)) return Spent();
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            if (spent) return Spent();
            TenWords = TenWords with { Problem = "Your browser did not send the cookie that came with this page. A journal needs cookies for this site: allow them, and go on from here. Nothing is lost." };
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        switch (step)
        {
            case "ask":
                AskBack = true;
                return Page();
            case "confirm":
                return await ConfirmAsync(journalCode, form, spent, first, second, SettingsModel.Zones.FirstOrDefault(known => known == zone));
            case "have-one":
                return await KeepInOwnAsync(form, code, words!);
            default:
                return Page();
        }
    }

    private async Task<IActionResult> ConfirmAsync(JournalCode code, SealedForm words, bool spent, string? first, string? second, string? zone)
    {
        if (!TenWords!.Answered(first, second))
        {
            TenWords = TenWords! with { Problem = "Those are not the two words. Here are all ten again. Nothing is kept yet, and nothing is lost." };
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (FormOf(words) is not { } form) return TakenOut(words);
        // What was kept already is only said to be: that costs nothing.
        if (!spent && Door.WaitToStart() is { } wait) return Later(wait, TenWords!);
        try
        {
            var preferences = OwnLists.With(Preferences.Default with { TimeZone = zone }, form);
            var result = await Door.StartAsync(code, form.Begun, form.EntryId, form.ToEntry(clock.GetUtcNow(), OwnLists.People(preferences, form)), preferences);
            // A double submit: the journal is there, and only its ten words open it.
            if (result.Save is SaveResult.Spent) return new RedirectResult("/journal?closed=true&words=made");
            if (EntryKeeping.Say(result.Save, form)) return new RedirectResult($"/journal/opened/{form.EntryId:N}?new=true");
        }
        catch (JournalStoreException trouble)
        {
            return Later(trouble, TenWords!);
        }

        TenWords = null;
        Form = form;
        return Page();
    }

    /// <summary>"I have a journal already": it opens, and the words are kept in it.</summary>
    private async Task<IActionResult> KeepInOwnAsync(SealedForm words, string? code, string text)
    {
        // Whatever else is open in this browser: the words that were typed say which journal is meant.
        var answer = await UnlockForm.TryAsync(code, Door, tries, HttpContext);
        if (answer.Journal is null)
        {
            Unlock = answer with { Sealed = text, BeforeAJournal = true };
            return Page();
        }

        await UseAsync(answer.Journal);
        Journal = null;
        TenWords = null;
        if (FormOf(words) is not { } form) return TakenOut(words);
        try
        {
            if (await EntryKeeping.KeepSealedAsync(Door, answer.Journal, form, guide, clock, begunOutside: true) is { } kept)
            {
                await Door.AdmitAsync(answer.Journal);
                return new RedirectResult(kept);
            }

            await Door.TurnAwayAsync(answer.Journal);
        }
        catch (JournalStoreException trouble)
        {
            Unlock = new UnlockForm { Problem = $"{trouble.Message} Nothing is lost: try once more from here.", Sealed = text, BeforeAJournal = true };
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        Form = form;
        Form.Journal = answer.Journal.Id;
        return Page();
    }

    private PageResult Later(JournalStoreException trouble, TenWordsForm words)
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Later($"{trouble.Message} Try once more from this page.", words);
    }

    private PageResult Later(string reason, TenWordsForm words)
    {
        TenWords = words with { Problem = $"{reason} Nothing is lost: this page holds your words for two hours from when you wrote them." };
        return Page();
    }

    private StatusCodeResult Spent() => Refused(StatusCodes.Status409Conflict, EntryKeeping.SpentReason, new Dictionary<string, string[]>());

    private static Guid BegunAs(SealedForm words) => Guid.TryParse(words.Fields.GetValueOrDefault("begun")?.FirstOrDefault(), out var form) ? form : Guid.Empty;

    private StatusCodeResult TakenOut(SealedForm words) => Refused(
        StatusCodes.Status400BadRequest, "The practice you wrote in has just been taken out of the guide. Your words stand below.", words.Fields);

    private EntryForm? FormOf(SealedForm words) =>
        guide.PracticeNamed(words.Fields.GetValueOrDefault("practice")?.FirstOrDefault()) is { } practice ? EntryForm.New(practice, words.Fields, Preferences) : null;
}
