using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>The same line, or the same list item, twice in a row: the trace of a paste that happened twice.</summary>
internal static class Doubled
{
    private const int Shortest = 12;

    public static void Check(SourceText file, IEnumerable<SourceLine> lines)
    {
        var code = new CodeFence();
        string? before = null;
        Item? last = null;
        Item? item = null;
        var warned = 0;
        foreach (var line in lines.Append(new SourceLine(0, 1, "#")))
        {
            if (line.Blank && code.OpenedAt == 0)
                continue;
            var text = line.Text.Trim();
            // Headings and blocks say it themselves, by their ids.
            var other = code.Takes(line.Text, line.Number) || text.StartsWith('#') || text.StartsWith(":::", StringComparison.Ordinal);
            var marked = other ? 0 : Mark(text);
            var indent = line.Text.Length - line.Text.TrimStart().Length;
            if (item is not null && !other && marked == 0 && indent > item.Indent)
            {
                item.Words += "\n" + text;
            }
            else
            {
                if (item is not null && last is not null && item.Indent == last.Indent && item.Words == last.Words)
                    Warn(item.Line, "This item");
                (last, item) = marked > 0 ? (item, new Item(line, indent, text[marked..].TrimStart())) : (null, null);
            }

            if (!other && text.Length >= Shortest && text == before)
                Warn(line, "This line");
            before = other ? null : text;
        }

        void Warn(SourceLine at, string what)
        {
            if (at.Number == warned)
                return;
            warned = at.Number;
            file.Warn(at.Number, 1, "AG225", $"{what} stands here twice in a row. Delete one of the two.");
        }
    }

    /// <returns>How long the mark of a list item is that a line begins with; 0 where it begins with none.</returns>
    private static int Mark(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        var mark = digits + 1;
        var marked = text.Length > mark && text[mark] is ' ' or '\t'
            && (digits == 0 ? text[0] is '-' or '*' or '+' : text[digits] is '.' or ')');
        return marked ? mark : 0;
    }

    private sealed class Item(SourceLine line, int indent, string words)
    {
        public SourceLine Line => line;

        public int Indent => indent;

        public string Words { get; set; } = words;
    }
}
