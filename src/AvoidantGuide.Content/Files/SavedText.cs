using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace AvoidantGuide.Content.Files;

/// <summary>
/// A file's text as it was saved. Of ten thousand pages hardly one is read at a time, so it is kept compressed, the quick way,
/// which takes half of its bytes; a string is made of it whenever one is asked for.
/// </summary>
internal sealed class SavedText : IEquatable<SavedText>
{
    // Brotli's quickest, with a window of 256 kilobytes, which most files fit in.
    private const int Quality = 0;
    private const int Window = 18;

    private readonly byte[] _compressed;
    private readonly int _length;

    public SavedText(ReadOnlySpan<byte> utf8)
    {
        _length = utf8.Length;
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(utf8.Length));
        _compressed = BrotliEncoder.TryCompress(utf8, room, out var written, Quality, Window) ? room[..written] : throw new InvalidOperationException("There was room for it.");
        ArrayPool<byte>.Shared.Return(room);
    }

    public static readonly SavedText Empty = new([]);

    public static SavedText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    public override string ToString()
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(_length);
        var whole = BrotliDecoder.TryDecompress(_compressed, utf8, out var written) && written == _length;
        var text = Encoding.UTF8.GetString(utf8, 0, _length);
        ArrayPool<byte>.Shared.Return(utf8);
        return whole ? text : throw new InvalidDataException("What was compressed here is not what was kept.");
    }

    /// <summary>The same text is always compressed to the same bytes.</summary>
    public bool Equals(SavedText? other) => ReferenceEquals(this, other) || (other is not null && _length == other._length && _compressed.AsSpan().SequenceEqual(other._compressed));

    public override bool Equals(object? obj) => Equals(obj as SavedText);

    public override int GetHashCode() => _length;
}
