using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>One step of a practice in an open journal. Each is kept when it is left, so it can be taken up anywhere.</summary>
[IgnoreAntiforgeryToken] // Checked below, where what was typed can be given back.
[WritingForm]
public sealed class StepModel(JournalDoor door, Guide guide, SealedForms seals, IAntiforgery antiforgery, TimeProvider clock) : JournalPage(door)
{
    public EntryForm? Form { get; private set; }

    public Flow Flow { get; private set; } = null!;

    public int Number { get; private set; }

    public Prompt Prompt => Flow.At(Number);

    /// <summary>The answers that were given so far, as they will be read.</summary>
    public Entry SoFar { get; private set; } = null!;

    /// <summary>The pause is over, or was ended.</summary>
    public bool PauseIsOver => Form!.Pause is { } pause && (pause.Opened is not null || pause.Until is null || pause.Until <= clock.GetUtcNow());

    /// <summary>By the server's clock, whatever the device's says.</summary>
    public long SecondsLeft => (long)Math.Ceiling(((Form!.Pause?.Until ?? clock.GetUtcNow()) - clock.GetUtcNow()).TotalSeconds);

    /// <summary>The step before this one was rated so high that something smaller may be better.</summary>
    public bool SmallerMayBeBetter => Number > 1 && Flow.At(Number - 1) is { SuggestsSmaller: true } before && EntryFields.Rating(Form!.Value(before).Rating) >= 7;

    /// <summary>Where the step itself was described.</summary>
    public int SmallerStep => Enumerable.Range(1, Number).LastOrDefault(step => Flow.At(step) is { Kind: PromptKind.Text, Needed: true }, 1);

    /// <summary>Something was chosen that asks for help, not for a next time.</summary>
    public bool NeedsHelp => Harm.In(Form!);

    public SafetyQuestion Safety => guide.Help.Safety;

    /// <summary>Asked instead of the step where it was opened past the question.</summary>
    public SafetyForm? AskSafety { get; private set; }

    /// <summary>Whether the question was answered in this sitting, or the practice has none.</summary>
    private bool MayGoOn { get; set; }

    public string Local(DateTimeOffset moment) => EntryRows.Say(EntryRows.Local(moment, Preferences));

    /// <summary>Where a step of this entry is shown.</summary>
    public string Address(int step) => MayGoOn ? Door.StepAddress(Form!.EntryId, step, clock.GetUtcNow()) : $"/journal/write/{Form!.EntryId:N}/{step}";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? sitting, int? number, bool missing)
    {
        if (Journal is null) return new RedirectResult("/journal?closed=true");
        if (await LoadAsync(id, sitting, null) is { } refused) return refused;
        Number = number ?? Flow.Resume;
        if (Number > Flow.Count) return NoSuchStep(id);
        if (!MayGoOn)
        {
            (string, string)[] back = [("entry", $"{id:N}"), ("revision", Form!.Revision.ToString(CultureInfo.InvariantCulture)), ("at", Number.ToString(CultureInfo.InvariantCulture))];
            AskSafety = new SafetyForm(Form.Practice, Safety) { CarriedOn = back };
            return Page();
        }

        if (missing) Form!.Check(Prompt, leaving: false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? sitting, int number, string? go, long revision)
    {
        var fields = EntryFields.From(Request.Form);
        if (!Guid.TryParse(Request.Form["for"], out var owner)) return Refused(StatusCodes.Status400BadRequest, "This step was not sent as the page sends it. Your words stand below.", fields);
        if (Journal?.Id != owner) return await AskToOpenAsync(Sealable(fields, id, number), owner, seals);
        if (await LoadAsync(id, sitting, fields) is { } refused) return refused;
        if (number < 1 || number > Flow.Count) return NoSuchStep(id, fields);
        // By the question that was answered: an editor may have moved it meanwhile, or taken it out.
        Number = fields.GetValueOrDefault("prompt") is [var asked] ? Flow.Of(asked) ?? 0 : number;
        if (Number == 0) return Refused(StatusCodes.Status409Conflict, "The question you were answering has just been taken out of the practice. What you typed stands below; the journal’s first page leads on with the rest.", fields);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Again("This page had been open for too long to be sure that it was you. Your words are all here: go on once more.", StatusCodes.Status400BadRequest);

        var found = Form!.Revision;
        Form.Revision = revision;
        if (Prompt.Kind == PromptKind.Pause && revision != found)
        {
            Form.Revision = found;
            return Again("The pause was changed in another tab, or by a second press. This is how it stands now.", StatusCodes.Status409Conflict);
        }

        return await PassAsync(go);
    }

    private async Task<IActionResult> PassAsync(string? go)
    {
        var form = Form!;
        var leaving = go is "stop" or "back";
        if (!form.Check(Prompt, leaving)) return Page();
        // A pause goes on without its page, and is found again where it was left.
        if (go == "stop" && Prompt.Kind == PromptKind.Pause && form.Step is not null && !PauseIsOver) return new RedirectResult("/journal");
        if (leaving && await Harm.EndedStepsAsync(Journal!, form, OwnLists.People(Preferences, form), guide, HttpContext.RequestAborted) is { } ended) form.Empty(ended);

        var next = go == "back" ? Flow.Before(Number) : leaving || EndsHere() ? null : Flow.After(Number);
        var now = clock.GetUtcNow();
        if (Prompt.Kind == PromptKind.Pause && !leaving) form.Pause = (form.Pause ?? Flow.Pause(now)) with { Opened = form.Pause?.Opened ?? now };
        else Flow.Reach(next, now);
        var missed = leaving || next is not null ? null : Flow.Missed(Number);
        // What was kept already stays kept while something is added to it.
        if (form.Step is not null) form.Step = missed ?? next;
        // Begun and stopped with nothing written: it stays begun, for the next time, and nothing empty is among the entries.
        var nothing = form.Step is null && form.Kept?.Step is not null && form.IsBare;
        if (nothing) form.Step = 1;
        try
        {
            if (!await EntryKeeping.KeepAsync(Door, Journal!, form, guide, clock)) return Page();
        }
        catch (JournalStoreException trouble)
        {
            return Again($"{trouble.Message} Your words are all still here.", StatusCodes.Status503ServiceUnavailable);
        }

        if (nothing) return new RedirectResult("/journal");
        if (missed is not null) return new RedirectResult($"{Address(missed.Value)}?missing=true");
        return new RedirectResult(next is null ? $"/journal/entries/{form.EntryId:N}?kept=true" : Address(next.Value));
    }

    /// <summary>Steps end with an answer that leads to help: the page after it must not ask for another one.</summary>
    private bool EndsHere() => Prompt.Later && Form!.Prompts.Any(prompt => prompt.SuggestsSmaller) && Harm.In(Form);

    private async Task<IActionResult?> LoadAsync(Guid id, Guid? sitting, IReadOnlyDictionary<string, string[]>? step)
    {
        if (await Journal!.ReadAsync(id, HttpContext.RequestAborted) is not ReadResult.Found found)
            return Refused(StatusCodes.Status404NotFound, "This entry is not in the journal that is open, or it cannot be read. It may have been deleted.", step);
        var fields = EntryFields.From(found.Entry, id, found.Revision);
        if (step?.GetValueOrDefault("prompt") is [var prompt]) fields = fields.With(prompt, step);
        Form = EntryForm.Of(found, id, guide, Preferences, fields);
        Form.Journal = Journal.Id;
        MayGoOn = !Form.Practice.AsksSafety || Door.IsOfThisSitting(sitting, Journal, id, clock.GetUtcNow());
        Flow = new Flow(Form);
        SoFar = found.Entry;
        return null;
    }

    private PageResult Again(string problem, int status)
    {
        Form!.Problem = problem;
        Response.StatusCode = status;
        return Page();
    }

    private StatusCodeResult NoSuchStep(Guid id, IReadOnlyDictionary<string, string[]>? fields = null) =>
        Refused(StatusCodes.Status404NotFound, "This practice has no such step. It can be gone on with from the journal’s first page, and nothing that was kept is lost.", fields);

    private static Dictionary<string, string[]> Sealable(IReadOnlyDictionary<string, string[]> fields, Guid id, int number) =>
        new Dictionary<string, string[]>(fields) { ["entry"] = [id.ToString("N")], ["number"] = [number.ToString(CultureInfo.InvariantCulture)], ["revision"] = fields.GetValueOrDefault("revision", ["1"]) };
}
