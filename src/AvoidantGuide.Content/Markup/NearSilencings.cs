using System.Buffers;
using System.Text.RegularExpressions;
using AvoidantGuide.Content.Texts;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Markup;

/// <summary>What was meant to silence a warning and is no such comment: readers would see it, or it would do nothing.</summary>
internal static partial class NearSilencings
{
    private static readonly SearchValues<string> _codes = SearchValues.Create([.. Enumerable.Range(0, 10).Select(digit => $"AG{digit}")], StringComparison.OrdinalIgnoreCase);

    public static void Check(SourceText file)
    {
        var markdown = file.Path.EndsWith(".md", StringComparison.Ordinal);
        if (file.Whole.AsSpan().IndexOfAny(_codes) < 0 || !(markdown || file.Path.EndsWith(".yml", StringComparison.Ordinal)))
            return;
        var fields = !markdown || file[1].TrimEnd() is "---";
        var code = new CodeFence();
        for (var number = 1; number <= file.Count; number++)
        {
            var line = file[number];
            if (markdown && fields && number > 1 && line.TrimEnd() is "---")
                fields = false;
            else if (fields && InYaml().Match(line) is { Success: true } slip)
                file.Error(number, slip.Index + 1, "AG226", "This silences no warning. In these lines write, at the line's end: # AG505: why.");
            else if (!fields && !code.Takes(line, number) && At(line) is >= 0 and var at)
                file.Error(number, at + 1, "AG226", "This silences no warning, and readers would see it. Write, at the line's end: <!-- AG503: why -->.");
        }
    }

    /// <summary>Whether such a slip was named on this line of Markdown: whatever else is wrong with it follows from that.</summary>
    public static bool StandIn(string line) => line.AsSpan().IndexOfAny(_codes) >= 0 && At(line) >= 0;

    /// <returns>Where the first begins that is not in code; else -1.</returns>
    private static int At(string line)
    {
        var closed = line.LastIndexOf("-->", StringComparison.Ordinal);
        var (from, ticks) = (0, 0);
        foreach (Match slip in InMarkdown().Matches(line))
        {
            ticks += line.AsSpan(from, slip.Index - from).Count('`');
            from = slip.Index;
            if (ticks % 2 == 0 && !(slip.Groups["open"].Success && slip.Index < closed))
                return slip.Index;
        }

        return -1;
    }

    // A comment that is not closed, one with other dashes or too few, and the way that YAML has.
    [GeneratedRegex(@"(?<!\\)(?:(?<open><!--)\s{0,9}AG\d|<(?!!--)(?:!?[-\u2010-\u2015\u2212]{1,9}|!)\s{0,9}AG\d|(?<=^|\s)\#{1,6}\s{0,9}AG\d{1,3}\s{0,9}:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex InMarkdown();

    [GeneratedRegex(@"(?<=^|\s)(?:<!?[-\u2010-\u2015\u2212]{1,9}|//|;)\s{0,9}AG\d{1,3}\s{0,9}:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex InYaml();
}
