using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Bench;

/// <summary>A page of the guide beside a bare server that writes the same bytes and headers, in turn.</summary>
internal static partial class PagesBench
{
    private const string Page = "/the-switch";
    private const string Browser = "gzip, deflate, br, zstd";
    private const int Seconds = 3;
    private static readonly int[] _connections = [32, 512];

    public static async Task RunAsync(string site, string content, string folder, int rounds)
    {
        await using var ours = await Server.StartAsync(site, content, folder);
        var answer = Path.Combine(folder, "answer");
        await SaveAsync(ours.Address, answer);
        await using var bare = await Server.StartBareAsync(answer);
        foreach (var connections in _connections)
            foreach (var server in new[] { ours, bare }) await AskAsync(server, connections);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Requests of `{Page}` a second, in Brotli, {new FileInfo(answer).Length:N0} bytes: median of {rounds} rounds of {Seconds} s (lowest to highest), after one that does not count."));
        Console.WriteLine("| connections | the site | a bare server | the site / a bare server, round by round |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var connections in _connections)
        {
            List<(double Ours, double Bare)> seen = [];
            for (var round = 0; round < rounds; round++)
            {
                // Each goes first as often as the other.
                var first = await AskAsync(round % 2 == 0 ? ours : bare, connections);
                var second = await AskAsync(round % 2 == 0 ? bare : ours, connections);
                seen.Add(round % 2 == 0 ? (first, second) : (second, first));
            }

            var (our, its, ratio) = (new Spread(seen.Select(one => one.Ours)), new Spread(seen.Select(one => one.Bare)), new Spread(seen.Select(one => one.Ours / one.Bare)));
            Console.WriteLine($"| {connections} | {our.ToText("N0")} | {its.ToText("N0")} | {ratio.ToText("0.00")} |");
        }
    }

    /// <summary>The answer as it is when it is as small as it goes.</summary>
    private static async Task SaveAsync(Uri address, string file)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", Browser);
        await client.GetAsync(Page);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var answer = await client.GetAsync(Page);
        var head = new StringBuilder();
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length")))
            head.Append(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", values)}\n");
        await File.WriteAllBytesAsync(file, [.. Encoding.UTF8.GetBytes(head.Append('\n').ToString()), .. await answer.Content.ReadAsByteArrayAsync()]);
    }

    private static async Task<double> AskAsync(Server server, int connections)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{Seconds}s", "-H", $"Accept-Encoding: {Browser}", new Uri(server.Address, Page).ToString()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException(output);
        return double.Parse(PerSecond().Match(output).Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex PerSecond();
}
