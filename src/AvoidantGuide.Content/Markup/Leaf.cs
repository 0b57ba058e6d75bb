using System.Text;

namespace AvoidantGuide.Content.Markup;

/// <summary>The words of one paragraph, each character with its place in the text it was read from.</summary>
internal sealed class Leaf
{
    /// <summary>Stands for what an editor escaped or put in code: it is meant to be read as it is.</summary>
    public const char Meant = '\u0001';

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _marks = new();
    private readonly List<int> _offsets = [];

    public string Text => _text.ToString();

    /// <summary>As long as <see cref="Text"/>, with <see cref="Meant"/> for every character that cannot be a slip.</summary>
    public string Marks => _marks.ToString();

    public int OffsetOf(int index) => _offsets.Count == 0 ? 0 : _offsets[Math.Clamp(index, 0, _offsets.Count - 1)];

    public void Add(ReadOnlySpan<char> text, int offset, bool meant = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            _text.Append(text[i]);
            _marks.Append(meant && !char.IsWhiteSpace(text[i]) ? Meant : text[i]);
            _offsets.Add(offset + i);
        }
    }
}
