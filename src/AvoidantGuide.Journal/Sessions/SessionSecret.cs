using System.Buffers.Text;
using System.Security.Cryptography;

namespace AvoidantGuide.Journal;

/// <summary>256 random bits that only the person's cookie holds.</summary>
internal static class SessionSecret
{
    private const int Size = 32;

    public static byte[] Generate() => RandomNumberGenerator.GetBytes(Size);

    public static string ToText(ReadOnlySpan<byte> secret) => Base64Url.EncodeToString(secret);

    /// <summary>Null when the text is not a secret of ours.</summary>
    public static byte[]? Parse(string? text)
    {
        // 43 characters hold 32 bytes; longer ones are not worth decoding.
        if (text is not { Length: 43 }) return null;
        var secret = new byte[Size];
        return Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, secret, out var written) && written == Size ? secret : null;
    }

    /// <summary>What the store knows the session by.</summary>
    public static byte[] Id(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);
}
