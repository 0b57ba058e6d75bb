using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>Cuts lines at their headings, which begin at the line's start.</summary>
internal static class HeadingScanner
{
    public static IEnumerable<Part> Scan(SourceText file, IReadOnlyList<SourceLine> lines)
    {
        var text = new List<SourceLine>();
        var code = new CodeFence();
        foreach (var line in lines)
        {
            if (code.Takes(line.Text, line.Number) || Level(line.Text) is not (> 0 and var level))
            {
                text.Add(line);
                continue;
            }

            if (text.Count > 0)
                yield return new TextPart(text[0].Number, text);
            text = [];
            if (level is not (2 or 3) && !NearSilencings.StandIn(line.Text))
                file.Error(line, "AG222", "Headings here are \"##\" and \"###\": the page's title is the only one above them. Use \"##\" for a part, \"###\" for a part of that.");
            var attributes = AttributeScanner.TakeOff(file, line, out var rest);
            var title = rest.From(level);
            title = title.From(title.Text.Length - title.Text.TrimStart().Length);
            if (title.Blank)
                file.Error(line, "AG222", "This heading has no words. Write them after its marks, or delete the line.");
            yield return new HeadingPart(line.Number, Math.Clamp(level, 2, 3), title, attributes);
        }

        if (text.Count > 0)
            yield return new TextPart(text[0].Number, text);
    }

    private static int Level(string line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#')
            level++;
        return level is > 0 and <= 6 && (level == line.Length || line[level] is ' ' or '\t') ? level : 0;
    }
}
