using System.Security.Cryptography;
using System.Text;

namespace AvoidantGuide.Journal;

/// <summary>
/// What is written to it goes into the file as lines of base64, each a sealed piece of the whole. The page around them,
/// <c>notes.html</c>, decrypts them in a browser. Format: docs/journal-export.md.
/// </summary>
internal sealed class EncryptedFile : Stream
{
    /// <summary>The line before the data. The one after it is <see cref="End"/>.</summary>
    public const string Begin = "<script type=\"text/plain\" id=\"notes\">";
    public const string End = "</script>";

    /// <summary>Bytes of a piece before it is sealed.</summary>
    public const int Piece = 192 * 1024;

    private static readonly string[] _page = Page();

    private readonly Stream _to;
    private readonly Guid _journal;
    private readonly byte[] _key;
    private readonly byte[] _piece = new byte[Piece];
    private int _filled;
    private long _pieces;

    private EncryptedFile(Stream to, Guid journal, byte[] key) => (_to, _journal, _key) = (to, journal, key);

    public static async Task<EncryptedFile> BeginAsync(OpenJournal journal, Stream to, CancellationToken cancel)
    {
        var wrapped = await journal.WrappedKeyAsync(cancel);
        // A key for this file alone, so that no piece fits into another one.
        var key = RandomNumberGenerator.GetBytes(KeyDerivation.KeySize);
        var sealedKey = Blob.Seal(journal.Key.DataKey, key, EncryptedParts.Key(journal.Id));
        var file = new EncryptedFile(to, journal.Id, key);
        await file.WriteAsync($"{_page[0]}{Begin}\n{journal.Id:N} {Convert.ToBase64String(wrapped)} {Convert.ToBase64String(sealedKey)}\n", cancel);
        return file;
    }

    /// <summary>Without it the file is one that was cut off.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        await WritePieceAsync(last: true, cancel);
        await WriteAsync($"{End}{_page[1]}", cancel);
        await _to.FlushAsync(cancel);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            // A full piece waits for what follows: the last one is sealed as such.
            if (_filled == Piece) await WritePieceAsync(last: false, cancellationToken);
            var taken = Math.Min(buffer.Length, Piece - _filled);
            buffer[..taken].CopyTo(_piece.AsMemory(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private async Task WritePieceAsync(bool last, CancellationToken cancel)
    {
        var piece = Blob.Seal(_key, _piece.AsSpan(0, _filled), EncryptedParts.Piece(_journal, _pieces++, last));
        _filled = 0;
        await WriteAsync(Convert.ToBase64String(piece) + "\n", cancel);
    }

    private async Task WriteAsync(string text, CancellationToken cancel) => await _to.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);

    /// <summary>What stands before the data and after it. The page's own policy allows its one script and its one style.</summary>
    private static string[] Page()
    {
        using var stream = typeof(EncryptedFile).Assembly.GetManifestResourceStream("notes.html")
            ?? throw new InvalidOperationException("notes.html is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var page = reader.ReadToEnd();
        return page.Replace("'STYLE'", $"'{Hash(page, "style")}'", StringComparison.Ordinal)
            .Replace("'SCRIPT'", $"'{Hash(page, "script")}'", StringComparison.Ordinal)
            .Split("NOTES");
    }

    private static string Hash(string page, string element)
    {
        var from = page.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var text = page[from..page.IndexOf($"</{element}>", from, StringComparison.Ordinal)];
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_key);
        CryptographicOperations.ZeroMemory(_piece);
        base.Dispose(disposing);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Nothing is sent before a piece is full.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
        // As above.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
