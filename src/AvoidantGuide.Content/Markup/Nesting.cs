using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>
/// A cheap look at the text before Markdig sees it: a few thousand nested marks make it throw, or take seconds.
/// </summary>
internal static class Nesting
{
    private const int Deepest = 6;
    private const int Indent = 16;
    private const int Brackets = 200;
    private const int Longest = 20_000;

    /// <returns>Whether the lines may be parsed; the reason why not is in the file's list.</returns>
    public static bool Check(SourceText file, IReadOnlyList<SourceLine> lines)
    {
        var (paragraph, brackets) = (0, 0);
        foreach (var line in lines)
        {
            var containers = Containers(line.Text);
            if (containers > Deepest)
                return Refuse(line, "This is nested too deeply. Two levels of lists or quotes are plenty.");
            if (line.Blank || containers > 0)
                (paragraph, brackets) = (0, 0);
            (paragraph, brackets) = (paragraph + line.Text.Length + 1, brackets + Marks(line.Text));
            if (paragraph > Longest)
                return Refuse(line, "This paragraph is far too long. Put an empty line where a new thought begins.");
            if (brackets > Brackets)
                return Refuse(line, "This paragraph holds far too many marks. Write it in plain words.");
        }

        return true;

        bool Refuse(SourceLine line, string message)
        {
            file.Error(line, "AG223", message);
            return false;
        }
    }

    private static int Marks(string line) => line.AsSpan().Count('[') + line.AsSpan().Count('*') + line.AsSpan().Count('_')
        + line.AsSpan().Count('<') + line.AsSpan().Count('`') + line.AsSpan().Count('&');

    private static int Containers(string line)
    {
        var (count, indent) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is ' ' or '\t')
            {
                indent += c == '\t' ? 4 : 1;
                continue;
            }

            if (c is '>' || (c is '-' or '+' or '*' && (i + 1 == line.Length || line[i + 1] is ' ' or '\t')))
                count++;
            else if (char.IsAsciiDigit(c) || (c is '.' or ')' && i > 0 && char.IsAsciiDigit(line[i - 1])))
                count += c is '.' or ')' ? 1 : 0;
            else
                return Depth(count, indent);
        }

        // Nothing but marks: a rule such as "- - - - -" is no list, unless it holds quotes.
        return line.Contains('>') || line.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? Depth(count, indent) : Math.Min(count, 1);
    }

    private static int Depth(int count, int indent) => indent > Indent + (count * 4) ? int.MaxValue : count;
}
