using System.Data.Common;
using AvoidantGuide.Content;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AvoidantGuide.Web.Tests;

/// <summary>The whole site on a store of its own, in a temporary folder or with <c>JOURNAL_TESTS_ON=postgres</c> in a temporary database, with the repository's content and a clock that can be moved.</summary>
public sealed class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("avoidantguide-");
    private readonly Dictionary<string, string> _settings = [];
    private Action<IServiceCollection>? _services;
    private readonly TemporaryDatabase? _own = TemporaryDatabase.OfEachSite;
    private TemporaryDatabase? _database;
    private string _environment = "Production";

    public Site()
    {
        _database = _own;
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    public MovableClock Clock { get; } = new();

    /// <summary>Where the store, its keys and its logs lie.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Adds a setting; to be called before the first request.</summary>
    public Site With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Puts something else in the place of a service; to be called before the first request.</summary>
    public Site With(Action<IServiceCollection> services)
    {
        _services += services;
        return this;
    }

    public async ValueTask InitializeAsync() => await Services.GetRequiredService<JournalStartup>().Opened;

    /// <summary>On a database that others may be on too; to be called before the first request.</summary>
    public Site On(TemporaryDatabase database)
    {
        _database = database;
        return this;
    }

    /// <summary>As in development, where editors work.</summary>
    public Site ForEditors()
    {
        _environment = "Development";
        return this;
    }

    /// <summary>A connection past every door of the program.</summary>
    public DbConnection ConnectToStore()
    {
        DbConnection connection = _database is null
            ? new SqliteConnection($"Data Source={Path.Combine(Data, "journal.db")};Pooling=False")
            : new NpgsqlConnection($"{_database.ConnectionString};Pooling=false");
        connection.Open();
        return connection;
    }

    /// <summary>Looks at the content folder now, where the server would a moment later.</summary>
    public void Look() => Services.GetRequiredService<GuideLibrary>().Refresh();

    /// <summary>A browser of its own: its own cookies.</summary>
    public Visitor NewVisitor() => new(CreateClient());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_own is not null) await _own.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("ConnectionStrings:Journal", $"Data Source={Path.Combine(Data, "journal.db")}");
        if (_database is not null)
        {
            builder.UseSetting("Journal:Provider", "postgres").UseSetting("Journal:DataFolder", Data);
            builder.UseSetting("ConnectionStrings:Journal", _database.ConnectionString).UseSetting("Journal:SharedKey", TemporaryDatabase.SharedKey);
        }

        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        if (_services is not null) builder.ConfigureTestServices(_services);
    }
}

/// <summary>Stands still until it is moved.</summary>
public sealed class MovableClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public void Move(TimeSpan by) => _now += by;
}
