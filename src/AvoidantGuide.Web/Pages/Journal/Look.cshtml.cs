using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>"Look again": one number, asked once more of something that can be checked. The old one shows only after the new answer.</summary>
public sealed class LookModel(JournalDoor door, Guide guide, TimeProvider clock) : OpenJournalPage(door)
{
    public Guid Id { get; private set; }

    public long Revision { get; private set; }

    public Prompt Prompt { get; private set; } = null!;

    /// <summary>What was written, without the number that is asked for.</summary>
    public Entry Entry { get; private set; } = null!;

    /// <summary>Which look this is; null once it is answered, or when none is open.</summary>
    public int? Day { get; private set; }

    public bool Missing { get; private set; }

    public string When => EntryRows.When(Entry.Head, Preferences);

    /// <summary>What was answered, the first time and each time after it.</summary>
    public IEnumerable<(string When, string Answer)> Answers =>
    [
        ("Then", Say(Entry.Head.Ratings[Prompt.Id])),
        .. (Entry.Head.Looks ?? []).Where(look => !look.Closed).Select(look => (look.Day == 1 ? "After a day" : "After a week", look.Rating is { } rating ? Say(rating) : "I can't tell")),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await LoadAsync(id) is { } refused) return refused;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, long revision, string? go)
    {
        if (await LoadAsync(id) is { } refused) return refused;
        if (Day is not { } day) return Refused(StatusCodes.Status409Conflict, "This look was taken already, or it has closed. Nothing was changed.");
        var answer = Request.Form["rating-" + Prompt.Id].ToString();
        var closed = go == "close";
        if (!closed && answer != Choice.CannotTell.Id && EntryFields.Rating(answer) is null)
        {
            Missing = true;
            return Page();
        }

        var look = new Look(clock.GetUtcNow(), day, closed ? null : EntryFields.Rating(answer), closed);
        var changed = Whole with { Head = Whole.Head with { Looks = [.. Whole.Head.Looks ?? [], look] } };
        return await Mine.ChangeAsync(id, revision, changed, CancellationToken.None) is SaveResult.Kept
            ? new RedirectResult(closed ? "/journal" : $"/journal/look/{id:N}")
            : Refused(StatusCodes.Status409Conflict, "This was changed in another tab. Open the look afresh; nothing was changed here.");
    }

    private Entry Whole { get; set; } = null!;

    private async Task<IActionResult?> LoadAsync(Guid id)
    {
        if (await Mine.ReadAsync(id, HttpContext.RequestAborted) is not ReadResult.Found found || Looks.Prompt(found.Entry.Head, guide) is not { } prompt)
            return Refused(StatusCodes.Status404NotFound, "There is nothing to look at again here. The entry may have been deleted.");
        (Id, Revision, Prompt, Whole) = (id, found.Revision, prompt, found.Entry);
        Day = Looks.Due(Whole.Head, guide, clock.GetUtcNow());
        if (Day is null && Whole.Head.Looks is null)
            return Refused(StatusCodes.Status404NotFound, "No look is open here now. One opens a day after it was written and one after a week, each for two weeks.");
        Entry = Whole with { Answers = [.. Whole.Answers.Where(answer => answer.Prompt != prompt.Id)] };
        return null;
    }

    private static string Say(int rating) => $"{rating} of 10";
}
