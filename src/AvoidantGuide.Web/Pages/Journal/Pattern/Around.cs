using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;

namespace AvoidantGuide.Web.Pages.Journal.Pattern;

/// <summary>What stood before and after one sign in the entries that hold it: a list, newest first, and no count.</summary>
public sealed record Around(CountLine Sign, IReadOnlyList<AroundLine> Lines)
{
    private const int Most = 50;

    public static Around Of(CountLine sign, IReadOnlyList<Moment> moments, Preferences preferences) => new(
        sign,
        [
            .. moments
                .Where(moment => moment.Practice is not null && moment.Practice.Prompts.Where(prompt => prompt.From == SignKind.Sign).SelectMany(moment.Chosen).Contains(sign.Choice))
                .Take(Most)
                .Select(moment => new AroundLine(moment.Id, moment.When, Labels(moment, SignKind.Trigger, preferences), Labels(moment, SignKind.Move, preferences))),
        ]);

    private static IReadOnlyList<string> Labels(Moment moment, SignKind kind, Preferences preferences) =>
    [
        .. moment.Practice!.Prompts.Where(prompt => prompt.From == kind).Select(prompt => OwnLists.Offer(prompt, preferences))
            .SelectMany(prompt => prompt.Choices.Where(choice => moment.Chosen(prompt).Contains(choice.Id))).Select(choice => choice.Label),
    ];
}

public sealed record AroundLine(Guid Entry, DateTime When, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    public override string ToString() => nameof(AroundLine);
}
