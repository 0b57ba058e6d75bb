using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Bench;

/// <summary>As many requests as an address answers, for a few seconds. The client shares the processor with the server, as it does with every server it is given.</summary>
internal static partial class Load
{
    private const string Browser = "Accept-Encoding: gzip, deflate, br, zstd";

    /// <summary>More than are answered in the time there is: ab takes memory for each.</summary>
    private const string Most = "1000000";

    /// <returns>Answers a second, and the milliseconds within which 99 of 100 came.</returns>
    public static async Task<(double Rate, double Slow)> GetAsync(Uri address, int connections, int seconds, params string[] headers)
    {
        var output = await RunAsync("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", .. headers.Append(Browser).SelectMany(header => new[] { "-H", header }), address.ToString()]);
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal)) throw new InvalidOperationException(output);
        var slow = Slow().Match(output);
        return (Number(Rate().Match(output)), Number(slow) * (slow.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, _ => 1_000 }));
    }

    /// <summary>With ab, because wrk waits for the body that a HEAD has not.</summary>
    public static async Task<double> AskAsync(Uri address, bool head, int connections, int seconds)
    {
        var output = await RunAsync("ab", ["-q", "-k", $"-c{connections}", $"-t{seconds}", $"-n{Most}", "-H", Browser, .. head ? ["-i"] : Array.Empty<string>(), address.ToString()]);
        if (!output.Contains("Failed requests:        0", StringComparison.Ordinal) || output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException(output);
        return Number(RateOfAb().Match(output));
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed. {output}");
    }

    private static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+(?<number>[\d.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Slow();

    [GeneratedRegex(@"Requests per second:\s+(?<number>[\d.]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex RateOfAb();
}
