using System.Security.Cryptography;

namespace AvoidantGuide.Journal;

/// <summary>What opens one journal. The data key is in memory only for as long as this lives.</summary>
internal sealed record JournalKey(Guid Journal, byte[] Locator, byte[] DataKey) : IDisposable
{
    public static JournalKey Generate(byte[] locator) => new(Guid.NewGuid(), locator, RandomNumberGenerator.GetBytes(KeyDerivation.KeySize));

    /// <exception cref="JournalStoreException">The row's key is damaged.</exception>
    public static JournalKey Unwrap(JournalRow row, JournalCode code)
    {
        var key = KeyDerivation.KeyEncryptionKey(code);
        try
        {
            return Blob.Open(key, row.WrappedKey, AssociatedData.OfDataKey(row.Id)) is { Length: KeyDerivation.KeySize } dataKey
                ? new JournalKey(row.Id, row.Locator, dataKey)
                : throw new JournalStoreException(StoreFault.Damaged);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public byte[] Wrap(JournalCode code)
    {
        var key = KeyDerivation.KeyEncryptionKey(code);
        try
        {
            return Blob.Seal(key, DataKey, AssociatedData.OfDataKey(Journal));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(DataKey);
}
