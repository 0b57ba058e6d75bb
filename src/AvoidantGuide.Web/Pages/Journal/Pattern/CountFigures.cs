using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;

namespace AvoidantGuide.Web.Pages.Journal.Pattern;

/// <summary>Counts of what was chosen, and when there are enough of them to be shown.</summary>
public static class CountFigures
{
    /// <summary>Fewer entries, or on fewer days, are no figure.</summary>
    public const int FewestEntries = 5;
    public const int FewestDays = 3;

    /// <summary>The lists that the guide's vocabulary makes, and the body.</summary>
    private static readonly (string Title, Func<Prompt, bool> Asks)[] _lists =
    [
        ("What was just before", prompt => prompt.From == SignKind.Trigger),
        ("What I noticed", prompt => prompt.From == SignKind.Sign),
        ("Where in the body", prompt => prompt.Id == "body"),
        ("What my mind said", prompt => prompt.From == SignKind.Story),
        ("What I wanted, or did", prompt => prompt.From == SignKind.Move),
    ];

    /// <summary>The lists of which at least one line can be shown.</summary>
    public static IReadOnlyList<Counts> Of(IReadOnlyList<Moment> moments, Preferences preferences) =>
        [.. _lists.Select(list => One(list.Title, list.Asks, moments, preferences)).Where(counts => counts.Lines.Count > 0)];

    /// <summary>Whether so many entries on so many days may stand as a figure.</summary>
    public static bool Enough(IReadOnlyCollection<Moment> behind) =>
        behind.Count >= FewestEntries && behind.Select(moment => moment.Day).Distinct().Count() >= FewestDays;

    private static Counts One(string title, Func<Prompt, bool> asks, IReadOnlyList<Moment> moments, Preferences preferences)
    {
        var asked = moments
            .Select(moment => (Moment: moment, Prompts: moment.Practice?.Prompts.Where(asks).ToList() ?? []))
            .Where(pair => pair.Prompts.Count > 0)
            .Select(pair => (pair.Moment, Chosen: pair.Prompts.SelectMany(pair.Moment.Chosen).Distinct(StringComparer.Ordinal).ToList(), pair.Prompts))
            .ToList();
        var labels = Labels(asked.SelectMany(pair => pair.Prompts), preferences);
        var lines = asked
            .SelectMany(pair => pair.Chosen.Select(id => (Id: id, pair.Moment)))
            .Where(chosen => labels.ContainsKey(chosen.Id))
            .GroupBy(chosen => chosen.Id, chosen => chosen.Moment, StringComparer.Ordinal)
            .Where(group => Enough([.. group]))
            .Select(group => new CountLine(group.Key, labels[group.Key].Label, labels[group.Key].Explained, group.Count()))
            .OrderByDescending(line => line.Count).ThenBy(line => line.Label, StringComparer.Ordinal)
            .ToList();
        return new Counts(
            title,
            asked.Count(pair => pair.Chosen.Count > 0),
            lines,
            asked.Count(pair => pair.Chosen.Contains(Choice.CannotTell.Id)),
            // An entry of an earlier version may never have been asked.
            asked.Count(pair => pair.Chosen.Count == 0 && pair.Moment.Head.Version == pair.Moment.Practice!.Version));
    }

    private static Dictionary<string, Choice> Labels(IEnumerable<Prompt> prompts, Preferences preferences) => prompts
        .Select(prompt => OwnLists.Offer(prompt, preferences))
        .SelectMany(prompt => prompt.Choices)
        .Where(choice => choice.Id != Choice.Other.Id && choice.Id != Choice.CannotTell.Id)
        .DistinctBy(choice => choice.Id)
        .ToDictionary(choice => choice.Id, StringComparer.Ordinal);
}
