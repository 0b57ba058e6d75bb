using System.Security.Cryptography;
using System.Text.Json;

namespace AvoidantGuide.Journal;

/// <summary>Opens the heads of many entries of one journal, one after the other, with one cipher and one buffer. Not for several threads.</summary>
internal sealed class HeadOpener(byte[] dataKey, Guid journal) : IDisposable
{
    private readonly AesGcm _aes = new(dataKey, Blob.TagSize);
    private readonly HeadReader _reader = new();
    private byte[] _padded = new byte[2 * EntrySeal.HeadStep];

    /// <summary>Null when it is damaged or belongs elsewhere, as <see cref="EntrySeal.OpenHead"/> says.</summary>
    public EntryHead? Open(ReadOnlySpan<byte> head, Guid entry, long revision)
    {
        var length = head.Length - Blob.Overhead;
        if (length > _padded.Length)
        {
            CryptographicOperations.ZeroMemory(_padded);
            _padded = new byte[length];
        }

        if (length < 0 || !Blob.TryOpen(_aes, head, AssociatedData.OfPart(journal, entry, revision, EntrySeal.Head), _padded.AsSpan(0, length))) return null;
        try
        {
            return Padding.TryUnpad(_padded.AsSpan(0, length), out var json) ? _reader.Read(json) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _aes.Dispose();
        CryptographicOperations.ZeroMemory(_padded);
    }
}
