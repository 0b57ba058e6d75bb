using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AvoidantGuide.Bench;

/// <summary>How a server is started, besides where its files are.</summary>
/// <param name="Port">One that is free, where none is named.</param>
/// <param name="Environment">Besides what keeps it apart from other servers.</param>
/// <param name="Heard">Told each line of both its outputs.</param>
/// <param name="Longest">How long to wait until it is ready.</param>
internal sealed record Launch(int? Port = null, IReadOnlyDictionary<string, string>? Environment = null, Action<string>? Heard = null, TimeSpan? Longest = null);

/// <summary>A server as a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address, TimeSpan start) => (_process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process to the end of its first good answer.</summary>
    public TimeSpan Start { get; }

    /// <summary>Bytes of memory that are its own, now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The published site, with its store in the folder.</summary>
    /// <param name="ready">Where it is asked whether it is ready: /readyz waits for the store.</param>
    public static Task<Server> StartAsync(string site, string content, string folder, string ready = "/readyz", Launch? how = null) => StartAsync(how?.Port ?? FreePort(), ready, address =>
    {
        var start = new ProcessStartInfo(Path.Combine(site, "AvoidantGuide.Web")) { WorkingDirectory = folder };
        start.Environment["ConnectionStrings__Journal"] = $"Data Source={Path.Combine(folder, "journal.db")}";
        start.Environment["Guide__ContentPath"] = content;
        start.Environment["Urls"] = address.ToString();
        // What is measured is how fast it is, not how fast a person may be.
        (start.Environment["Journal__StartsPerHour"], start.Environment["Journal__SavesPerHour"]) = ("1000000000", "1000000000");
        foreach (var (name, value) in how?.Environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return start;
    }, how);

    /// <summary>Microsoft's own template, published.</summary>
    public static Task<Server> StartTemplateAsync(string template) => StartAsync(FreePort(), "/", address =>
    {
        var start = new ProcessStartInfo(Path.Combine(template, "template")) { WorkingDirectory = template };
        start.Environment["Urls"] = address.ToString();
        return start;
    });

    /// <summary>A program that writes this answer and does nothing else.</summary>
    public static Task<Server> StartBareAsync(string folder, SentPage answer)
    {
        var file = Path.Combine(folder, "answer");
        answer.Write(file);
        return StartAsync(FreePort(), "/", address => new ProcessStartInfo(Environment.ProcessPath!, [BareServer.Verb, file, address.ToString()]));
    }

    public static Task<Server> StartNginxAsync(string folder, string path, SentPage answer)
    {
        var port = FreePort();
        return StartAsync(port, "/readyz", _ => new ProcessStartInfo("nginx", ["-c", Nginx.Configure(Path.Combine(folder, "nginx"), port, path, answer)]));
    }

    public int Id => _process.Id;

    /// <param name="name">As `kill` calls it: TERM, STOP, CONT.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {_process.Id}")]);
        await kill.WaitForExitAsync();
    }

    /// <returns>What the process ended with.</returns>
    public async Task<int> EndedAsync(TimeSpan longest)
    {
        await _process.WaitForExitAsync().WaitAsync(longest);
        return _process.ExitCode;
    }

    /// <summary>Ends it as kill -9 does, if it has not ended by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<Server> StartAsync(int port, string ready, Func<Uri, ProcessStartInfo> program, Launch? how = null)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = program(address);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, how?.Heard is not null, false);
        using var client = new HttpClient { BaseAddress = address };
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => how?.Heard?.Invoke(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => how?.Heard?.Invoke(line.Data ?? "");
        process.BeginOutputReadLine();
        if (start.RedirectStandardError) process.BeginErrorReadLine();
        while (!await IsReadyAsync(client, ready))
        {
            if (process.HasExited) throw new InvalidOperationException("The server ended at its start.");
            if (how?.Longest is { } longest && Stopwatch.GetElapsedTime(begun) > longest)
            {
                await new Server(process, address, default).DisposeAsync();
                throw new TimeoutException($"The server was not ready within {longest.TotalSeconds:0} seconds.");
            }

            await Task.Delay(2);
        }

        return new Server(process, address, Stopwatch.GetElapsedTime(begun));
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, string ready)
    {
        try
        {
            return (await client.GetAsync(ready)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
