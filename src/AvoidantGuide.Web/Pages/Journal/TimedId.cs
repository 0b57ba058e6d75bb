using System.Buffers.Binary;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>A random id that holds when it was made (version 7, RFC 9562). For pages only: what is stored holds no time.</summary>
public static class TimedId
{
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>Null for an id of another version.</summary>
    public static TimeSpan? Age(Guid id, TimeProvider clock)
    {
        if (id.Version != 7) return null;
        var bytes = id.ToByteArray(bigEndian: true);
        var milliseconds = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
        return clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
