using System.Globalization;
using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Files;

internal sealed record PromptDraft(
    string Id, string Title, string? Help, PromptKind Kind, bool Needed, bool Later, IReadOnlyList<Choice> Choices, SignKind? From, int Line)
{
    public bool LooksAgain { get; init; }

    public bool SuggestsSmaller { get; init; }

    public bool KeepsSign { get; init; }

    public bool HasChoices => Kind is PromptKind.OneOf or PromptKind.AnyOf;

    public Prompt Finish(Func<SignKind, IReadOnlyList<Choice>> vocabulary) => new(Id, Title, Help, Kind, Needed, Later,
        HasChoices ? [.. Choices, .. From is { } kind ? vocabulary(kind) : [], Choice.Other, Choice.CannotTell] : [])
    {
        From = From,
        LooksAgain = LooksAgain,
        SuggestsSmaller = SuggestsSmaller,
        KeepsSign = KeepsSign,
    };
}

/// <summary>The prompts of a practice: <c>##</c> headings, a line of help, and choices.</summary>
internal static class PromptReader
{
    private const int MostMinutes = 24 * 60;

    private static readonly Dictionary<string, PromptKind> _kinds = new(StringComparer.Ordinal)
    {
        ["text"] = PromptKind.Text,
        ["one-of"] = PromptKind.OneOf,
        ["any-of"] = PromptKind.AnyOf,
        ["scale"] = PromptKind.Scale,
        ["when"] = PromptKind.When,
        ["person"] = PromptKind.Person,
        ["sealed"] = PromptKind.Sealed,
        ["complete"] = PromptKind.Complete,
        ["pause"] = PromptKind.Pause,
    };

    public static IReadOnlyList<PromptDraft> Read(SourceText file, IReadOnlyList<Part> parts)
    {
        var prompts = new List<PromptDraft>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not HeadingPart { Level: 2 } heading)
            {
                if (parts[i] is not TextPart)
                    file.Error(parts[i].Line, 1, "AG212", "Below the first prompt stand only prompts: a \"##\" heading, a line of help, and choices.");
                continue;
            }

            var lines = i + 1 < parts.Count && parts[i + 1] is TextPart text ? text.Lines : [];
            if (Prompt(file, heading, lines) is not { } prompt)
                continue;
            if (seen.TryAdd(prompt.Id, heading.Line))
                prompts.Add(prompt);
            else
                file.Error(heading.Line, heading.Attributes.Id!.Column, "AG403", $"The prompt \"{prompt.Id}\" stands on line {seen[prompt.Id]} already. Choose another id.");
        }

        return prompts;
    }

    private static PromptDraft? Prompt(SourceText file, HeadingPart heading, IReadOnlyList<SourceLine> lines)
    {
        var markup = new MarkupReader(file);
        var attributes = heading.Attributes with { Column = 1 };
        attributes.Allow(file, id: true, "kind", "need", "from", "stage", "look", "then", "keep");
        var id = attributes.RequireId(file, "Each prompt");
        var kind = attributes.OneOf(file, "kind", [.. _kinds.Keys]);
        var needed = attributes.Values.ContainsKey("need") && attributes.OneOf(file, "need", "yes") is not null;
        var later = attributes.Values.ContainsKey("stage") && attributes.OneOf(file, "stage", "later") is not null;
        var from = attributes.Values.ContainsKey("from") ? attributes.OneOf(file, "from", [.. SignsReader.Kinds.Keys]) : null;

        var looks = Marked(file, attributes, "look", "again");
        var smaller = Marked(file, attributes, "then", "smaller");
        var keeps = Marked(file, attributes, "keep", "sign");
        var first = lines.ToList().FindIndex(ListScanner.Begins);
        var help = markup.Blocks([.. first < 0 ? lines : lines.Take(first)]);
        if (help.Links.Count > 0)
            file.Error(help.Links[0].Line, help.Links[0].Column, "AG212", "A line of help is plain words: links go into the practice's own text.");
        List<Choice>? choices = first < 0 ? [] : Choices(file, markup, [.. lines.Skip(first)]);
        var title = markup.Words(heading.Title).Text;
        if (id is null || kind is null || choices is null)
            return null;

        var prompt = new PromptDraft(id, title, help.Text.Length > 0 ? help.Text : null, _kinds[kind], needed, later, choices,
            from is null ? null : SignsReader.Kinds[from], heading.Line)
        {
            LooksAgain = looks,
            SuggestsSmaller = smaller,
            KeepsSign = keeps,
        };
        if (prompt.HasChoices && choices.Count == 0 && from is null)
            file.Error(heading.Line, 1, "AG210", $"\"{kind}\" needs a list of choices below it, or from= one of the guide's lists.");
        if (!prompt.HasChoices && (choices.Count > 0 || from is not null))
            file.Error(heading.Line, 1, "AG210", $"Choices belong to one-of and any-of, not to \"{kind}\". Change the kind, or take the choices out.");
        if ((looks || smaller) && kind is not "scale")
            file.Error(heading.Line, attributes.Values[looks ? "look" : "then"].Column, "AG207", "\"look=again\" and \"then=smaller\" belong to a scale. Delete it, or make this a scale.");
        if (keeps && kind is not "text")
            file.Error(heading.Line, attributes.Values["keep"].Column, "AG207", "\"keep=sign\" belongs to a text. Delete it, or make this a text.");
        if (needed && kind is "pause")
            file.Error(heading.Line, attributes.Values["need"].Column, "AG207", "A pause asks for nothing, so nothing is needed. Delete need=yes.");
        return prompt;
    }

    private static TimeSpan? Wait(SourceText file, Attributes attributes)
    {
        if (!attributes.Values.TryGetValue("wait", out var wait))
            return null;
        if (int.TryParse(wait.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= MostMinutes)
            return TimeSpan.FromMinutes(minutes);
        file.Error(attributes.Line, wait.Column, "AG607", $"\"wait\" is how many minutes the pause lasts: from 1 to {MostMinutes}, which is 24 hours.");
        return null;
    }

    private static bool Marked(SourceText file, Attributes attributes, string key, string word) =>
        attributes.Values.ContainsKey(key) && attributes.OneOf(file, key, word) is not null;

    private static List<Choice>? Choices(SourceText file, MarkupReader markup, IReadOnlyList<SourceLine> lines)
    {
        if (ListScanner.Read(file, lines) is not { } items)
            return null;
        var choices = new List<Choice>();
        foreach (var item in items)
        {
            item.Attributes.Allow(file, id: true, "wait", "then");
            var label = markup.Words(item.Label);
            var id = item.Attributes.RequireId(file, "Each choice");
            var column = item.Attributes.Id?.Column ?? 1;
            if (item.Below.FirstOrDefault(line => !line.Blank) is { Number: > 0 } below)
                file.Error(below, "AG212", "A choice is one line. Delete this one, or make it a choice of its own.");
            if (label.Text.Length == 0)
                file.Error(item.Attributes.Line, 1, "AG210", "This choice has no words. Write them before its braces.");
            if (id is null)
                continue;
            if (id == Choice.Other.Id || id == Choice.CannotTell.Id)
                file.Error(item.Attributes.Line, column, "AG403", $"\"{id}\" is added to every list of choices. Take this item out.");
            else if (choices.Exists(choice => choice.Id == id))
                file.Error(item.Attributes.Line, column, "AG403", $"The choice \"{id}\" stands in this list already. Choose another id.");
            else
                Add(new Choice(id, label.Text, null) { Wait = Wait(file, item.Attributes), LeadsToHelp = Marked(file, item.Attributes, "then", "help") }, item.Attributes.Line);
        }

        return choices;

        void Add(Choice choice, int line)
        {
            if (choices.Exists(other => other.Label.Equals(choice.Label, StringComparison.OrdinalIgnoreCase)))
                file.Warn(line, 1, "AG225", "These words stand in this list already. Say what is different, or take one out.");
            choices.Add(choice);
        }
    }
}
