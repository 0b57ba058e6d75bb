using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Journal;

namespace AvoidantGuide.Web.Pages.Journal.Pattern;

/// <summary>The pull on either side of each pause.</summary>
public static class PullFigure
{
    /// <summary>Null below the threshold.</summary>
    public static Pulls? Of(IReadOnlyList<Moment> moments)
    {
        var scales = moments.DistinctBy(moment => moment.Head.Practice, StringComparer.Ordinal).Select(moment => (moment.Head.Practice, Scales: Scales(moment.Practice)))
            .Where(pair => pair.Scales is not null).ToDictionary(pair => pair.Practice, pair => pair.Scales!.Value, StringComparer.Ordinal);
        var pauses = moments.Where(moment => scales.ContainsKey(moment.Head.Practice)).Select(moment => (moment, Scales: scales[moment.Head.Practice]))
            .Select(pair => (pair.moment, Dot: new PullDot(pair.moment.Id, pair.moment.When, Rated(pair.moment, pair.Scales.Before), Rated(pair.moment, pair.Scales.After))
            {
                CannotTellBefore = CannotTell(pair.moment, pair.Scales.Before),
                CannotTellAfter = CannotTell(pair.moment, pair.Scales.After),
            }))
            .ToList();
        var rated = pauses.Where(pair => pair.Dot.Before is not null || pair.Dot.After is not null).ToList();
        var untold = pauses.Where(pair => pair.Dot.Before is null && pair.Dot.After is null).ToList();
        return CountFigures.Enough([.. rated.Select(pair => pair.moment)]) ? new Pulls([.. rated.Select(pair => pair.Dot)], untold.Count(Told), untold.Count(pair => !Told(pair))) : null;

        static bool Told((Moment Moment, PullDot Dot) pair) => pair.Dot.CannotTellBefore || pair.Dot.CannotTellAfter;
    }

    /// <summary>The scales on either side of a practice's pause; null where it has none.</summary>
    public static (Prompt Before, Prompt After)? Scales(Practice? practice)
    {
        if (practice is null || !practice.Prompts.Any(prompt => prompt.Kind == PromptKind.Pause)) return null;
        var before = practice.Prompts.TakeWhile(prompt => prompt.Kind != PromptKind.Pause).FirstOrDefault(prompt => prompt.Kind == PromptKind.Scale);
        var after = practice.Prompts.SkipWhile(prompt => prompt.Kind != PromptKind.Pause).FirstOrDefault(prompt => prompt.Kind == PromptKind.Scale);
        return before is null || after is null ? null : (before, after);
    }

    private static bool CannotTell(Moment moment, Prompt scale) => moment.Chosen(scale).Contains(Choice.CannotTell.Id);

    private static int? Rated(Moment moment, Prompt scale) => moment.Head.Ratings.TryGetValue(scale.Id, out var rating) ? rating : null;
}
