using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Web.Tests;

/// <summary>The built program serving on a free port, with Kestrel, its own data folder and its own folder for temporary files.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("avoidantguide-server-");
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Where the framework would put what it cannot hold in memory.</summary>
    public string Temporary => Path.Combine(_folder.FullName, "temporary");

    /// <summary>Of HTTP, as its clients speak it.</summary>
    public Version Protocol { get; init; } = HttpVersion.Version11;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Everything that was written to both outputs.</summary>
    public string Output => string.Join('\n', _lines);

    /// <param name="environment">Besides what keeps it apart from other servers.</param>
    public async Task StartAsync(IReadOnlyDictionary<string, string>? environment = null, params string[] args)
    {
        Directory.CreateDirectory(Temporary);
        var variables = new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["TMPDIR"] = Temporary,
            ["ASPNETCORE_TEMP"] = Temporary,
            ["DOTNET_EnableDiagnostics"] = "0",
            ["ConnectionStrings__Journal"] = $"Data Source={Path.Combine(Data, "journal.db")}",
        };
        if (!args.Contains("--urls")) args = [.. args, "--urls", "http://127.0.0.1:0"];
        _process = new Process { StartInfo = ProgramRun.Describe(_folder.FullName, variables, args), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The server ended at its start."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _listening.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        using var client = NewClient();
        // The store is brought up to date while the server answers already.
        while ((await client.GetAsync("/readyz", TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.ServiceUnavailable)
            Assert.False(_process.HasExited);
    }

    public HttpClient NewClient() =>
        new(new BrowserCookies(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, Protocol)) { BaseAddress = Address };

    public Visitor NewVisitor() => new(NewClient());

    /// <summary>Ends the server, so that nothing is written any more.</summary>
    public async Task StopAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private void Note(string? line)
    {
        if (line is null) return;
        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match) _listening.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex(@"Now listening on: ""?(?<address>http://[^\s""]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Listening();
}
