using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>/journal: the door while it is locked, the first page while it is open.</summary>
[IgnoreAntiforgeryToken] // Nobody who only looks gets a cookie; where a post comes from is checked for every post.
[WritingForm]
public sealed class IndexModel(JournalDoor door, Guide guide, FailedTries tries) : JournalPage(door)
{
    public const int Newest = 10;

    public IReadOnlyList<Practice> Practices => guide.Practices;

    public UnlockForm Unlock { get; private set; } = new();

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
        Count = entries.Count;
        Rows = [.. entries.Take(Newest).Select(entry => EntryRows.Row(entry, guide, Preferences))];
    }

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
            Door.Admit(answer.Journal);
            return new RedirectResult("/journal/opened");
        }

        Unlock = answer with { OwnDevice = device == "mine" };
        Journal = null;
        return Page();
    }
}
