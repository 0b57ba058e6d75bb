using System.Text;
using AvoidantGuide.Content;

namespace AvoidantGuide.Bench;

/// <summary>The shipped content with so many pages more, of about 500 words each: made-up words, rare and common, and links of every kind. The same each time.</summary>
internal sealed class SampleGuide
{
    /// <summary>Stands once on every page of the sample.</summary>
    public const string Evening = "It was an ordinary evening.";

    private const int Seed = 20261122;
    private static readonly string[] _common = ["closeness", "distance", "people", "someone", "notice", "quiet", "partner", "feel", "alone", "message"];
    private static readonly string[] _words = [.. Vocabulary(new Random(Seed)).Distinct().Take(4_000)];
    private readonly Random _random = new(Seed);
    private readonly IReadOnlyList<string> _terms;
    private readonly IReadOnlyList<string> _sources;
    private readonly int _pages;

    private SampleGuide(string content, int pages)
    {
        var guide = GuideLibrary.Open(content, TimeProvider.System, _ => { }).Current;
        (_terms, _sources, _pages) = ([.. guide.Terms.Select(term => term.Id)], [.. guide.Sources.Select(source => source.Id)], pages);
    }

    /// <summary>A word of the sample: the first are on almost every page, the last on few.</summary>
    public static string Word(int rank) => _words[rank];

    /// <returns>The folder.</returns>
    public static string Write(string content, string folder, int pages)
    {
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var sample = new SampleGuide(content, pages);
        for (var number = 0; number < pages; number++) File.WriteAllText(PageFile(folder, number), sample.Page(number));
        return folder;
    }

    public static string PageFile(string folder, int number) => Path.Combine(folder, "guide", $"page-{number}.md");

    private string Page(int number)
    {
        var text = new StringBuilder($$"""
            ---
            id: page-{{number}}
            title: "Page {{number}}: {{Words(3, 7)}}"
            summary: "{{Sentence()}}"
            order: {{100 + (number % 9_000)}}
            status: published
            reviewed: { on: 2026-11-20, next: 2027-11-20 }
            ---

            :::short

            """);
        for (var line = 0; line < 5; line++) text.Append($"- {Sentence()}\n");
        text.Append(":::\n");
        for (var part = 0; part < 4; part++)
        {
            text.Append($"\n## {Capital(Words(3, 8))} {{#part-{part}}}\n\n{Paragraph()} ");
            text.Append($"See [{Words(1, 2)}](term:{One(_terms)}) and [{Words(1, 3)}](page-{_random.Next(_pages)}.md#part-{_random.Next(4)}).\n\n");
            text.Append($"{Paragraph()}\n");
        }

        return text.Append($"\n:::claim {{strength=mixed}}\n{Paragraph()} ([Someone](src:{One(_sources)})).\n:::\n\n- {Sentence()}\n- {Sentence()}\n\n{Evening}\n").ToString();
    }

    private string Paragraph() => string.Join(' ', Enumerable.Range(0, _random.Next(3, 6)).Select(_ => Sentence()));

    private string Sentence() => Capital(Words(7, 15)) + ".";

    private string Words(int least, int below) => string.Join(' ', Enumerable.Range(0, _random.Next(least, below)).Select(_ => Word()));

    // The word of rank n comes up about 1/n as often as the first, as in a language.
    private string Word() => _random.Next(4) == 0 ? One(_common) : _words[(int)Math.Pow(_words.Length, _random.NextDouble()) - 1];

    private string One(IReadOnlyList<string> list) => list[_random.Next(list.Count)];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static IEnumerable<string> Vocabulary(Random random)
    {
        while (true) yield return string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bcdfghklmnprstvw"[random.Next(16)]}{"aeiou"[random.Next(5)]}"));
    }
}
