using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AvoidantGuide.Web;

/// <summary>A page that is the same bytes for everyone and holds nothing of a person's: it may travel compressed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CompressedAttribute : Attribute;

/// <summary>
/// Compresses the pages that are marked for it, and nothing else. Never the journal's: where a secret and something that a
/// stranger chose are compressed together, the length gives the secret away (BREACH).
/// </summary>
public static class Compression
{
    private const int KeptBytes = 64 * 1024 * 1024;

    /// <summary>The better one first.</summary>
    private static readonly string[] _codings = ["br", "gzip"];

    /// <summary>After routing, which knows the page. Not for editors, whose pages are made once and looked at once.</summary>
    public static void UseCompression(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = KeptBytes });
        app.Lifetime.ApplicationStopped.Register(kept.Dispose);
        app.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<CompressedAttribute>() is null ? next(context) : AnswerAsync(context, next, kept));
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, MemoryCache kept)
    {
        var (response, wire) = (context.Response, context.Response.Body);
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        if (response.StatusCode != StatusCodes.Status200OK)
        {
            // Even nothing that is written would begin the response, and the error page could no longer be shown.
            if (page.Length > 0) await wire.WriteAsync(page.ToArray(), context.RequestAborted);
            return;
        }

        response.Headers.Vary = StringValues.Concat(response.Headers.Vary, HeaderNames.AcceptEncoding);
        var body = page.ToArray();
        if (Coding(context.Request.Headers.AcceptEncoding) is { } coding)
        {
            response.Headers.ContentEncoding = coding;
            body = Compressed(body, coding, kept);
        }

        response.ContentLength = body.Length;
        await wire.WriteAsync(body, context.RequestAborted);
    }

    private static string? Coding(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var all)) return null;
        return _codings.FirstOrDefault(known => all.Any(one => one.Value.Equals(known, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0));
    }

    /// <summary>Once for each text that a page has had: as small as it goes takes a tenth of a second and more.</summary>
    private static byte[] Compressed(byte[] page, string coding, MemoryCache kept)
    {
        var key = coding + Convert.ToHexString(SHA256.HashData(page));
        if (kept.TryGetValue(key, out byte[]? before)) return before!;
        using var small = new MemoryStream();
        using (Stream into = coding == "br" ? new BrotliStream(small, CompressionLevel.SmallestSize, leaveOpen: true) : new GZipStream(small, CompressionLevel.SmallestSize, leaveOpen: true))
            into.Write(page);
        return kept.Set(key, small.ToArray(), new MemoryCacheEntryOptions { Size = small.Length });
    }
}
