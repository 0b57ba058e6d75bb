using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AvoidantGuide.Web.Tests;

/// <summary>Bytes sent as they are, which no client library would send, and everything that comes back.</summary>
internal sealed class RawRequest : IAsyncDisposable
{
    private readonly TcpClient _client = new();

    private NetworkStream Stream => _client.GetStream();

    public static async Task<RawRequest> SendAsync(Uri server, string text)
    {
        var raw = new RawRequest();
        await raw._client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await raw.SendAsync(text);
        return raw;
    }

    public async Task SendAsync(string text)
    {
        try
        {
            await Stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // A server that has answered already need not read on.
        }
    }

    /// <summary>Until the server closes the line.</summary>
    public async Task<RawAnswer> AnswerAsync()
    {
        using var all = new MemoryStream();
        try
        {
            await Stream.CopyToAsync(all, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Cut: what came before it counts.
        }

        return RawAnswer.Of(Encoding.UTF8.GetString(all.ToArray()));
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <param name="Status">0 when nothing came.</param>
internal sealed record RawAnswer(int Status, string Head, string Body)
{
    public static RawAnswer Of(string text)
    {
        var parts = text.Split("\r\n\r\n", 2);
        return new RawAnswer(text.Length < 12 ? 0 : int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
