using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;

namespace AvoidantGuide.Web.Finished;

/// <summary>A page as bytes, plain and in each coding.</summary>
internal sealed class FinishedPage
{
    private const int TagBytes = 9;

    /// <summary>Takes a millisecond, where the smallest takes forty to three hundred: a first reader waits for no more.</summary>
    private const int QuickQuality = 5;
    private const int SmallestQuality = 11;
    private const int Window = 22;

    private readonly TaskCompletionSource _small = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Tally _tally;
    private readonly string _tag;
    private readonly Representation _plain;
    private readonly Representation _gzip;
    private volatile Representation _brotli;

    public FinishedPage(MadePage made, Tally tally)
    {
        (Made, _tally) = (made, tally);
        _tag = Base64Url.EncodeToString(SHA256.HashData(made.Body).AsSpan(0, TagBytes));
        _plain = new Representation(made, made.Body, null, _tag);
        _gzip = Coded(Gzip(made.Body), "gzip", "g");
        // Other bytes than the smallest, so it has a tag of its own.
        _brotli = Coded(Brotli(made.Body, QuickQuality), "br", "q");
    }

    public MadePage Made { get; }

    public int Bytes => _plain.Body.Length + _gzip.Body.Length + _brotli.Body.Length;

    /// <summary>Ends when the page is as small as it goes.</summary>
    public Task Small => _small.Task;

    public void Tighten()
    {
        _brotli = Coded(Brotli(Made.Body, SmallestQuality), "br", "b");
        _small.SetResult();
    }

    public Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var sent = AcceptEncoding.Best(request.Headers.AcceptEncoding) switch
        {
            Coding.Brotli => _brotli,
            Coding.Gzip => _gzip,
            _ => _plain,
        };
        var (unchanged, whole) = (sent.IsHeldBy(request), request.Method is "GET");
        _tally.Count(whole, unchanged);
        if (whole && !unchanged) return sent.SendAsync(response);
        if (unchanged) sent.SendUnchanged(response);
        else sent.SendHead(response);
        return Task.CompletedTask;
    }

    /// <summary>Some texts are so short that a coding only makes them longer.</summary>
    private Representation Coded(byte[] body, string coding, string mark) =>
        body.Length < _plain.Body.Length ? new Representation(Made, body, coding, _tag + mark) : _plain;

    private static byte[] Gzip(byte[] page)
    {
        using var small = new MemoryStream();
        using (var into = new GZipStream(small, CompressionLevel.SmallestSize, leaveOpen: true)) into.Write(page);
        return small.ToArray();
    }

    private static byte[] Brotli(byte[] page, int quality)
    {
        var small = new byte[BrotliEncoder.GetMaxCompressedLength(page.Length)];
        return BrotliEncoder.TryCompress(page, small, out var length, quality, Window) ? small[..length] : page;
    }
}
