using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal.People;

/// <summary>What was written about one person, newest first, with no number about anyone; and the way to take them out.</summary>
public sealed class PersonModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];

    /// <summary>Something was chosen about this person that asks for help.</summary>
    public bool NeedsHelp { get; private set; }

    public SafetyQuestion Safety => guide.Help.Safety;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (Find(id) is not { } person) return Missing();
        Person = person;
        var entries = (await Mine.ListAsync(HttpContext.RequestAborted)).Where(entry => entry.Head is { } head && head.People?.Values.Contains(id) == true).ToList();
        Rows = [.. entries.Select(entry => EntryRows.Row(entry, guide, Preferences))];
        NeedsHelp = entries.Exists(entry => Harm.In(entry.Head!, guide));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Find(id) is null) return Missing();
        await Mine.RemovePersonAsync(id, CancellationToken.None);
        return new RedirectResult("/journal/people?removed=true");
    }

    private Person? Find(Guid id) => Preferences.People.FirstOrDefault(person => person.Id == id);

    private StatusCodeResult Missing() => Refused(StatusCodes.Status404NotFound, "This name is not in the journal that is open. It may have been removed.");
}
