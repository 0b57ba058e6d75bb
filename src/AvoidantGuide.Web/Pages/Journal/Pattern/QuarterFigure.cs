using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Journal;

namespace AvoidantGuide.Web.Pages.Journal.Pattern;

/// <summary>How strong it was, by calendar quarter.</summary>
public static class QuarterFigure
{
    /// <summary>Null unless two quarters can stand side by side.</summary>
    public static Quarters? Of(IReadOnlyList<Moment> moments)
    {
        var scales = moments.DistinctBy(moment => moment.Head.Practice, StringComparer.Ordinal).ToDictionary(moment => moment.Head.Practice, moment => Strength(moment.Practice)?.Id, StringComparer.Ordinal);
        var columns = moments
            .Select(moment => (moment, Rating: scales[moment.Head.Practice] is { } scale && moment.Head.Ratings.TryGetValue(scale, out var rating) ? rating : (int?)null))
            .Where(pair => pair.Rating is not null)
            .GroupBy(pair => new DateOnly(pair.moment.When.Year, ((pair.moment.When.Month - 1) / 3 * 3) + 1, 1))
            .Where(quarter => CountFigures.Enough([.. quarter.Select(pair => pair.moment)]))
            .OrderBy(quarter => quarter.Key)
            .Select(quarter => new Quarter(quarter.Key, [.. quarter.Select(pair => pair.Rating!.Value).Order()]))
            .ToList();
        return columns.Count > 1 ? new Quarters(columns) : null;
    }

    /// <summary>The first scale of a practice that says how strong something was; never one that is looked at again, or expected.</summary>
    public static Prompt? Strength(Practice? practice) =>
        practice?.Prompts.FirstOrDefault(prompt => prompt is { Kind: PromptKind.Scale, Later: false, LooksAgain: false, SuggestsSmaller: false });
}
