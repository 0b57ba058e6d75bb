using AvoidantGuide.Content.Markup;

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

        var words = reading.Markup.Blocks(lines);
        if (words == Fragment.Empty)
            reading.WrongParts(part, "\"quote\" holds no words.");
        return new Draft(part.Line, words.Words + Fragment.CountWords(by ?? ""), links => new Quote(links.Html(words), by));
    }
}
