using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Blocks;

internal static class QuoteReader
{
    private const string Dash = "\u2014 ";

    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: false);
        var lines = part.Lines.Reverse().SkipWhile(line => line.Blank).Reverse().ToList();
        string? by = null;
        if (lines.Count > 0 && lines[^1].Text.StartsWith(Dash, StringComparison.Ordinal))
        {
            by = reading.Markup.Words(lines[^1].From(Dash.Length)).Text;
            lines.RemoveAt(lines.Count - 1);
        }
        else if (lines.Count > 0 && LooksMeant(lines))
        {
            reading.File.Error(lines[^1], "AG224", "Whose voice this is stands on the last line as \"\u2014 name\": a long dash at the line's start, one space, the name.");
            lines.RemoveAt(lines.Count - 1);
        }

        var words = reading.Markup.Blocks(lines, Tone.Voice);
        if (words == Fragment.Empty)
            reading.WrongParts(part, "\"quote\" holds no words. Write them between its colons.");
        return new Draft(part.Line, words.Words + Fragment.CountWords(by ?? ""), links => new Quote(links.Html(words), by));
    }

    /// <summary>A dash of another length, or another place, before words; the last item of a list is none.</summary>
    private static bool LooksMeant(List<SourceLine> lines)
    {
        var last = lines[^1].Text.Trim();
        var words = last.TrimStart('-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212').TrimStart();
        var listed = last.StartsWith("- ", StringComparison.Ordinal) && lines.Count > 1 && lines.SkipLast(1).Any(ListScanner.Begins);
        return words.Length < last.Length && !listed && (words.Length > 0 || last is not ['-', '-', '-', ..]);
    }
}
