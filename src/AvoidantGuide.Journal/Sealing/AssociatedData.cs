using System.Buffers.Binary;
using System.Text;

namespace AvoidantGuide.Journal;

/// <summary>Where a blob belongs. A blob that was moved anywhere else no longer opens.</summary>
internal static class AssociatedData
{
    private const int IdSize = 16;

    /// <summary>version | journal</summary>
    public static byte[] OfDataKey(Guid journal)
    {
        var bytes = new byte[1 + IdSize];
        Begin(bytes, journal);
        return bytes;
    }

    /// <summary>version | journal | session id</summary>
    public static byte[] OfSession(Guid journal, ReadOnlySpan<byte> session)
    {
        var bytes = new byte[1 + IdSize + session.Length];
        Begin(bytes, journal);
        session.CopyTo(bytes.AsSpan(1 + IdSize));
        return bytes;
    }

    /// <summary>version | journal | entry | revision | part</summary>
    public static byte[] OfPart(Guid journal, Guid entry, long revision, string part)
    {
        const int PartAt = 1 + IdSize + IdSize + sizeof(long);
        var bytes = new byte[PartAt + Encoding.ASCII.GetByteCount(part)];
        Begin(bytes, journal);
        entry.TryWriteBytes(bytes.AsSpan(1 + IdSize), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1 + IdSize + IdSize), revision);
        Encoding.ASCII.GetBytes(part, bytes.AsSpan(PartAt));
        return bytes;
    }

    private static void Begin(Span<byte> bytes, Guid journal)
    {
        bytes[0] = Blob.Version;
        journal.TryWriteBytes(bytes[1..], bigEndian: true, out _);
    }
}
