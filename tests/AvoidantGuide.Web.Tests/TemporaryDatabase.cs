using Npgsql;

namespace AvoidantGuide.Web.Tests;

/// <summary>A database of its own that goes with it, on the PostgreSQL that <c>JOURNAL_POSTGRES</c> says how to reach (tests/postgres.sh).</summary>
public sealed class TemporaryDatabase : IAsyncDisposable
{
    public const string SharedKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly string _server;
    private readonly string _name = $"notes_{Guid.NewGuid():N}";

    public TemporaryDatabase()
    {
        var server = Environment.GetEnvironmentVariable("JOURNAL_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "JOURNAL_POSTGRES is not set: `tests/postgres.sh up FOLDER` says to what.");
        _server = $"{server};Pooling=false";
        Run($"CREATE DATABASE {_name} STRATEGY FILE_COPY");
    }

    /// <summary>Null: each site keeps its journal in a file.</summary>
    public static TemporaryDatabase? OfEachSite => Environment.GetEnvironmentVariable("JOURNAL_TESTS_ON") == "postgres" ? new() : null;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;

    public ValueTask DisposeAsync()
    {
        Run($"DROP DATABASE {_name} WITH (FORCE)");
        return ValueTask.CompletedTask;
    }

    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
