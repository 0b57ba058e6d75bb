using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>From an offset in the joined lines back to a line and a column of the file.</summary>
internal sealed class Places
{
    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly int[] _starts;

    public Places(IReadOnlyList<SourceLine> lines)
    {
        _lines = lines;
        _starts = new int[lines.Count];
        for (var i = 1; i < lines.Count; i++)
            _starts[i] = _starts[i - 1] + lines[i - 1].Text.Length + 1;
    }

    public (int Line, int Column) Of(int offset)
    {
        var index = Array.BinarySearch(_starts, Math.Max(0, offset));
        index = index < 0 ? ~index - 1 : index;
        return (_lines[index].Number, _lines[index].Column + Math.Max(0, offset) - _starts[index]);
    }
}
