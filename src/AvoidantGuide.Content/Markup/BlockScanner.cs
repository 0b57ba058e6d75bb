using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>
/// Finds the blocks, line by line. Markdig's own containers let an unclosed block swallow the page, turn a misspelt name
/// into a plain <c>div</c>, and close the wrong one when two are nested.
/// </summary>
internal static class BlockScanner
{
    public static IReadOnlyList<Part> Scan(SourceText file, IEnumerable<SourceLine> lines, IReadOnlyCollection<string> names)
    {
        var parts = new List<Part>();
        var text = new List<SourceLine>();
        var open = new Stack<Open>();
        var nested = new List<(Open Outer, SourceLine Line, string Name)>();
        var code = new CodeFence();
        foreach (var line in lines)
        {
            var inCode = code.Takes(line.Text, line.Number);
            if (inCode || !line.Text.AsSpan().TrimStart().StartsWith(":::"))
            {
                (open.TryPeek(out var inside) ? inside.Lines : text).Add(line);
                continue;
            }

            if (Marks(file, line) is not { } name)
                continue;
            if (name.Blank && open.TryPop(out var closed))
            {
                parts.Add(closed.Part(open.Count > 0 || closed.Broken));
                continue;
            }

            if (name.Blank)
            {
                file.Error(line, "AG204", "Nothing is open here that these three colons could close. Delete them, or open a block above.");
                continue;
            }

            if (open.TryPeek(out var outer))
            {
                outer.Broken = true;
                nested.Add((outer, line, BlockName(name)));
            }
            else
            {
                Flush();
            }

            open.Push(Begin(file, name, names));
        }

        if (code.OpenedAt > 0)
            file.Error(code.OpenedAt, 1, "AG213", "This code is never closed, so it takes in everything below. Close it with the same marks.");
        while (open.TryPop(out var unclosed))
        {
            file.Error(unclosed.Line, 1, "AG202", $"The block \"{unclosed.Name}\" is never closed. Put three colons on a line of their own where it ends.");
            nested.RemoveAll(inner => inner.Outer == unclosed);
            parts.Add(unclosed.Part(broken: true));
        }

        foreach (var (around, line, name) in nested)
        {
            file.Error(line, "AG203",
                $"\"{name}\" begins inside \"{around.Name}\" (line {around.Line}). Blocks are never put inside each other: close \"{around.Name}\" first.");
        }

        Flush();
        parts.Sort((left, right) => left.Line.CompareTo(right.Line));
        return parts;

        void Flush()
        {
            parts.AddRange(HeadingScanner.Scan(file, text));
            text = [];
        }
    }

    /// <summary>What stands after the colons; null where the colons themselves are wrong.</summary>
    private static SourceLine? Marks(SourceText file, SourceLine line)
    {
        var start = line.Text.IndexOf(':');
        var end = start;
        while (end < line.Text.Length && line.Text[end] == ':')
            end++;
        if (start > 0)
            file.Error(line.From(start), "AG206", "A block begins and ends at the very start of a line. Delete the spaces before the colons.");
        else if (end - start > 3)
            file.Error(line.From(start), "AG206", "A block begins and ends with exactly three colons. Delete the others.");
        else
            return line.From(end).TrimEnd();
        return null;
    }

    private static Open Begin(SourceText file, SourceLine after, IReadOnlyCollection<string> names)
    {
        var name = BlockName(after);
        var start = after.Text.Length - after.Text.TrimStart().Length;
        var rest = after.From(start + name.Length);
        rest = rest.From(rest.Text.Length - rest.Text.TrimStart().Length);
        var opening = after with { Column = 1 };
        var attributes = Attributes.None(opening);
        if (!names.Contains(name))
            file.Error(opening, "AG201", $"Unknown block \"{name}\".{Nearest.Hint(name, names)} Known: {string.Join(", ", names)}.");
        else if (rest.Text.StartsWith('{'))
            attributes = AttributeScanner.Read(file, rest) with { Column = 1 };
        else if (!rest.Blank)
            file.Error(rest, "AG206", $"Only braces can stand after \"{name}\": :::{name} {{key=value}}. Text goes on the next line.");
        return new Open(opening.Number, name, attributes);
    }

    private static string BlockName(SourceLine after)
    {
        var text = after.Text.TrimStart();
        var end = text.AsSpan().IndexOfAny(' ', '\t', '{');
        return end < 0 ? text : text[..end];
    }

    private sealed class Open(int line, string name, Attributes attributes)
    {
        public int Line => line;

        public string Name => name;

        public bool Broken { get; set; }

        public List<SourceLine> Lines { get; } = [];

        public FencedPart Part(bool broken) => new(line, name, attributes, Lines, broken);
    }
}
