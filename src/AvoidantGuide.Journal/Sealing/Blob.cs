using System.Security.Cryptography;

namespace AvoidantGuide.Journal;

/// <summary>Everything secret that is stored has this shape: version (1) | nonce (12) | ciphertext | tag (16), AES-256-GCM.</summary>
internal static class Blob
{
    public const byte Version = 1;
    public const int NonceSize = 12;
    public const int TagSize = 16;
    public const int Overhead = 1 + NonceSize + TagSize;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        // Random nonces are safe for 2^32 blobs under one key (NIST SP 800-38D, 8.3): more than a person can write.
        Span<byte> nonce = stackalloc byte[NonceSize];
        RandomNumberGenerator.Fill(nonce);
        return Seal(key, plaintext, associatedData, nonce);
    }

    internal static byte[] Seal(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> nonce)
    {
        var blob = new byte[Overhead + plaintext.Length];
        blob[0] = Version;
        nonce.CopyTo(blob.AsSpan(1));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plaintext, blob.AsSpan(1 + NonceSize, plaintext.Length), blob.AsSpan(blob.Length - TagSize), associatedData);
        return blob;
    }

    /// <summary>Null when the blob is not what was sealed with this key for this place.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associatedData)
    {
        if (blob.Length < Overhead) return null;
        var plaintext = new byte[blob.Length - Overhead];
        using var aes = new AesGcm(key, TagSize);
        return TryOpen(aes, blob, associatedData, plaintext) ? plaintext : null;
    }

    /// <param name="plaintext">As long as the blob without its overhead; all zeros where it did not open.</param>
    public static bool TryOpen(AesGcm aes, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associatedData, Span<byte> plaintext)
    {
        if (blob.Length < Overhead || blob[0] != Version) return false;
        try
        {
            aes.Decrypt(blob.Slice(1, NonceSize), blob[(1 + NonceSize)..^TagSize], blob[^TagSize..], plaintext, associatedData);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
