using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>/journal: the door while it is locked, the first page while it is open.</summary>
[IgnoreAntiforgeryToken] // Nobody who only looks gets a cookie; where a post comes from is checked for every post.
[WritingForm]
public sealed class IndexModel(JournalDoor door, Guide guide, FailedTries tries, TimeProvider clock) : JournalPage(door)
{
    public const int Newest = 10;

    /// <summary>Lines of unfinished entries, at most.</summary>
    private const int MostUnfinished = 3;

    /// <summary>The twenty seconds that an open journal begins with have a form of their own there.</summary>
    public IReadOnlyList<Practice> Practices => Journal is null ? guide.Practices : [.. guide.Practices.Where(practice => practice.Id != Capture.Id)];

    /// <summary>Null where the guide has no such practice.</summary>
    public Capture? Capturing { get; private set; }

    /// <summary>Where a look is open now.</summary>
    public IReadOnlyList<EntryRow> ToLookAt { get; private set; } = [];

    /// <summary>Begun and not finished, newest first.</summary>
    public IReadOnlyList<Unfinished> Unfinished { get; private set; } = [];

    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Sealed words were more than two hours old when the journal was opened.</summary>
    public bool TooLate { get; private set; }

    public async Task OnGetAsync(bool closed, bool late, string? device, string? words)
    {
        Unlock = new UnlockForm { OwnDevice = device == "mine", Message = Say(closed, words) };
        TooLate = late;
        if (Journal is null) return;
        var entries = await Journal.ListAsync(HttpContext.RequestAborted);
        Capturing = Capture.In(guide, Preferences, entries, clock.GetUtcNow(), Journal.Id);
        Unfinished = [.. entries.Where(entry => entry.Head?.Step > 1).Take(MostUnfinished)
            .Select(entry => new Unfinished(entry.Id, entry.Revision, guide.PracticeNamed(entry.Head!.Practice)?.Title ?? "An earlier practice", Since(entry.Head)))];
        ToLookAt = [.. entries.Where(entry => entry.Head is { } head && Looks.Due(head, guide, clock.GetUtcNow()) is not null).Take(MostUnfinished).Select(entry => EntryRows.Row(entry, guide, Preferences))];
        Count = entries.Count;
        entries = [.. entries.Where(entry => entry.Head?.Step is null)];
        Rows = [.. entries.Take(Newest).Select(entry => EntryRows.Row(entry, guide, Preferences))];
    }

    private string Since(EntryHead head) => head.Pause is { Opened: null, Until: { } until } && until > clock.GetUtcNow()
        ? $"until {EntryRows.Say(EntryRows.Local(until, Preferences))}"
        : EntryRows.When(head, Preferences);

    private static string? Say(bool closed, string? words) => words switch
    {
        "new" => "The journal is closed. The ten new words open it now.",
        "unused" => "The journal is closed. The ten new words you saw do not open it.",
        "made" => "These words were kept already. The ten words open the journal.",
        _ => closed ? "The journal is closed. Open it to go on." : null,
    };

    public async Task<IActionResult> OnPostAsync(string? code, string? device)
    {
        var answer = await UnlockForm.TryAsync(code, Door, tries, HttpContext);
        if (answer.Journal is not null)
        {
            await Door.AdmitAsync(answer.Journal);
            return new RedirectResult("/journal/opened");
        }

        Unlock = answer with { OwnDevice = device == "mine" };
        Journal = null;
        return Page();
    }
}

/// <summary>An entry that can be gone on with.</summary>
public sealed record Unfinished(Guid Id, long Revision, string Practice, string When)
{
    public override string ToString() => nameof(Unfinished);
}
