using System.Net;
using AvoidantGuide.Browser.Tests;
using AvoidantGuide.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Site))]

namespace AvoidantGuide.Browser.Tests;

/// <summary>
/// The whole site as it runs in production, listening on a free port of this machine, with a store of its own
/// in a temporary folder, the repository's content and a clock that can be moved.
/// One serves every visitor of the run; a test that moves the clock or tries wrong words starts its own.
/// </summary>
public sealed class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder;
    private readonly int _port;
    private readonly string? _content;
    private bool _goesOn;
    private string _environment = "Production";

    public Site() : this(Directory.CreateTempSubdirectory("avoidantguide-"), new MovableClock(), port: 0)
    {
    }

    private Site(DirectoryInfo folder, MovableClock clock, int port, string? content = null) => (_folder, Clock, _port, _content) = (folder, clock, port, content);

    public MovableClock Clock { get; }

    /// <summary>Scheme, host and port, without a trailing slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where leaving ends: on another site.</summary>
    public string Elsewhere => Services.GetRequiredService<Settings>().LeaveTo.AbsoluteUri;

    /// <param name="content">Another folder than the repository's.</param>
    public static async Task<Site> StartAsync(string? content = null)
    {
        var site = new Site(Directory.CreateTempSubdirectory("avoidantguide-"), new MovableClock(), port: 0, content);
        await site.InitializeAsync();
        return site;
    }

    /// <summary>As editors run it, over a content folder of their own.</summary>
    public static async Task<Site> ForEditorsAsync(string content)
    {
        var site = new Site(Directory.CreateTempSubdirectory("avoidantguide-"), new MovableClock(), port: 0, content) { _environment = "Development" };
        await site.InitializeAsync();
        return site;
    }

    public async ValueTask InitializeAsync()
    {
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        StartServer();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await Services.GetRequiredService<JournalStartup>().Opened;
    }

    /// <summary>Stops it and starts it again at the same address, with the same data folder and clock and nothing else.</summary>
    public async Task<Site> RestartAsync()
    {
        _goesOn = true;
        await base.DisposeAsync();
        var again = new Site(_folder, Clock, new Uri(Address).Port, _content);
        await again.InitializeAsync();
        return again;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_goesOn) return;
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("ConnectionStrings:Journal", $"Data Source={Path.Combine(_folder.FullName, "data", "journal.db")}");
        if (_content is not null) builder.UseSetting("Guide:ContentPath", _content);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
