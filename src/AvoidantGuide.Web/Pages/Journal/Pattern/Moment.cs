using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal.Pattern;

/// <summary>One kept entry as figures see it: its head, its practice, and the day it is about in the person's own time.</summary>
public sealed record Moment(Guid Id, EntryHead Head, Practice? Practice, DateTime When)
{
    public DateOnly Day => DateOnly.FromDateTime(When);

    /// <summary>Every kept and readable entry, newest first by when it happened.</summary>
    public static IReadOnlyList<Moment> All(IReadOnlyList<ListedEntry> entries, Guide guide, Preferences preferences) =>
    [
        .. entries
            .Where(entry => entry.Head is { Step: null })
            .Select(entry => new Moment(entry.Id, entry.Head!, guide.PracticeNamed(entry.Head!.Practice), EntryRows.Moment(entry.Head, preferences)))
            .OrderByDescending(moment => moment.When).ThenBy(moment => moment.Id),
    ];

    public IReadOnlyList<string> Chosen(Prompt prompt) => Head.Choices.GetValueOrDefault(prompt.Id, []);

    public override string ToString() => nameof(Moment);
}
