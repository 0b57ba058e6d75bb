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
            AsksSafety = today?.AsksSafety ?? true, // Nobody can say any more that it asked for nothing.
            Draft = false,
            Ending = today?.Ending ?? "",
            Rest = today?.Rest,
            Blocks = [],
            Prompts = [.. Prompts(entry, today)],
            File = "",
        };
    }

    /// <summary>What was asked, and the pause where it stands; while an entry is being written, also what an editor has added since.</summary>
    private static IEnumerable<Prompt> Prompts(Entry entry, Practice? today)
    {
        var asked = entry.Answers.ToDictionary(answer => answer.Prompt);
        foreach (var prompt in today?.Prompts ?? [])
        {
            if (asked.Remove(prompt.Id, out var answer)) yield return Prompt(answer, prompt);
            else if (prompt.Kind == PromptKind.Pause || entry.Head.Step is not null) yield return prompt;
        }

        foreach (var answer in entry.Answers.Where(answer => asked.ContainsKey(answer.Prompt))) yield return Prompt(answer, null);
    }

    private static Prompt Prompt(Answer answer, Prompt? today)
    {
        var kind = PromptKinds.Of(answer.Kind);
        IEnumerable<Choice> choices = today?.Kind == kind ? today.Choices : [Choice.Other, Choice.CannotTell];
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
                : [])
        {
            From = today?.From,
            LooksAgain = today is { LooksAgain: true } && today.Kind == kind,
            SuggestsSmaller = today is { SuggestsSmaller: true } && today.Kind == kind,
            KeepsSign = today is { KeepsSign: true } && today.Kind == kind,
        };
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
