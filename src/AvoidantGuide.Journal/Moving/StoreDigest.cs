using System.Security.Cryptography;
using System.Text.Json;

namespace AvoidantGuide.Journal;

/// <summary>Whether two stores hold the same, in whatever order they name it: the rows' hashes together, and how many there are.</summary>
internal sealed class StoreDigest : IEquatable<StoreDigest>
{
    private readonly byte[] _all = new byte[SHA256.HashSizeInBytes];
    private long _rows;

    public long Journals { get; private set; }

    public long Entries { get; private set; }

    public void Add(object row)
    {
        // No two rows are the same, so none takes another out of the sum.
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, row.GetType()));
        for (var i = 0; i < hash.Length; i++) _all[i] ^= hash[i];
        _rows++;
        if (row is JournalRow) Journals++;
        if (row is EntryRow) Entries++;
    }

    public bool Equals(StoreDigest? other) => other is not null && _rows == other._rows && _all.AsSpan().SequenceEqual(other._all);

    public override bool Equals(object? obj) => Equals(obj as StoreDigest);

    public override int GetHashCode() => _rows.GetHashCode();
}
