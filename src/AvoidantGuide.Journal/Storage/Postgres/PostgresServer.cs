using Npgsql;

namespace AvoidantGuide.Journal;

/// <summary>Where the database is, one host or several, of which the primary is asked.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly Lazy<NpgsqlMultiHostDataSource> _hosts;

    /// <exception cref="JournalSetupException">The connection string names no database.</exception>
    public PostgresServer(string connectionString)
    {
        try
        {
            _settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or NotSupportedException)
        {
            throw new JournalSetupException($"ConnectionStrings:Journal cannot be read: write it as `{Example}`.", wrong);
        }

        if (string.IsNullOrWhiteSpace(_settings.Host) || string.IsNullOrWhiteSpace(_settings.Database))
            throw new JournalSetupException($"ConnectionStrings:Journal names no host or no database: write it as `{Example}`.");

        // What the settings say goes before. A host that vanished must not be waited for longer than a person waits.
        Usual("Application Name", ApplicationName);
        Usual("Timeout", 5);
        Usual("Command Timeout", 15);
        Usual("Host Recheck Seconds", 1);
        Usual("Keepalive", 10);
        // A server that nobody asks anything is still seen to be there.
        Usual("Minimum Pool Size", 1);
        _hosts = new Lazy<NpgsqlMultiHostDataSource>(() => new NpgsqlDataSourceBuilder(_settings.ConnectionString).BuildMultiHost());
    }

    public const string Example = "Host=db.example;Database=journal;Username=journal";

    /// <summary>Servers of this store are known by it.</summary>
    public const string ApplicationName = "AvoidantGuide";

    /// <summary>For a message: without account and password.</summary>
    public string Name => $"{_settings.Database} on {_settings.Host}";

    public NpgsqlDataSource Primary => _hosts.Value.WithTargetSession(TargetSessionAttributes.Primary);

    public void Dispose()
    {
        if (_hosts.IsValueCreated) _hosts.Value.Dispose();
    }

    private void Usual(string key, object value)
    {
        if (!_settings.ShouldSerialize(key)) _settings[key] = value;
    }
}
