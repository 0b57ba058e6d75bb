using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Files;

internal sealed record TermDraft(
    string Id, string Name, Strength Strength, IReadOnlyList<string> Also, Fragment Definition, Fragment More, Anchor Anchor)
{
    public bool LinksTo(string term) => Definition.Links.Concat(More.Links).Any(link => link.Kind == LinkKind.Term && link.Name == term);

    public int Words => Fragment.CountWords(Name) + Also.Sum(Fragment.CountWords) + Definition.Words + More.Words;

    public Term Finish(Linker links)
    {
        links.Pass(Anchor);
        return new Term(Id, Name, Strength, Also, links.Html(Definition), Definition.Text, links.Html(More));
    }
}

/// <summary>glossary.md: one <c>##</c> heading per term.</summary>
internal static class GlossaryFile
{
    public const string Path = "glossary.md";

    private const string Shape = "Each term is a \"##\" heading with an id and a strength; its text stands below.";

    public static IReadOnlyList<TermDraft> Read(SourceText file)
    {
        if (!Characters.Check(file))
            return [];
        Doubled.Check(file, file.From(1));
        var terms = new List<TermDraft>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        HeadingPart? heading = null;
        IReadOnlyList<SourceLine> lines = [];
        foreach (var part in BlockScanner.Scan(file, file.From(1), BlockKinds.Names))
        {
            switch (part)
            {
                case HeadingPart { Level: 2 } next:
                    Close();
                    (heading, lines) = (next, []);
                    break;
                case TextPart text when heading is not null:
                    lines = text.Lines;
                    break;
                case TextPart { Blank: true }:
                    break;
                default:
                    file.Error(part is TextPart before ? before.Lines.First(line => !line.Blank).Number : part.Line, 1, "AG212", $"Only terms stand in glossary.md. {Shape}");
                    break;
            }
        }

        Close();
        return terms;

        void Close()
        {
            if (heading is null || Term(file, heading, lines) is not { } term)
                return;
            if (seen.TryAdd(term.Id, heading.Line))
                terms.Add(term);
            else
                file.Error(heading.Line, term.Anchor.Column, "AG403", $"The term \"{term.Id}\" stands on line {seen[term.Id]} already. Choose another id, or make them one.");
        }
    }

    private static TermDraft? Term(SourceText file, HeadingPart heading, IReadOnlyList<SourceLine> lines)
    {
        var markup = new MarkupReader(file);
        var attributes = heading.Attributes with { Column = 1 };
        attributes.Allow(file, id: true, "strength");
        var name = markup.Words(heading.Title);
        var id = attributes.RequireId(file, "Each term");
        var strength = Strengths.Read(file, attributes);
        var rest = lines.SkipWhile(line => line.Blank).ToList();
        IReadOnlyList<string> also = [];
        if (NearlyAlso(rest))
        {
            file.Error(rest[0], "AG210", "This line would become the definition. Other names stand on a line that begins with \"Also:\", and have commas between.");
            rest = [.. rest.Skip(1).SkipWhile(line => line.Blank)];
        }
        else if (rest.Count > 0 && rest[0].Text.StartsWith("Also:", StringComparison.Ordinal))
        {
            also = [.. rest[0].Text["Also:".Length..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            if (also.Count == 0)
                file.Error(rest[0], "AG210", "\"Also:\" is followed by other names, with commas between.");
            rest = [.. rest.Skip(1).SkipWhile(line => line.Blank)];
        }

        var first = rest.TakeWhile(line => !line.Blank).ToList();
        var definition = markup.Blocks(first);
        var more = markup.Blocks([.. rest.Skip(first.Count)]);
        if (definition == Fragment.Empty)
            file.Error(heading.Line, 1, "AG210", "This term has no definition. Write it as the first paragraph below the heading.");
        return id is null || strength is not { } sure ? null
            : new TermDraft(id, name.Text, sure, also, definition, more, new Anchor(id, heading.Line, attributes.Id!.Column, name.Text));
    }

    /// <summary>Whether the first line was meant to hold other names, and does not begin as it must. A definition may begin with the word too, and is a sentence.</summary>
    private static bool NearlyAlso(List<SourceLine> lines)
    {
        if (lines.Count == 0 || lines[0].Text.StartsWith("Also:", StringComparison.Ordinal))
            return false;
        var text = lines[0].Text.AsSpan().Trim(" \t*_");
        if (!text.StartsWith("also", StringComparison.OrdinalIgnoreCase))
            return false;
        var names = text["also".Length..];
        return names.TrimStart(" \t*_").StartsWith(":")
            || (names.StartsWith(" ") && names.Contains(',') && names.IndexOfAny(".!?") < 0 && (lines.Count == 1 || lines[1].Blank));
    }
}
