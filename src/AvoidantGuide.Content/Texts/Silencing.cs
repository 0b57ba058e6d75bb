using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Texts;

/// <summary>An editor's word at a line's end that a warning there was judged: <c>&lt;!-- AG503: why --&gt;</c> in Markdown, <c># AG505: why</c> in YAML.</summary>
internal sealed record Silencing(int Line, int Column, string Code)
{
    /// <summary>Every warning but that of a silencing in vain: errors are mended.</summary>
    public static readonly IReadOnlyCollection<string> Codes =
        ["AG225", "AG304", "AG310", "AG312", "AG501", "AG502", "AG503", "AG504", "AG505", "AG506", "AG507", "AG508", "AG509", "AG510", "AG511"];

    /// <summary>A quick look, because hardly any file holds one.</summary>
    public static bool MayHold(string text)
    {
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0; at = text.IndexOf('#', at + 1))
        {
            if (NamesCode(text.AsSpan(at + 1)))
                return true;
        }

        return text.Contains("-->", StringComparison.Ordinal);
    }

    /// <summary>Takes them off the lines, before anything else reads them. What is wrong with one goes to the file's list.</summary>
    public static IReadOnlyList<Silencing> TakeOff(SourceText file, string[] lines)
    {
        var found = new List<Silencing>();
        var markdown = file.Path.EndsWith(".md", StringComparison.Ordinal);
        if (!markdown && !file.Path.EndsWith(".yml", StringComparison.Ordinal))
            return found;
        var fields = !markdown || lines[0].TrimEnd() is "---";
        var code = new CodeFence();
        for (var index = 0; index < lines.Length; index++)
        {
            if (markdown && fields && index > 0 && lines[index].TrimEnd() is "---")
                fields = false;
            else if (fields || !code.Takes(lines[index], index + 1))
                TakeOff(file, lines, index, fields, found);
        }

        return found;
    }

    /// <param name="whole">Whether every file could be read: otherwise a warning may be missing only because it was not looked for.</param>
    /// <returns>The problems without those that are silenced, and with those of silencings in vain.</returns>
    public static IReadOnlyList<Problem> Apply(IReadOnlyList<SourceText> files, IReadOnlyList<Problem> problems, bool whole)
    {
        if (files.All(file => file.Silencings.Count == 0))
            return problems;
        var silent = files.SelectMany(file => file.Silencings.Select(one => (file.Path, one.Line, one.Code))).ToHashSet();
        var silenced = problems.Where(problem => problem.Severity == Severity.Warning && silent.Contains(Place(problem))).ToHashSet();
        List<Problem> left = [.. problems.Where(problem => !silenced.Contains(problem))];
        if (!whole || left.Exists(problem => problem.Severity == Severity.Error))
            return left;
        silent.ExceptWith(silenced.Select(Place));
        foreach (var file in files)
        {
            left.AddRange(file.Silencings.Where(one => silent.Contains((file.Path, one.Line, one.Code))).Select(one => file.Problem(one.Line, one.Column,
                Severity.Warning, "AG513", $"There is no {one.Code} on this line to silence. Take this comment out, or put it at the end of the line that is warned of.")));
        }

        return left;
    }

    private static (string, int, string) Place(Problem problem) => (problem.File, problem.Line, problem.Code);

    private static void TakeOff(SourceText file, string[] lines, int index, bool fields, List<Silencing> found)
    {
        while ((fields ? InYaml(lines[index]) : InMarkdown(lines[index])) is >= 0 and var at)
        {
            var words = fields ? lines[index][(at + 1)..] : lines[index].TrimEnd()[(at + 4)..^3];
            var colon = words.IndexOf(':', StringComparison.Ordinal);
            var code = (colon < 0 ? words : words[..colon]).Trim().ToUpperInvariant();
            lines[index] = lines[index][..at].TrimEnd();
            if (colon < 0 || string.IsNullOrWhiteSpace(words[(colon + 1)..]))
                file.Error(index + 1, at + 1, "AG512", $"A warning is silenced with a reason: {(fields ? "# AG505: why" : "<!-- AG503: why -->")}.");
            else if (Codes.Contains(code))
                found.Add(new Silencing(index + 1, at + 1, code));
            else
                file.Error(index + 1, at + 1, "AG512", $"\"{code}\" cannot be silenced: only warnings can, and errors are mended. Warnings: {string.Join(", ", Codes)}.");
        }
    }

    /// <returns>Where the last comment begins, if it ends the line and names a code; else -1.</returns>
    private static int InMarkdown(string line)
    {
        if (!line.AsSpan().TrimEnd().EndsWith("-->"))
            return -1;
        var at = line.LastIndexOf("<!--", StringComparison.Ordinal);
        return at >= 0 && at + 7 <= line.TrimEnd().Length && (at == 0 || line[at - 1] != '\\') && NamesCode(line.AsSpan(at + 4)) ? at : -1;
    }

    private static int InYaml(string line)
    {
        for (var at = line.LastIndexOf('#'); at >= 0; at = at == 0 ? -1 : line.LastIndexOf('#', at - 1))
        {
            if ((at == 0 || line[at - 1] is ' ' or '\t') && NamesCode(line.AsSpan(at + 1)) && !InQuotes(line.AsSpan(0, at)))
                return at;
        }

        return -1;
    }

    private static bool NamesCode(ReadOnlySpan<char> comment)
    {
        var words = comment.TrimStart();
        return words.Length > 2 && words.StartsWith("AG", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(words[2]);
    }

    /// <summary>Whether a quoted text is still open; an apostrophe within a word opens none.</summary>
    private static bool InQuotes(ReadOnlySpan<char> before)
    {
        var open = '\0';
        for (var i = 0; i < before.Length; i++)
        {
            var c = before[i];
            if (open == '"' && c == '\\')
                i++;
            else if (open != '\0' && c == open)
                open = '\0';
            else if (open == '\0' && c is '"' or '\'' && (i == 0 || before[i - 1] is ' ' or '\t' or '[' or '{' or ',' || before[i - 1] == c))
                open = c;
        }

        return open != '\0';
    }
}
