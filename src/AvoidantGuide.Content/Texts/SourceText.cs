using AvoidantGuide.Content.Files;
using AvoidantGuide.Content.Links;

namespace AvoidantGuide.Content.Texts;

/// <summary>One line, or a part of it. <c>Column</c> is where its first character stands in the file, from 1.</summary>
internal sealed record SourceLine(int Number, int Column, string Text)
{
    public bool Blank => string.IsNullOrWhiteSpace(Text);

    public SourceLine From(int start) => new(Number, Column + start, Text[start..]);

    public SourceLine To(int end) => this with { Text = Text[..end] };

    public SourceLine TrimEnd() => this with { Text = Text.TrimEnd() };
}

/// <summary>A file as lines, and what was found in it by looking at it alone. A line is cut out when it is asked for.</summary>
internal sealed class SourceText
{
    private readonly Dictionary<int, string>? _cut;
    private Read? _read;

    /// <param name="names">The terms that its paragraphs may name.</param>
    public SourceText(string path, SavedText saved, TermNames? names = null)
    {
        Path = path;
        Names = names ?? TermNames.None;
        Saved = saved;
        (Silencings, _cut) = Silencing.MayHold(Whole) ? TakeOff() : ([], null);
    }

    public string Path { get; }

    public TermNames Names { get; }

    public SavedText Saved { get; }

    /// <summary>The ids of the terms it names anywhere, looked for once.</summary>
    public IReadOnlyList<string> Named => field ??= [.. Names.In(Whole.ReplaceLineEndings(" ")).Select(name => name.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>As it was saved.</summary>
    public string Whole => Now.Whole;

    /// <summary>Its lines, without the comments that silence a warning.</summary>
    public string Text => _cut is null ? Whole : string.Join('\n', Enumerable.Range(1, Count).Select(number => this[number]));

    public IReadOnlyList<Silencing> Silencings { get; }

    public List<Problem> Found { get; } = [];

    public int Count => Now.Lines.Length;

    /// <summary>A line as it is read: without what silences a warning on it.</summary>
    public string this[int number] => _cut?.GetValueOrDefault(number) ?? Typed(number);

    /// <summary>A line as its editor typed it.</summary>
    public string Typed(int number)
    {
        var (whole, lines) = Now;
        return whole.Substring(lines[number - 1].Start, lines[number - 1].Length);
    }

    private Read Now => _read ?? (_read = new Read(Saved.ToString()));

    /// <summary>It has been read, and is kept as it was saved until it is asked for a line again.</summary>
    public void Rest() => _read = null;

    public IEnumerable<SourceLine> From(int number)
    {
        for (; number <= Count; number++)
            yield return new SourceLine(number, 1, this[number]);
    }

    public void Error(int line, int column, string code, string message) =>
        Found.Add(Problem(line, column, Severity.Error, code, message));

    public void Error(SourceLine line, string code, string message) => Error(line.Number, line.Column, code, message);

    public void Warn(int line, int column, string code, string message) =>
        Found.Add(Problem(line, column, Severity.Warning, code, message));

    public Problem Problem(int line, int column, Severity severity, string code, string message)
    {
        var number = Math.Clamp(line, 1, Count);
        return new Problem(Path, number, Math.Max(1, column), severity, code, message, Typed(number));
    }

    private (IReadOnlyList<Silencing> Found, Dictionary<int, string>? Cut) TakeOff()
    {
        var lines = Enumerable.Range(1, Count).Select(Typed).ToArray();
        var found = Silencing.TakeOff(this, lines);
        var cut = Enumerable.Range(1, Count).Where(number => lines[number - 1].Length < Now.Lines[number - 1].Length).ToDictionary(number => number, number => lines[number - 1]);
        return (found, cut.Count == 0 ? null : cut);
    }

    private sealed record Read(string Whole, (int Start, int Length)[] Lines)
    {
        public Read(string whole)
            : this(whole, LinesOf(whole))
        {
        }
    }

    /// <summary>Lines end with a line feed, a carriage return, or both.</summary>
    private static (int Start, int Length)[] LinesOf(string text)
    {
        var lines = new List<(int, int)>();
        var start = 0;
        while (text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length)
        {
            lines.Add((start, length));
            var end = start + length;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        lines.Add((start, text.Length - start));
        return [.. lines];
    }
}
