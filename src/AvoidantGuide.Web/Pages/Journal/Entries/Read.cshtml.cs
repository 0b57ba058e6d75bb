using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal.Entries;

/// <summary>One entry, as it was asked and answered.</summary>
public sealed class ReadModel(JournalDoor door, Guide guide, TimeProvider clock) : OpenJournalPage(door)
{
    public Guid Id { get; private set; }

    /// <summary>Null when it is damaged.</summary>
    public Entry? Entry { get; private set; }

    /// <summary>What of it is shown now.</summary>
    public Entry? Shown { get; private set; }

    public string Title { get; private set; } = "";

    public string When { get; private set; } = "";

    public string Written { get; private set; } = "";

    /// <summary>Said once, right after keeping.</summary>
    public bool JustKept { get; private set; }

    public bool NewJournal { get; private set; }

    public string Ending { get; private set; } = "";

    /// <summary>Something was chosen that asks for help, not for a next time.</summary>
    public bool NeedsHelp { get; private set; }

    public bool LookIsOpen { get; private set; }

    /// <summary>When it can be looked at again, for a person's own calendar.</summary>
    public IReadOnlyList<ReminderLink> Reminders { get; private set; } = [];

    public long Revision { get; private set; }

    /// <summary>What the button says that leads on, where there is something to add.</summary>
    public string? CanGoOn { get; private set; }

    /// <summary>A step that is expected to be hard.</summary>
    public bool SmallerMayBeBetter { get; private set; }

    public SafetyQuestion Safety => guide.Help.Safety;

    public async Task<IActionResult> OnGetAsync(Guid id, bool kept, [FromQuery(Name = "new")] bool fresh)
    {
        (Id, JustKept, NewJournal) = (id, kept, fresh);
        switch (await Mine.ReadAsync(id, HttpContext.RequestAborted))
        {
            case ReadResult.Found found:
                Entry = found.Entry;
                var practice = guide.PracticeNamed(Entry.Head.Practice);
                Title = practice?.Title ?? "An earlier practice";
                var form = EntryForm.Of(found, id, guide, Preferences);
                Revision = found.Revision;
                LookIsOpen = Looks.Due(Entry.Head, guide, clock.GetUtcNow()) is not null;
                // The old number shows only after the new answer.
                Shown = LookIsOpen ? Entry with { Answers = [.. Entry.Answers.Where(answer => answer.Prompt != Looks.Prompt(Entry.Head, guide)!.Id)] } : Entry;
                Reminders = [.. Looks.Coming(Entry.Head, guide, clock.GetUtcNow()).Select(at => new ReminderLink(Mine.Id, at, EntryRows.Say(EntryRows.Local(at, Preferences))))];
                CanGoOn = Entry.Head.Step is not null ? "Go on with it" : new Flow(form).WaitsForLater ? "Add what happened" : null;
                NeedsHelp = Harm.In(form);
                SmallerMayBeBetter = JustKept && (practice?.Prompts.Any(prompt => prompt.SuggestsSmaller && Entry.Head.Ratings.GetValueOrDefault(prompt.Id) >= 7) ?? false);
                Ending = NeedsHelp ? "" : practice?.Ending ?? "";
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
