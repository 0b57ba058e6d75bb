using AvoidantGuide.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace AvoidantGuide.Browser.Tests;

/// <summary>One real Chromium for the whole run. Where it is missing every test fails and says so; none is skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
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
                // Otherwise it keeps trying to reach its maker.
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
            // People's browsers keep pages alive for Back. Without this, Back would be tested on a browser that nobody has.
            IgnoreDefaultArgs = ["--disable-back-forward-cache"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed, and these tests need a real browser. tests/run.sh installs it.");
}
