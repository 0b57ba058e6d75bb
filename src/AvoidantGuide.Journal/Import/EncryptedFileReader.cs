using System.IO.Pipelines;
using System.Security.Cryptography;

namespace AvoidantGuide.Journal;

/// <summary>The JSON inside an encrypted file, piece by piece: never on a disk, and never all of it in memory.</summary>
internal sealed class EncryptedFileReader : Stream
{
    private readonly Lines _lines;
    private readonly Guid _journal;
    private readonly byte[] _key;
    private byte[] _piece = [];
    private int _taken;
    private long _pieces;
    private string? _next;

    private EncryptedFileReader(Lines lines, Guid journal, byte[] key) => (_lines, _journal, _key) = (lines, journal, key);

    /// <param name="code">The ten words the file was made with; null: those of the open journal.</param>
    /// <exception cref="ImportException" />
    public static async Task<EncryptedFileReader> OpenAsync(OpenJournal journal, PipeReader file, JournalCode? code, CancellationToken cancel)
    {
        var lines = new Lines(file);
        string? line;
        do line = await lines.ReadAsync(cancel) ?? throw new ImportException(ImportFault.NotNotes);
        while (line != EncryptedFile.Begin);
        var head = (await lines.ReadAsync(cancel))?.Split(' ');
        if (head is not [var id, var wrapped, var sealedKey] || !Guid.TryParseExact(id, "N", out var owner)) throw new ImportException(ImportFault.Damaged);
        var reader = new EncryptedFileReader(lines, owner, FileKey(journal, code, owner, Bytes(wrapped), Bytes(sealedKey)));
        reader._next = await lines.ReadAsync(cancel);
        return reader;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_taken == _piece.Length && !await ReadPieceAsync(cancellationToken)) return 0;
        var count = Math.Min(buffer.Length, _piece.Length - _taken);
        _piece.AsMemory(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private async Task<bool> ReadPieceAsync(CancellationToken cancel)
    {
        if (_next == EncryptedFile.End) return false;
        var line = _next ?? throw new ImportException(ImportFault.CutOff);
        _next = await _lines.ReadAsync(cancel) ?? throw new ImportException(ImportFault.CutOff);
        CryptographicOperations.ZeroMemory(_piece);
        _piece = Blob.Open(_key, Bytes(line), EncryptedParts.Piece(_journal, _pieces++, last: _next == EncryptedFile.End)) ?? throw new ImportException(ImportFault.Damaged);
        _taken = 0;
        return _piece.Length > 0;
    }

    private static byte[] FileKey(OpenJournal journal, JournalCode? code, Guid owner, byte[] wrapped, byte[] sealedKey)
    {
        var dataKey = code is null ? journal.Key.DataKey : DataKey(code, owner, wrapped);
        return (dataKey is null ? null : Blob.Open(dataKey, sealedKey, EncryptedParts.Key(owner))) ?? throw new ImportException(ImportFault.OtherWords);
    }

    private static byte[]? DataKey(JournalCode code, Guid owner, byte[] wrapped)
    {
        var key = KeyDerivation.KeyEncryptionKey(code);
        try
        {
            return Blob.Open(key, wrapped, AssociatedData.OfDataKey(owner));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new ImportException(ImportFault.Damaged);
        }
    }

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_key);
        CryptographicOperations.ZeroMemory(_piece);
        base.Dispose(disposing);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
