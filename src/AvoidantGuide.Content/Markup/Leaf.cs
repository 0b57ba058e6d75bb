using System.Text;
using AvoidantGuide.Content.Links;

namespace AvoidantGuide.Content.Markup;

/// <summary>The words of one paragraph, each run of them with its place in the text it was read from.</summary>
internal sealed class Leaf
{
    /// <summary>Stands for what an editor escaped or put in code: it is meant to be read as it is.</summary>
    public const char Meant = '\u0001';

    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int Offset, bool Meant)> _runs = [];
    private readonly List<(int Start, int End, Link Link)> _links = [];

    public int Length => _text.Length;

    /// <summary>Each link with the range of its words in <see cref="Text"/>.</summary>
    public IReadOnlyList<(int Start, int End, Link Link)> Links => _links;

    public string Text => _text.ToString();

    /// <summary>As long as <see cref="Text"/>, with <see cref="Meant"/> for every character that cannot be a slip.</summary>
    public string Marks(string text)
    {
        if (!_runs.Exists(run => run.Meant))
            return text;
        var marks = text.ToCharArray();
        for (var i = 0; i < _runs.Count; i++)
        {
            var end = i + 1 < _runs.Count ? _runs[i + 1].Start : marks.Length;
            for (var at = _runs[i].Start; _runs[i].Meant && at < end; at++)
                marks[at] = char.IsWhiteSpace(marks[at]) ? marks[at] : Meant;
        }

        return new string(marks);
    }

    public int OffsetOf(int index)
    {
        var run = _runs.FindLastIndex(run => run.Start <= index);
        return run < 0 ? 0 : _runs[run].Offset + Math.Min(index, Length - 1) - _runs[run].Start;
    }

    /// <summary>Everything since <paramref name="start"/> is this link's.</summary>
    public void Add(Link link, int start) => _links.Add((start, _text.Length, link));

    public void Add(ReadOnlySpan<char> text, int offset, bool meant = false)
    {
        if (text.Length == 0)
            return;
        _runs.Add((_text.Length, offset, meant));
        _text.Append(text);
    }

    /// <summary>Whether nothing but white space was added since the text had this length.</summary>
    public bool BlankSince(int length)
    {
        for (var i = length; i < _text.Length; i++)
        {
            if (!char.IsWhiteSpace(_text[i]))
                return false;
        }

        return true;
    }
}
