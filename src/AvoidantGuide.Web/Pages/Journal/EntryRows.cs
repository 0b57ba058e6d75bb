using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Entries as lines of a list, from their heads alone.</summary>
public static class EntryRows
{
    public static EntryRow Row(ListedEntry entry, Guide guide, Preferences preferences)
    {
        if (entry.Head is not { } head) return new EntryRow(entry.Id, "", "", [], Damaged: true);
        var practice = guide.PracticeNamed(head.Practice);
        return new EntryRow(entry.Id, When(head, preferences), (practice?.Title ?? "An earlier practice") + (head.Step is null ? "" : " (begun)"), Labels(head, practice), Damaged: false);
    }

    /// <summary>When it happened if that was said, else when it was written, in the person's own time.</summary>
    public static DateTime Moment(EntryHead head, Preferences preferences) => head.Happened ?? Local(head.Written, preferences);

    public static string When(EntryHead head, Preferences preferences) => Say(Moment(head, preferences));

    public static DateTime Local(DateTimeOffset moment, Preferences preferences) =>
        preferences.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? TimeZoneInfo.ConvertTime(moment, zone).DateTime
            : moment.UtcDateTime;

    public static string Say(DateTime moment) => moment.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string SayDay(DateTime moment) => moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Labels(EntryHead head, Practice? practice)
    {
        if (practice is null) return [];
        return [.. practice.Prompts
            .SelectMany(prompt => head.Choices.GetValueOrDefault(prompt.Id, []).Select(id => prompt.Choices.FirstOrDefault(choice => choice.Id == id)?.Label))
            .OfType<string>()
            .Where(label => label != Choice.CannotTell.Label && label != Choice.Other.Label)
            .Take(3)];
    }
}
