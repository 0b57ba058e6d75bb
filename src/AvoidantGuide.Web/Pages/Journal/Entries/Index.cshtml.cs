using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal.Entries;

/// <summary>All entries, newest first, a page at a time.</summary>
public sealed class IndexModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    public const int PageSize = 50;

    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Number { get; private set; }

    public int Last => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public bool Deleted { get; private set; }

    /// <param name="number">From the query alone: the framework keeps a value named "page" among the route's.</param>
    public async Task OnGetAsync([FromQuery(Name = "page")] int number, bool deleted)
    {
        Deleted = deleted;
        var entries = await Mine.ListAsync(HttpContext.RequestAborted);
        Count = entries.Count;
        Number = Math.Clamp(number, 1, Last);
        Rows = [.. entries.Skip((Number - 1) * PageSize).Take(PageSize).Select(entry => EntryRows.Row(entry, guide, Preferences))];
    }
}
