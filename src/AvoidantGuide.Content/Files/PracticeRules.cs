using System.Text.RegularExpressions;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Files;

/// <summary>What keeps a practice safe, as far as a file can show it. These are errors, never warnings.</summary>
internal static partial class PracticeRules
{
    private const int MostPrompts = 8;
    private const int MostNeeded = 3;

    /// <summary>They ask someone to stay, to wait or to open up, whatever their prompts are.</summary>
    private static readonly string[] _asking = ["slow-exit", "small-doses", "review-after", "safe-relationships"];

    /// <summary>How often in 24 hours is enough, at most.</summary>
    private static readonly Dictionary<string, int> _enough = new(StringComparer.Ordinal) { ["review-after"] = 2, ["capture"] = 3 };

    public static void Check(PracticeFile practice, Fields fields)
    {
        var file = practice.File;
        var asks = _asking.Contains(practice.Id, StringComparer.Ordinal)
            || practice.Prompts.Any(prompt => prompt.Kind is PromptKind.Pause or PromptKind.Person or PromptKind.Sealed);
        var (line, column) = fields.At("safety");
        if (asks && !practice.AsksSafety)
            file.Error(line, column, "AG601", "This practice asks someone to stay, wait or open up, so the safety question comes first: \"safety: ask\".");
        else if (!fields.Has("safety"))
            fields.Missing("safety");

        var asked = practice.Prompts.Where(prompt => prompt.Kind != PromptKind.Pause).ToList();
        if (asked.Count == 0 && (practice.Prompts.Count > 0 || !practice.HasPrompts))
            file.Error(practice.Named.Line, practice.Named.Column, "AG210", "This practice asks nothing: a prompt is a \"##\" heading with an id and a kind.");
        foreach (var over in asked.Skip(MostPrompts).Take(1))
            file.Error(over.Line, 1, "AG602", $"A practice has at most {MostPrompts} prompts (a pause is not one), and there are {asked.Count}. Take one out, or make two practices.");
        foreach (var over in asked.Where(prompt => prompt.Needed).Skip(MostNeeded).Take(1))
            file.Error(over.Line, 1, "AG603", $"At most {MostNeeded} prompts can be needed, and there are {asked.Count(prompt => prompt.Needed)}. Take need=yes off this one.");
        foreach (var prompt in practice.Prompts)
            Check(file, prompt);
        CheckPause(practice);
        CheckEnough(practice, fields);
    }

    /// <summary>The choices that say how long stand before the pause, in one list that can have one answer.</summary>
    private static void CheckPause(PracticeFile practice)
    {
        var pauses = practice.Prompts.Where(prompt => prompt.Kind == PromptKind.Pause).ToList();
        var waits = practice.Prompts.Where(prompt => prompt.Choices.Any(choice => choice.Wait is not null)).ToList();
        foreach (var second in pauses.Skip(1).Take(1))
            practice.File.Error(second.Line, 1, "AG607", "A practice has one pause. Take this one out.");
        foreach (var wrong in waits.Where(prompt => prompt.Kind != PromptKind.OneOf || pauses.Count == 0 || prompt.Line > pauses[0].Line).Concat(waits.Skip(1)).Take(1))
            practice.File.Error(wrong.Line, 1, "AG607", "\"wait=\" stands in one list of kind \"one-of\", before the practice's pause.");
    }

    private static void CheckEnough(PracticeFile practice, Fields fields)
    {
        if (_enough.TryGetValue(practice.Id, out var most) && practice.Rest?.After > most)
        {
            var (line, column) = fields.At("rest");
            practice.File.Error(line, column, "AG609", $"Going over it again and again does not help: after {most} times in 24 hours at most this practice rests. Set \"after: {most}\".");
        }

        foreach (var second in practice.Prompts.Where(prompt => prompt.LooksAgain).Skip(1).Take(1))
            practice.File.Error(second.Line, 1, "AG608", "One thing is looked at again, not more. Take look=again off this one.");
    }

    private static void Check(SourceText file, PromptDraft prompt)
    {
        var words = string.Join('\n', [prompt.Title, prompt.Help ?? "", .. prompt.Choices.Select(choice => choice.Label)]);
        if (prompt.Kind == PromptKind.Scale && Person().IsMatch(prompt.Title))
            file.Error(prompt.Line, 1, "AG604", "A scale never measures a person. Ask about one's own body or wish, or ask in words.");
        if (prompt.LooksAgain && (prompt.Help is null || NotToCheck().IsMatch(prompt.Title)))
            file.Error(prompt.Line, 1, "AG608", "Only what could be checked is looked at again, never fear, harm, consent, sexuality or love. The line of help says so. Add that line, or take look=again off.");
        if (Why().IsMatch(words))
            file.Error(prompt.Line, 1, "AG605", "\"Why\" invites going round in circles. Ask what, when or where.");
        if (Childhood().IsMatch(words))
            file.Error(prompt.Line, 1, "AG606", "A practice never asks about childhood or parents. Ask about a moment of now.");
    }

    [GeneratedRegex(@"\b(their|theirs|them|they|partners?|he|him|his|she|her|hers|persons?|people|someone|husband|wife|boyfriend|girlfriend|friends?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(fear\w*|afraid|scared|harm\w*|hurt\w*|unsafe|safe|consent\w*|sex\w*|love[sd]?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex NotToCheck();

    [GeneratedRegex(@"\bwhy\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b(child|childhood|parents?|mothers?|fathers?|mum|mom|dad|caregivers?|grew up|growing up|upbringing)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Childhood();
}
