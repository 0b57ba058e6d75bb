namespace AvoidantGuide.Content.Texts;

/// <summary>One line, or a part of it. <c>Column</c> is where its first character stands in the file, from 1.</summary>
internal readonly record struct SourceLine(int Number, int Column, string Text)
{
    public bool Blank => string.IsNullOrWhiteSpace(Text);

    public SourceLine From(int start) => new(Number, Column + start, Text[start..]);

    public SourceLine To(int end) => this with { Text = Text[..end] };

    public SourceLine TrimEnd() => this with { Text = Text.TrimEnd() };
}

/// <summary>A file as lines, and what was found in it by looking at it alone.</summary>
internal sealed class SourceText
{
    private readonly string[] _lines;

    public SourceText(string path, string text)
    {
        Path = path;
        Whole = text;
        _lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
    }

    public string Path { get; }

    public string Whole { get; }

    public List<Problem> Found { get; } = [];

    public int Count => _lines.Length;

    public string this[int number] => _lines[number - 1];

    public IEnumerable<SourceLine> From(int number) =>
        _lines.Skip(number - 1).Select((text, index) => new SourceLine(number + index, 1, text));

    public void Error(int line, int column, string code, string message) =>
        Found.Add(Problem(line, column, Severity.Error, code, message));

    public void Error(SourceLine line, string code, string message) => Error(line.Number, line.Column, code, message);

    public void Warn(int line, int column, string code, string message) =>
        Found.Add(Problem(line, column, Severity.Warning, code, message));

    public Problem Problem(int line, int column, Severity severity, string code, string message)
    {
        var number = Math.Clamp(line, 1, _lines.Length);
        return new Problem(Path, number, Math.Max(1, column), severity, code, message, _lines[number - 1]);
    }
}
