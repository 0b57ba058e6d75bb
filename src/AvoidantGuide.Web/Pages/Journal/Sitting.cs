using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// One stretch of writing in one entry. It stands in the addresses of its steps and is stored nowhere: 4 bytes of time and
/// 12 of a proof that only the session can make (HMAC-SHA256, RFC 2104). In another session, for another entry, or once
/// nothing was done for as long as a journal stays open, it is worth nothing.
/// </summary>
public static class Sitting
{
    private const int TimeBytes = 4;

    /// <param name="session">The session's secret.</param>
    public static Guid Of(string session, Guid entry, DateTimeOffset now) => Of(session, entry, (uint)now.ToUnixTimeSeconds());

    /// <param name="idle">How long it lasts after a step.</param>
    public static bool Lasts(Guid sitting, string session, Guid entry, DateTimeOffset now, TimeSpan idle)
    {
        var bytes = sitting.ToByteArray(bigEndian: true);
        var time = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var age = now - DateTimeOffset.FromUnixTimeSeconds(time);
        return age > -TimeSpan.FromSeconds(1) && age <= idle
            && CryptographicOperations.FixedTimeEquals(bytes, Of(session, entry, time).ToByteArray(bigEndian: true));
    }

    private static Guid Of(string session, Guid entry, uint time)
    {
        Span<byte> said = stackalloc byte[TimeBytes + 16];
        BinaryPrimitives.WriteUInt32BigEndian(said, time);
        entry.TryWriteBytes(said[TimeBytes..]);
        HMACSHA256.HashData(Encoding.ASCII.GetBytes(session), said).AsSpan(0, 16 - TimeBytes).CopyTo(said[TimeBytes..]);
        return new Guid(said[..16], bigEndian: true);
    }
}
