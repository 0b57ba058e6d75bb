using System.Diagnostics;
using System.Net;

namespace AvoidantGuide.Faults;

/// <summary>A body that knows when its last byte was handed to the network.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly HttpContent _body;

    public SentContent(HttpContent body)
    {
        _body = body;
        Headers.ContentType = body.Headers.ContentType;
    }

    /// <summary>As <see cref="Stopwatch"/> counts; null while it is not sent whole.</summary>
    public long? SentAt { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await _body.CopyToAsync(stream, context);
        await stream.FlushAsync();
        SentAt = Stopwatch.GetTimestamp();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return _body.Headers.ContentLength is not null;
    }
}
