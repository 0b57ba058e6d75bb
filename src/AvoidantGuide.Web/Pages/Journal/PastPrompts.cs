using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// The prompts of an entry as they were read when it was written. A later change of the guide adds choices to pick
/// from, but never rewords what someone was asked or what they chose.
/// </summary>
public static class PastPrompts
{
    public static Practice Practice(Entry entry, Guide guide)
    {
        var today = guide.PracticeNamed(entry.Head.Practice);
        return new Practice
        {
            Id = entry.Head.Practice,
            Title = today?.Title ?? "An earlier practice",
            Summary = today?.Summary ?? "",
            Order = today?.Order ?? 0,
            Version = entry.Head.Version,
            AsksSafety = today?.AsksSafety ?? false,
            Draft = false,
            Ending = today?.Ending ?? "",
            Blocks = [],
            Prompts = [.. entry.Answers.Select(answer => Prompt(answer, today?.Prompts.FirstOrDefault(prompt => prompt.Id == answer.Prompt)))],
            File = "",
        };
    }

    private static Prompt Prompt(Answer answer, Prompt? today)
    {
        var kind = PromptKinds.Of(answer.Kind);
        IEnumerable<Choice> choices = today?.Kind == kind ? today.Choices : [];
        var past = answer.Chosen.ToDictionary(chosen => chosen.Id, chosen => chosen.Label);
        var gone = answer.Chosen.Where(chosen => choices.All(choice => choice.Id != chosen.Id)).Select(chosen => new Choice(chosen.Id, chosen.Label, null));
        return new Prompt(
            answer.Prompt,
            answer.Asked,
            today?.Help,
            kind,
            today is { Needed: true } && today.Kind == kind,
            today?.Later ?? false,
            kind is PromptKind.OneOf or PromptKind.AnyOf
                ? [.. gone, .. choices.Select(choice => past.TryGetValue(choice.Id, out var label) ? choice with { Label = label } : choice)]
                : []);
    }
}

/// <summary>The names that kinds of prompt have in entries and in content files.</summary>
public static class PromptKinds
{
    private static readonly Dictionary<PromptKind, string> _names = new()
    {
        [PromptKind.Text] = "text",
        [PromptKind.OneOf] = "one-of",
        [PromptKind.AnyOf] = "any-of",
        [PromptKind.Scale] = "scale",
        [PromptKind.When] = "when",
        [PromptKind.Person] = "person",
        [PromptKind.Sealed] = "sealed",
        [PromptKind.Complete] = "complete",
        [PromptKind.Pause] = "pause",
    };

    public static string Name(PromptKind kind) => _names[kind];

    /// <summary>A kind that is no longer known is read as plain words.</summary>
    public static PromptKind Of(string name) => _names.FirstOrDefault(pair => pair.Value == name).Key;
}
