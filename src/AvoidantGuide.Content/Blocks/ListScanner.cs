using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Blocks;

/// <param name="Label">The first line, without its mark and its braces.</param>
/// <param name="Below">The indented lines, moved to the left.</param>
internal sealed record ListItem(SourceLine Label, Attributes Attributes, IReadOnlyList<SourceLine> Below);

/// <summary>Reads a list whose items carry ids; Markdig would lose those of a tight list.</summary>
internal static class ListScanner
{
    public static bool Begins(SourceLine line) => line.Text.StartsWith("- ", StringComparison.Ordinal);

    /// <returns>Null where something other than a list stands there, which is then reported.</returns>
    public static IReadOnlyList<ListItem>? Read(SourceText file, IEnumerable<SourceLine> lines)
    {
        var items = new List<ListItem>();
        var below = new List<SourceLine>();
        var whole = true;
        foreach (var line in lines)
        {
            if (Begins(line))
            {
                var words = line.From(2);
                words = words.From(words.Text.Length - words.Text.TrimStart().Length);
                var attributes = AttributeScanner.TakeOff(file, words, out var label);
                items.Add(new ListItem(label, attributes with { Column = 1 }, below = []));
            }
            else if (line.Blank)
            {
                below.Add(line with { Text = "" });
            }
            else if (items.Count > 0 && line.Text.StartsWith("  ", StringComparison.Ordinal))
            {
                below.Add(line.From(2));
            }
            else if (whole)
            {
                whole = false;
                file.Error(line, "AG212", items.Count == 0
                    ? "Only a list stands here: each item begins with \"- \" at the line's start."
                    : "Lines below an item are indented by two spaces; a new item begins with \"- \".");
            }
        }

        return whole ? items : null;
    }
}
