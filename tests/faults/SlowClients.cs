using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>How long others wait while so many clients send their headers, and as many their bodies, a byte at a time.</summary>
internal static class SlowClients
{
    /// <summary>Milliseconds.</summary>
    private const double Most = 500;

    private static readonly TimeSpan _between = TimeSpan.FromSeconds(1);

    /// <summary>There are time-outs and a limit to connections besides; what keeps it is this.</summary>
    public static readonly Promise Promise = new(
        "slow", "slow clients starve no one", 300, 2_000, KeepAsync,
        new Removal("a thread waits for nobody's line", "one", new Edit("AvoidantGuide.Web/PostedForms.cs", "await request.ReadFormAsync(either.Token);", "request.ReadFormAsync(either.Token).GetAwaiter().GetResult();")))
    {
        Timed = true,
    };

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        await using var server = await trial.StartAsync(trial.Place("store"));
        var others = await TimesAsync(server, trial.Count, TimeSpan.FromSeconds(trial.Full ? 60 : 5));
        var slowest = others.Percentile(99);
        return new Outcome(
            Trial.Text($"{trial.Count:N0} clients that send headers a byte a second, as many that send bodies so"),
            Trial.Text($"others wait {others.Median:0} ms, 99 of 100 of them at most {slowest:0} ms"),
            Holds: true)
        { InTime = slowest < Most };
    }

    /// <summary>Milliseconds of other requests meanwhile: pages of the guide and the journal's door in turn.</summary>
    private static async Task<Spread> TimesAsync(Server server, int clients, TimeSpan time)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var end = new CancellationTokenSource();
        var slow = Enumerable.Range(0, clients).SelectMany(_ => new[]
        {
            Task.Run(() => TrickleAsync(server.Address, $"GET / HTTP/1.1\r\nHost: {server.Address.Authority}\r\nX-Slow: ", end.Token)),
            Task.Run(() => TrickleAsync(server.Address, $"POST /journal HTTP/1.1\r\nHost: {server.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\ncode=", end.Token)),
        }).ToList();
        try
        {
            // Once all of them are there.
            await Task.Delay(_between * 2);
            var times = new List<double>();
            var begun = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var at = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(times.Count % 2 == 0 ? "/the-switch" : "/journal");
                answer.EnsureSuccessStatusCode();
                await answer.Content.LoadIntoBufferAsync();
                times.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }

            return new Spread(times);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(slow);
        }
    }

    /// <summary>Sends a byte each second; when the server has had enough of it, begins anew.</summary>
    private static async Task TrickleAsync(Uri server, string beginning, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(server.Host, server.Port, end);
                var line = client.GetStream();
                await line.WriteAsync(Encoding.ASCII.GetBytes(beginning), end);
                while (true)
                {
                    await Task.Delay(_between, end);
                    await line.WriteAsync("x"u8.ToArray(), end);
                }
            }
            catch (Exception over) when (over is IOException or SocketException or OperationCanceledException)
            {
                // Refused, given up, or the end.
            }
        }
    }
}
