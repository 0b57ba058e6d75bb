namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>A last page for people who are done: take it, delete it, go.</summary>
public sealed class DoneModel(JournalDoor door) : OpenJournalPage(door)
{
    public int Count { get; private set; }

    public async Task OnGetAsync() => Count = (await Mine.ListAsync(HttpContext.RequestAborted)).Count(entry => entry.Head?.Step is null);
}
