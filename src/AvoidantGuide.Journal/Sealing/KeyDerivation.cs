using System.Security.Cryptography;
using System.Text;

namespace AvoidantGuide.Journal;

/// <summary>HKDF-SHA256 (RFC 5869). Codes and session secrets have 128 bits or more, so a slow hash would add nothing.</summary>
internal static class KeyDerivation
{
    public const int KeySize = 32;

    private static readonly byte[] _salt = "AvoidantGuide journal"u8.ToArray();

    public static byte[] Locator(JournalCode code) => Locator(code.Canonical);

    public static byte[] Locator(ReadOnlySpan<char> canonical)
    {
        Span<byte> letters = stackalloc byte[JournalCode.Length * WordList.LongestWord];
        var root = Root(letters[..Encoding.ASCII.GetBytes(canonical, letters)]);
        return ExpandAndWipe(root, "v1 locator"u8);
    }

    /// <summary>Opens the journal's data key. The caller wipes it.</summary>
    public static byte[] KeyEncryptionKey(JournalCode code) => ExpandAndWipe(Root(Encoding.ASCII.GetBytes(code.Canonical)), "v1 key"u8);

    /// <summary>Opens the copy of the data key that a session holds. The caller wipes it.</summary>
    public static byte[] SessionKey(ReadOnlySpan<byte> secret) => ExpandAndWipe(Root(secret), "v1 session"u8);

    private static byte[] Root(ReadOnlySpan<byte> secret)
    {
        var root = new byte[KeySize];
        HKDF.Extract(HashAlgorithmName.SHA256, secret, _salt, root);
        return root;
    }

    private static byte[] ExpandAndWipe(byte[] root, ReadOnlySpan<byte> info)
    {
        var key = new byte[KeySize];
        HKDF.Expand(HashAlgorithmName.SHA256, root, key, info);
        CryptographicOperations.ZeroMemory(root);
        return key;
    }
}
