using AvoidantGuide.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(WholeChromium))]

namespace AvoidantGuide.Browser.Tests;

/// <summary>
/// One real Chromium for the whole run, without its window and what belongs to one, which would be half of the work. Where it is missing
/// every test fails and says so; none is skipped.
/// </summary>
public class Chromium : IAsyncLifetime
{
    private readonly string _program;

    public Chromium()
        : this("chromium-headless-shell")
    {
    }

    private protected Chromium(string program) => _program = program;

    /// <summary>Milliseconds; generous, because only a test that is going to fail waits that long.</summary>
    public const float Patience = 15_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("Chromium has not started.");

    public async ValueTask InitializeAsync()
    {
        var program = Find();
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                "--no-sandbox",
                // Pages of one visitor share a process: a new one for each costs more than the page.
                "--process-per-site", "--disable-site-isolation-trials",
                // Otherwise it keeps trying to reach its maker.
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
            // See WholeChromium.
            IgnoreDefaultArgs = ["--disable-back-forward-cache"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, _program))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{_program} is not installed, and these tests need a real browser. tests/run.sh installs it.");
}

/// <summary>As people have it: it keeps pages alive for Back. On any other, Back would be tested on a browser that nobody has.</summary>
public sealed class WholeChromium() : Chromium("chromium");
