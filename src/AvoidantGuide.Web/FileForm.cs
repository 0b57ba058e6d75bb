using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AvoidantGuide.Web;

/// <summary>A form with one file at its end, read as it arrives.</summary>
public sealed record FileForm(IReadOnlyDictionary<string, string> Fields, Stream File)
{
    private const int LongestField = 8 * 1024;
    private const int MostFields = 10;

    /// <summary>RFC 2046, 5.1.1.</summary>
    private const int LongestBoundary = 70;

    /// <summary>Null when it has no file, or no more than an empty one.</summary>
    /// <exception cref="InvalidDataException">It is no such form.</exception>
    public static async Task<FileForm?> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(context.SentAs(), out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException();
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary) throw new InvalidDataException();
        var reader = new MultipartReader(boundary, context.Request.Body);
        var fields = new Dictionary<string, string>();
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) throw new InvalidDataException();
            if (part.IsFileDisposition()) return part.FileName is { Length: > 0 } || part.FileNameStar is { Length: > 0 } ? new FileForm(fields, section.Body) : null;
            if (fields.Count == MostFields) throw new InvalidDataException();
            fields[HeaderUtilities.RemoveQuotes(part.Name).ToString()] = await FieldAsync(section.Body, cancel);
        }

        return null;
    }

    private static async Task<string> FieldAsync(Stream body, CancellationToken cancel)
    {
        var bytes = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return length <= LongestField ? Encoding.UTF8.GetString(bytes, 0, length) : throw new InvalidDataException();
    }
}
