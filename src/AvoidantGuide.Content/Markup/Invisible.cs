using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AvoidantGuide.Content.Texts;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Markup;

/// <summary>
/// Characters that nobody sees in a file and that still change it: they break a word for the search, turn the order of letters
/// around, or make of a mark a letter. They come with a paste.
/// </summary>
internal static partial class Invisible
{
    private const char Joiner = '\u200d';

    // Controls, the soft hyphen, fillers, joiners and marks of direction. The last is the first half of the tags, which no plane below has.
    private static readonly SearchValues<char> _all = SearchValues.Create(
        [.. Enumerable.Range(0x80, 0x20).Select(c => (char)c), .. "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\ufeff\uffa0\ufff9\ufffa\ufffb\udb40",
            .. Enumerable.Range(0x200b, 5).Concat(Enumerable.Range(0x2028, 7)).Concat(Enumerable.Range(0x2060, 16)).Select(c => (char)c)]);

    private static readonly SearchValues<char> _spaces = SearchValues.Create("\u00a0\u2007\u202f");

    /// <summary>Names the first on each line; the mark at a file's very beginning has a name of its own.</summary>
    public static void Check(SourceText file)
    {
        if (In(file.Whole))
        {
            for (var number = 1; number <= file.Count; number++)
            {
                var line = file.Typed(number);
                if (At(line) is >= 0 and var at && (number, at, line[at]) is not (1, 0, '\ufeff'))
                    file.Error(number, at + 1, "AG102", $"An invisible character ({Name(line, at)}) stands here, mostly from a paste. Delete it.");
            }
        }

        if (file.Whole.AsSpan().IndexOfAny(_spaces) >= 0)
            Spaces(file);
    }

    public static bool In(string text) => At(text) >= 0;

    private static int At(string text)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            // Between two pictures it makes them one: a family, a flag.
            if (text[at] != Joiner || at == 0 || !(char.IsLowSurrogate(text[at - 1]) || text[at - 1] is '\ufe0f' or (>= '\u2190' and <= '\u2bff')))
                return at;
        }

        return -1;

        int Next(int from)
        {
            var found = text.AsSpan(from).IndexOfAny(_all);
            return found < 0 ? found : from + found;
        }
    }

    private static string Name(string line, int at) =>
        "U+" + (Rune.TryGetRuneAt(line, at, out var rune) ? rune.Value : line[at]).ToString("X4", CultureInfo.InvariantCulture);

    /// <summary>A space that does not break looks like a space; Markdown and YAML take it for a letter.</summary>
    private static void Spaces(SourceText file)
    {
        var markdown = file.Path.EndsWith(".md", StringComparison.Ordinal);
        var fields = !markdown || file[1].TrimEnd() is "---";
        for (var number = 1; number <= file.Count; number++)
        {
            var line = file[number];
            fields = fields && !(markdown && number > 1 && line.TrimEnd() is "---");
            if (line.AsSpan().IndexOfAny(_spaces) < 0 || (fields ? AroundKey() : AroundMark()).Match(line).Groups["space"] is not { Success: true } space)
                continue;
            file.Error(number, space.Index + 1, "AG102", $"This looks like a space and is none ({Name(line, space.Index)}), so what stands beside it is not read. Type an ordinary space.");
        }
    }

    [GeneratedRegex(@"^[ \t>]*(?:\#{1,6}|[-*+]|[0-9]{1,9}[.)]|:::[a-z]*)?(?<space>[\u00a0\u2007\u202f])|\{[^{}\u00a0\u2007\u202f]*(?<space>[\u00a0\u2007\u202f])[^{}]*\}?\s*\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex AroundMark();

    [GeneratedRegex(@"^[ \t]*(?:-[ \t]+)?[\w-]*(?:(?<space>[\u00a0\u2007\u202f])[\w\s-]*:|:[ \t]*(?<space>[\u00a0\u2007\u202f]))", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex AroundKey();
}
