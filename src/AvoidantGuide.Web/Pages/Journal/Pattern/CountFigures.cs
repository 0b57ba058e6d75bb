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

    private const string InsteadTitle = "What I did instead";

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
    public static IReadOnlyList<Counts> Of(IReadOnlyList<Moment> moments, Preferences preferences)
    {
        var practices = ByPractice(moments);
        return [.. _lists.Select(list => One(list.Title, practice => practice.Prompts.Where(list.Asks), practices, preferences)).Where(counts => counts.Lines.Count > 0)];
    }

    /// <summary>Whether a figure's line counts this entry.</summary>
    /// <param name="title">The figure's.</param>
    public static bool Holds(string title, string choice, EntryHead head, Practice? practice) =>
        practice is not null && Asked(title, practice).Any(prompt => head.Choices.GetValueOrDefault(prompt.Id, []).Contains(choice));

    private static IEnumerable<Prompt> Asked(string title, Practice practice) =>
        title == InsteadTitle ? Outcome(practice) : practice.Prompts.Where(_lists.FirstOrDefault(list => list.Title == title).Asks ?? (_ => false));

    private static IEnumerable<Prompt> Outcome(Practice practice) =>
        practice.Prompts.SkipWhile(prompt => prompt.Kind != PromptKind.Pause).Where(prompt => prompt.Kind == PromptKind.OneOf).Take(1);

    /// <summary>What became of a pull, once there was a pause: sent, left, waited, each with the same weight. Null where no line can be shown.</summary>
    public static Counts? Instead(IReadOnlyList<Moment> moments, Preferences preferences) =>
        One(InsteadTitle, Outcome, ByPractice(moments), preferences)
            is { Lines.Count: > 0 } counts ? counts : null;

    /// <summary>Whether so many entries on so many days may stand as a figure.</summary>
    public static bool Enough(IReadOnlyCollection<Moment> behind) =>
        behind.Count >= FewestEntries && behind.Select(moment => moment.Day).Distinct().Skip(FewestDays - 1).Any();

    private static ILookup<string, Moment> ByPractice(IReadOnlyList<Moment> moments) =>
        moments.Where(moment => moment.Practice is not null).ToLookup(moment => moment.Head.Practice, StringComparer.Ordinal);

    private static Counts One(string title, Func<Practice, IEnumerable<Prompt>> asks, ILookup<string, Moment> practices, Preferences preferences)
    {
        var behind = new Dictionary<string, (Choice Choice, List<Moment> Moments)>(StringComparer.Ordinal);
        var (of, cannotTell, skipped) = (0, 0, 0);
        foreach (var same in practices)
        {
            var practice = same.First().Practice!;
            List<Prompt> prompts = [.. asks(practice).Select(prompt => OwnLists.Offer(prompt, preferences))];
            if (prompts.Count == 0) continue;
            foreach (var choice in prompts.SelectMany(prompt => prompt.Choices).Where(choice => choice.Id != Choice.Other.Id && choice.Id != Choice.CannotTell.Id))
                behind.TryAdd(choice.Id, (choice, []));
            foreach (var moment in same)
            {
                var chosen = prompts.Count == 1 ? moment.Chosen(prompts[0]) : [.. prompts.SelectMany(moment.Chosen).Distinct(StringComparer.Ordinal)];
                if (chosen.Count > 0) of++;
                // An entry of an earlier version may never have been asked.
                else if (moment.Head.Version == practice.Version) skipped++;
                foreach (var id in chosen)
                {
                    if (id == Choice.CannotTell.Id) cannotTell++;
                    else if (behind.TryGetValue(id, out var found)) found.Moments.Add(moment);
                }
            }
        }

        var lines = behind.Values.Where(found => Enough(found.Moments))
            .Select(found => new CountLine(found.Choice.Id, found.Choice.Label, found.Choice.Explained, found.Moments.Count))
            .OrderByDescending(line => line.Count).ThenBy(line => line.Label, StringComparer.Ordinal)
            .ToList();
        return new Counts(title, of, lines, cannotTell, skipped);
    }
}
