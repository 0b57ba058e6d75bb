using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace AvoidantGuide.Web;

/// <summary>
/// Reads what is left of a refused body, and forgets it: browsers show an answer only once they have sent everything, and
/// a line that is cut meanwhile shows them no page at all. It costs a connection and no memory.
/// </summary>
internal static class Draining
{
    /// <summary>What is larger by more than this is somebody who wants to send, not somebody who wants an answer.</summary>
    private const int Times = 16;

    /// <summary>Bytes a second.</summary>
    private const double SlowestLine = 8 * 1024;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    /// <summary>Whether the body says that it is larger than the page takes. If so, it was read to its end.</summary>
    public static async Task<bool> IsTooLargeAsync(this HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { MaxRequestBodySize: { } most } limit || context.Request.ContentLength is not { } length || length <= most) return false;
        // Whoever waits for leave to send reads the answer at once.
        if (length > Times * most || limit.IsReadOnly || context.Request.Headers.Expect.Count > 0) return true;
        limit.MaxRequestBodySize = length;
        await context.DrainAsync();
        return true;
    }

    /// <summary>Whoever trickles a large body must not keep others from theirs.</summary>
    public static void AskForSpeed(this HttpContext context)
    {
        // HTTP/2 and later share a connection among requests: there the feature is present, and throws.
        if (HttpProtocol.IsHttp11(context.Request.Protocol) && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = new MinDataRate(SlowestLine, TimeSpan.FromSeconds(10));
    }

    public static async Task DrainAsync(this HttpContext context)
    {
        try
        {
            context.AskForSpeed();
            using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            time.CancelAfter(_longest);
            await context.Request.Body.CopyToAsync(Stream.Null, time.Token);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or IOException)
        {
            // What the answer says does not depend on it.
        }
    }
}
