using System.Text;

namespace AvoidantGuide.Content.Files;

/// <summary>A file's text as it was saved. It is kept as UTF-8; a string is made of it whenever one is asked for.</summary>
internal sealed class SavedText(byte[] utf8) : IEquatable<SavedText>
{
    private readonly byte[] _utf8 = utf8;

    public static readonly SavedText Empty = new([]);

    public static SavedText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    public override string ToString() => Encoding.UTF8.GetString(_utf8);

    public bool Equals(SavedText? other) => ReferenceEquals(this, other) || (other is not null && _utf8.AsSpan().SequenceEqual(other._utf8));

    public override bool Equals(object? obj) => Equals(obj as SavedText);

    public override int GetHashCode() => _utf8.Length;
}
