using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// Writing an entry, new or changed, with a journal or before there is one. Everything is posted, so that no address
/// ever says which practice someone chose.
/// </summary>
[IgnoreAntiforgeryToken] // Checked below once a journal is open; before that there is no cookie that a token could belong to.
[WritingForm]
public sealed class WriteModel(JournalDoor door, Guide guide, SealedForms seals, FailedTries tries, IAntiforgery antiforgery, TimeProvider clock)
    : JournalPage(door)
{
    private static readonly Dictionary<string, string[]> _nothing = [];

    public IReadOnlyList<Practice> Practices => guide.Practices;

    public Help Help => guide.Help;

    /// <summary>What the page shows: exactly one of these, or the choice of a practice.</summary>
    public EntryForm? Form { get; private set; }

    public SafetyForm? AskSafety { get; private set; }

    /// <summary>It has been enough of this practice for a day.</summary>
    public Practice? Rest { get; private set; }

    /// <summary>Whether the person goes on although it has been enough.</summary>
    public bool Anyway { get; private set; }

    public bool NotSafe { get; private set; }

    public TenWordsForm? TenWords { get; private set; }

    /// <summary>Something was chosen that asks for help, before the ten words.</summary>
    public bool NeedsHelp { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The person's words where there is no form to put them into.</summary>
    public IReadOnlyList<string> Typed { get; private set; } = [];

    public void OnGet()
    {
        // The choice of a practice.
    }

    public async Task<IActionResult> OnPostAsync(string? step, string? anyway, string? code, [FromForm(Name = "sealed")] string? words)
    {
        if (step == "unlock") return await UnlockAsync(code, words);

        var fields = EntryFields.From(Request.Form);
        var form = await FormAsync(fields);
        if (form is null) return TakenOut(fields);

        if (BegunIn(fields) is { } begunIn && Journal?.Id != begunIn) return await AskToOpenAsync(form.Fields, begunIn, seals);
        Anyway = anyway == "yes";
        return step switch
        {
            "keep" => await KeepAsync(form),
            "safety" => await SafetyAsync(form),
            "resume" => await ResumeAsync(form),
            _ => form.Kept is null ? await BeginAsync(form) : await ResumeAsync(form),
        };
    }

    private PageResult TakenOut(IReadOnlyDictionary<string, string[]> fields)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Problem = "That practice is not here, or no longer. Choose one of these, or a blank page. Anything you typed stands below.";
        Typed = EntryFields.Texts(fields);
        return Page();
    }

    private async Task<IActionResult> BeginAsync(EntryForm form)
    {
        if (!Anyway && await HadEnoughAsync(form.Practice)) Rest = form.Practice;
        else if (form.Safe) return await GoOnAsync(form);
        else AskSafety = new SafetyForm(form.Practice, Help.Safety) { Anyway = Anyway };
        return Page();
    }

    /// <summary>One more time with an entry that is not finished: the question is asked each time.</summary>
    private async Task<IActionResult> ResumeAsync(EntryForm form)
    {
        if (form.Kept is null) return Refused(StatusCodes.Status404NotFound, "This entry is not in the journal that is open. It may have been deleted.");
        return form.Practice.AsksSafety ? Ask(form, missing: false) : await GoOnAsync(form);
    }

    /// <summary>To the practice's one page; in an open journal to the first of its steps, kept from there on.</summary>
    private async Task<IActionResult> GoOnAsync(EntryForm form)
    {
        if (Journal is null)
        {
            Form = form;
            return Page();
        }

        if (form.Kept is not null) return new RedirectResult(Door.StepAddress(form.EntryId, new Flow(form).LeadTo(), clock.GetUtcNow()));
        // One that was begun and never written in is begun once more: nothing empty piles up.
        var empty = form.IsBare ? (await Journal.ListAsync(HttpContext.RequestAborted)).FirstOrDefault(entry => entry.Head is { Step: 1 } head && head.Practice == form.Practice.Id) : null;
        if (empty is not null) return new RedirectResult(Door.StepAddress(empty.Id, 1, clock.GetUtcNow()));
        form.Step = 1;
        if (await EntryKeeping.KeepAsync(Door, Journal, form, guide, clock)) return new RedirectResult(Door.StepAddress(form.EntryId, 1, clock.GetUtcNow()));
        Form = form;
        return Page();
    }

    /// <summary>Whether the practice was done so often within 24 hours that once more may not help.</summary>
    private async Task<bool> HadEnoughAsync(Practice practice)
    {
        return Journal is not null && practice.Rest is not null && Capture.Had(practice, await Journal.ListAsync(HttpContext.RequestAborted), clock.GetUtcNow());
    }

    /// <summary>The question, with every word carried on.</summary>
    private PageResult Ask(EntryForm form, bool missing)
    {
        AskSafety = new SafetyForm(form.Practice, Help.Safety) { Missing = missing, Anyway = Anyway, CarriedOn = SafetyForm.Carried(form) };
        return Page();
    }

    /// <summary>Yes and not-sure never reach a practice that asks to stay, wait or open up.</summary>
    private async Task<IActionResult> SafetyAsync(EntryForm form)
    {
        switch (Answer(form))
        {
            case "no" when Journal is not null && form.Kept is null && !form.IsBare:
                return await BringAsync(form);
            case "no" when !Anyway && form.Kept is null && await HadEnoughAsync(form.Practice):
                Rest = form.Practice;
                break;
            case "no":
                return await GoOnAsync(form);
            case "yes" or "not-sure":
                return NotNow(form);
            default:
                return Ask(form, missing: true);
        }

        return Page();
    }

    private static string? Answer(EntryForm form) => form.Fields.GetValueOrDefault("safety")?.FirstOrDefault();

    private PageResult NotNow(EntryForm form)
    {
        NotSafe = true;
        Typed = EntryFields.Texts(form.Fields);
        return Page();
    }

    private async Task<IActionResult> KeepAsync(EntryForm form)
    {
        if (!form.Safe) return Answer(form) is "yes" or "not-sure" ? NotNow(form) : Ask(form, missing: true);
        if (Journal is null) return await BeforeThereIsOneAsync(form);
        // A page of the guide is the same for everyone: it knows of no journal, and holds no token.
        if (BegunIn(form.Fields) is null && !Request.Form.ContainsKey("token") && CrossSiteCheck.ComesFromHere(Request)) return await BringAsync(form);

        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            form.Problem = "This page had been open for too long to be sure that it was you. Your words are all here: press Keep once more.";
            Form = form;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Form = form;
        if (!form.Check()) return Page();
        try
        {
            if (await EntryKeeping.KeepAsync(Door, Journal, form, guide, clock, begunOutside: form.Fields.ContainsKey("begun"))) return new RedirectResult($"/journal/entries/{form.EntryId:N}?kept=true");
            return form.IsSpent ? Refused(StatusCodes.Status409Conflict, EntryKeeping.SpentReason, _nothing) : Page();
        }
        catch (JournalStoreException trouble)
        {
            form.Problem = $"{trouble.Message} Your words are all still here.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    /// <summary>Words that were written outside the journal that is open: they are shown, and the next press keeps them.</summary>
    private async Task<IActionResult> BringAsync(EntryForm form)
    {
        if (await Door.IsSpentAsync(form.Begun)) return Refused(StatusCodes.Status409Conflict, EntryKeeping.SpentReason, _nothing);
        var enough = await HadEnoughAsync(form.Practice) ? $"{form.Practice.Rest!.Say} " : "";
        form.Problem = $"{enough}Your journal is open. {(form.Check() ? "Press Keep and these words go into it." : form.Problem)}";
        Form = form;
        return Page();
    }

    private async Task<IActionResult> BeforeThereIsOneAsync(EntryForm form)
    {
        if (!CrossSiteCheck.ComesFromHere(Request))
            return Refused(StatusCodes.Status403Forbidden, "Your browser did not say that this came from this site, so nothing was done. Copy your words, and send them from the page itself.", form.Fields);
        // A browser that goes back sends the form again: the words are in a journal, or were deleted with it.
        if (await Door.IsSpentAsync(form.Begun)) return Refused(StatusCodes.Status409Conflict, EntryKeeping.SpentReason, _nothing);
        Form = form;
        if (!form.Check()) return Page();
        Form = null;
        (TenWords, NeedsHelp) = (TenWordsForm.For(form, seals), Harm.In(form));
        return TenWords is null ? Refused(StatusCodes.Status413PayloadTooLarge, "There is more in this form than could be carried to the next page. Nothing was kept. Copy your words from here, and begin again.", form.Fields) : Page();
    }

    private async Task<IActionResult> UnlockAsync(string? code, string? words)
    {
        var form = seals.Open(words);
        var answer = await UnlockForm.TryAsync(code, Door, tries, HttpContext, form?.Journal);
        Journal = null;
        if (answer.Journal is null)
        {
            Unlock = answer with { Sealed = words };
            return Page();
        }

        if (form is null)
        {
            await Door.AdmitAsync(answer.Journal);
            return new RedirectResult("/journal?late=true");
        }

        await UseAsync(answer.Journal);
        var waiting = await FormAsync(form.Fields);
        if (waiting is null) return await ShutAsync(TakenOut(form.Fields));
        try
        {
            if (await EntryKeeping.KeepSealedAsync(Door, answer.Journal, waiting, guide, clock, begunOutside: false) is { } kept)
            {
                await Door.AdmitAsync(answer.Journal);
                return new RedirectResult(kept);
            }
        }
        catch (JournalStoreException trouble)
        {
            Journal = null;
            Unlock = new UnlockForm { Problem = $"{trouble.Message} Your words are still sealed here: try once more.", Sealed = words };
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        Form = waiting;
        return await ShutAsync(Page());
    }

    /// <summary>The journal stays closed behind an answer that a browser could ask for again.</summary>
    private async Task<IActionResult> ShutAsync(IActionResult answer)
    {
        await Door.TurnAwayAsync(Journal!);
        Journal = null;
        return answer;
    }

    private async Task<EntryForm?> FormAsync(IReadOnlyDictionary<string, string[]> fields)
    {
        var form = await PastFormAsync(fields)
            ?? (guide.PracticeNamed(fields.GetValueOrDefault("practice")?.FirstOrDefault()) is { } practice ? EntryForm.New(practice, fields, Preferences) : null);
        if (form is null) return null;
        form.Journal = Journal?.Id ?? BegunIn(fields);
        // A step of a flow that was sent when the journal was closed: it goes on with the next.
        if (form.Step is not null && int.TryParse(fields.GetValueOrDefault("number")?.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= form.Prompts.Count)
            new Flow(form).GoOn(step, clock.GetUtcNow());
        return form;
    }

    /// <summary>A step of a flow brings one prompt; the others are as they are kept.</summary>
    private static IReadOnlyDictionary<string, string[]> Whole(ReadResult.Found found, Guid id, IReadOnlyDictionary<string, string[]> fields) =>
        fields.GetValueOrDefault("prompt") is [var prompt] ? EntryFields.From(found.Entry, id, found.Revision).With(prompt, fields) : fields;

    /// <summary>A change of an entry is asked as that entry was asked.</summary>
    private async Task<EntryForm?> PastFormAsync(IReadOnlyDictionary<string, string[]> fields)
    {
        var blank = fields.GetValueOrDefault("revision")?.FirstOrDefault() is null or "" or "0";
        if (blank || Journal is null || !Guid.TryParse(fields.GetValueOrDefault("entry")?.FirstOrDefault(), out var id)) return null;
        return await Journal.ReadAsync(id, HttpContext.RequestAborted) is ReadResult.Found found
            ? EntryForm.Of(found, id, guide, Preferences, Whole(found, id, fields))
            : null;
    }

    private static Guid? BegunIn(IReadOnlyDictionary<string, string[]> fields) =>
        Guid.TryParse(fields.GetValueOrDefault("for")?.FirstOrDefault(), out var journal) ? journal : null;
}
