using System.Buffers.Binary;

namespace AvoidantGuide.Journal;

/// <summary>Length (4 bytes, big-endian) | content | zeros, up to a whole number of steps: hides how long the content is.</summary>
internal static class Padding
{
    private const int Prefix = sizeof(int);

    public static byte[] Pad(ReadOnlySpan<byte> content, int step)
    {
        var padded = new byte[(Prefix + content.Length + step - 1) / step * step];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(Prefix));
        return padded;
    }

    /// <returns>False when the bytes are not padded content.</returns>
    public static bool TryUnpad(ReadOnlySpan<byte> padded, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (padded.Length < Prefix) return false;
        var length = BinaryPrimitives.ReadInt32BigEndian(padded);
        if (length < 0 || length > padded.Length - Prefix) return false;
        content = padded.Slice(Prefix, length);
        return true;
    }
}
