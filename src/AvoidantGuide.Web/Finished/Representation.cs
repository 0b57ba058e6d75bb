using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AvoidantGuide.Web.Finished;

/// <summary>A page in one coding, as it is sent: nothing is put together when it is asked for.</summary>
internal sealed class Representation
{
    /// <summary>
    /// A correction of an editor's, perhaps of a number that someone in need will call, is to reach readers soon. So a browser asks each
    /// time, which costs a 304, and may still show what it has where there is no network. A cache between asks once a minute
    /// for all of them; nothing tells it of a save, so a minute is how long a page can be out of date.
    /// </summary>
    internal const string Fresh = "public, max-age=0, s-maxage=60";

    private readonly KeyValuePair<string, StringValues>[] _always;
    private readonly KeyValuePair<string, StringValues>[] _content;
    private readonly string _tag;
    private readonly EntityTagHeaderValue _parsed;

    /// <param name="tag">Another one for other bytes.</param>
    public Representation(MadePage page, byte[] body, string? coding, string tag)
    {
        (Body, _tag) = (body, $"\"{tag}\"");
        _parsed = new EntityTagHeaderValue(_tag);
        _always = [.. page.Headers.Where(header => !OfContent(header.Key)), new(HeaderNames.ETag, _tag)];
        _content = [.. page.Headers.Where(header => OfContent(header.Key))];
        if (coding is not null) _content = [.. _content, new(HeaderNames.ContentEncoding, coding)];
    }

    public byte[] Body { get; }

    /// <summary>Whether the reader has these very bytes already (RFC 9110, 13.1.2).</summary>
    public bool IsHeldBy(HttpRequest request)
    {
        var held = request.Headers.IfNoneMatch;
        if (held.Count == 0) return false;
        if (held.Count == 1 && string.Equals(held[0], _tag, StringComparison.Ordinal)) return true;
        return EntityTagHeaderValue.TryParseList(held, out var tags)
            && tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(_parsed, useStrongComparison: false));
    }

    public void SendUnchanged(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        Add(response.Headers, _always);
    }

    public void SendHead(HttpResponse response)
    {
        var headers = response.Headers;
        Add(headers, _always);
        Add(headers, _content);
        headers.ContentLength = Body.Length;
    }

    public Task SendAsync(HttpResponse response)
    {
        SendHead(response);
        // A reader who left is no failure, so nothing here listens for that: asking for the token would make one.
        var written = response.BodyWriter.WriteAsync(Body);
        if (!written.IsCompletedSuccessfully) return written.AsTask();
        _ = written.Result;
        return Task.CompletedTask;
    }

    private static bool OfContent(string header) => header.StartsWith("Content-", StringComparison.Ordinal) && header != HeaderNames.ContentSecurityPolicy;

    private static void Add(IHeaderDictionary headers, KeyValuePair<string, StringValues>[] more)
    {
        foreach (var (name, value) in more) headers[name] = value;
    }
}
