using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal.Entries;

/// <summary>One entry, as it was asked and answered.</summary>
public sealed class ReadModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    public Guid Id { get; private set; }

    /// <summary>Null when it is damaged.</summary>
    public Entry? Entry { get; private set; }

    public string Title { get; private set; } = "";

    public string When { get; private set; } = "";

    public string Written { get; private set; } = "";

    /// <summary>Said once, right after keeping.</summary>
    public bool JustKept { get; private set; }

    public bool NewJournal { get; private set; }

    public string Ending { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, bool kept, [FromQuery(Name = "new")] bool fresh)
    {
        (Id, JustKept, NewJournal) = (id, kept, fresh);
        switch (await Mine.ReadAsync(id, HttpContext.RequestAborted))
        {
            case ReadResult.Found found:
                Entry = found.Entry;
                var practice = guide.PracticeNamed(Entry.Head.Practice);
                Title = practice?.Title ?? "An earlier practice";
                Ending = practice?.Ending ?? "";
                When = EntryRows.When(Entry.Head, Preferences);
                Written = EntryRows.Say(EntryRows.Local(Entry.Head.Written, Preferences));
                return Page();
            case ReadResult.Damaged:
                return Page();
            default:
                return Refused(StatusCodes.Status404NotFound, "This entry is not in the journal that is open. It may have been deleted.");
        }
    }
}
