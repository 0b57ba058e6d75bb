using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AvoidantGuide.Bench;

/// <summary>The published site as a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Bytes of memory that are its own, now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<Server> StartAsync(string site, string content, string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Path.Combine(site, "AvoidantGuide.Web")) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Journal"] = $"Data Source={Path.Combine(folder, "journal.db")}";
        start.Environment["Guide__ContentPath"] = content;
        start.Environment["Urls"] = address.ToString();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return await ReadyAsync(process, address);
    }

    /// <summary>A program that writes this answer and does nothing else.</summary>
    public static async Task<Server> StartBareAsync(string answer)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        return await ReadyAsync(Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [BareServer.Verb, answer, address.ToString()]))!, address);
    }

    private static async Task<Server> ReadyAsync(Process process, Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited) throw new InvalidOperationException("The server ended at its start.");
            await Task.Delay(50);
        }

        return new Server(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/readyz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
