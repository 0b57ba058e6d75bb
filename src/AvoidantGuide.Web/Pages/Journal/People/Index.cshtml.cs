using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal.People;

/// <summary>"Moments with people": the names in the journal, in the order of the alphabet and no other.</summary>
public sealed class IndexModel(JournalDoor door) : OpenJournalPage(door)
{
    public IEnumerable<Person> People => Preferences.People.OrderBy(person => person.Alias, StringComparer.CurrentCultureIgnoreCase);

    public bool Removed { get; private set; }

    public void OnGet(bool removed) => Removed = removed;
}
