using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace AvoidantGuide.Web.Tests.Reading;

/// <summary>
/// How old a reader must be to take in all of a text: SMOG (McLaughlin, 1969), a school grade, and five. It counts words of
/// three syllables and more by sentences. Flesch and Kincaid's grade (1975), and five, stands beside it.
/// </summary>
internal sealed partial record ReadingAge(double Smog, double FleschKincaid, int Sentences, IReadOnlyList<string> Hardest)
{
    private const int AgeInTheFirstGrade = 5;
    private const string NoProse = "nav, script, svg, .facts, .contents, .definitions, .unseen, .anchor, .strength, .help, .countries";
    private const string Paragraphs = "p, li, h1, h2, h3, h4, dd, dt, figcaption, legend, label, button, summary, div";

    /// <summary>Of the sentences of a page: its labels and lists of words, which end in no full stop, are none.</summary>
    public static ReadingAge Of(IDocument page)
    {
        var main = (IElement)page.QuerySelector("main")!.Clone();
        foreach (var other in main.QuerySelectorAll(NoProse)) other.Remove();
        // Whatever begins in one paragraph ends there.
        foreach (var paragraph in main.QuerySelectorAll(Paragraphs)) paragraph.Append(page.CreateTextNode("\u2029"));
        var sentences = main.TextContent.Split('\u2029').SelectMany(Split).ToList();
        var words = sentences.SelectMany(Words).ToList();
        var (perSentence, perWord) = ((double)words.Count / sentences.Count, (double)words.Sum(Syllables.In) / words.Count);
        return new ReadingAge(
            AgeInTheFirstGrade + 3.1291 + (1.0430 * Math.Sqrt(words.Count(Long) * 30.0 / sentences.Count)),
            AgeInTheFirstGrade + (0.39 * perSentence) + (11.8 * perWord) - 15.59,
            sentences.Count,
            [.. sentences.OrderByDescending(sentence => Words(sentence).Count(Long)).ThenByDescending(sentence => sentence.Length).Take(3)]);
    }

    private static IEnumerable<string> Split(string paragraph) =>
        Boundary().Split(Citation().Replace(Space().Replace(paragraph, " "), "").Trim()).Where(sentence => Ending().IsMatch(sentence));

    private static IEnumerable<string> Words(string sentence) => Word().Matches(sentence).Select(word => word.Value);

    private static bool Long(string word) => Syllables.In(word) >= 3;

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();

    /// <summary>Names and a year in brackets, which one passes over.</summary>
    [GeneratedRegex(@" ?\([^()]*\b(19|20)\d\d\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citation();

    [GeneratedRegex(@"(?<=[.!?…]["")”’]*) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"[.!?…]["")”’]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\p{L}[\p{L}’']*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
