using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AvoidantGuide.Journal.Tests;

/// <summary>
/// A real store of its own that goes with it: a file, or with <c>JOURNAL_TESTS_ON=postgres</c> a database on the PostgreSQL that
/// <c>JOURNAL_POSTGRES</c> says how to reach (tests/postgres.sh). What only a file can show has the trait <c>Store=file</c>.
/// </summary>
internal sealed partial class TemporaryStore : IAsyncDisposable
{
    public const int RetentionMonths = 24;

    private static readonly string? _server = Environment.GetEnvironmentVariable("JOURNAL_POSTGRES") is { Length: > 0 } said ? said : null;

    private bool _made;

    private TemporaryStore(JournalProvider provider) => Provider = provider;

    private static JournalProvider Chosen => Environment.GetEnvironmentVariable("JOURNAL_TESTS_ON") == "postgres" ? JournalProvider.Postgres : JournalProvider.Sqlite;

    public JournalProvider Provider { get; }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "notes-" + Path.GetRandomFileName());

    public ManualTime Time { get; } = new();

    public string File => Path.Combine(Folder, "journal.db");

    public string ConnectionString => Provider == JournalProvider.Postgres ? $"{_server};Database={Name}" : $"Data Source={File}";

    private string Name { get; } = $"notes_{Guid.NewGuid():N}";

    public JournalDatabase Database { get; private set; } = null!;

    public JournalStore Store { get; private set; } = null!;

    public RetentionSweep Sweep { get; private set; } = null!;

    public static Task<TemporaryStore> OpenAsync() => OpenAsync(Chosen);

    public static async Task<TemporaryStore> OpenAsync(JournalProvider provider)
    {
        var store = new TemporaryStore(provider);
        await store.StartAsync();
        return store;
    }

    /// <summary>With nothing in it yet.</summary>
    public static TemporaryStore Closed() => Closed(Chosen);

    public static TemporaryStore Closed(JournalProvider provider) => new(provider);

    public async Task StartAsync()
    {
        await MakeAsync();
        Database = new JournalDatabase(ConnectionString, Time, provider: Provider);
        Store = new JournalStore(Database, Time, RetentionMonths);
        Sweep = new RetentionSweep(Database, RetentionMonths);
        await Database.OpenAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The database, empty; a file is made by whoever opens it.</summary>
    public async Task MakeAsync()
    {
        if (Provider != JournalProvider.Postgres || _made) return;
        Assert.SkipWhen(_server is null, "JOURNAL_POSTGRES is not set: `tests/postgres.sh up FOLDER` says to what.");
        await RunOnServerAsync($"CREATE DATABASE {Name} STRATEGY FILE_COPY");
        _made = true;
    }

    public void Stop() => Database?.Dispose();

    public async Task RestartAsync()
    {
        Stop();
        await StartAsync();
    }

    /// <summary>A new journal with one entry, held open.</summary>
    public async Task<(OpenJournal Journal, JournalCode Code, Guid Entry)> NewJournalAsync(string text = "A quiet evening.")
    {
        var code = JournalCode.Generate();
        var entry = Guid.NewGuid();
        var started = await Store.StartAsync(code, form: Guid.NewGuid(), entry, Sample.Of(text), SessionTimes.Default, TestContext.Current.CancellationToken);
        Assert.Equal(new SaveResult.Kept(1), started.Save);
        return (started.Journal!, code, entry);
    }

    public Task<long> CountAsync(string table) => ScalarAsync($"SELECT COUNT(*) FROM {table}");

    /// <summary>What the store holds, past the doors: for looking and for tampering.</summary>
    public async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = Command(connection, sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task RunAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = await ConnectAsync();
        await using var command = Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<byte[]> BlobAsync(Guid entry, string part)
    {
        await using var connection = await ConnectAsync();
        await using var command = Command(connection, $"SELECT {part} FROM Entries WHERE Id = @id", ("@id", entry));
        return (byte[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public Task SetBlobAsync(Guid entry, string part, byte[] blob) =>
        RunAsync($"UPDATE Entries SET {part} = @blob WHERE Id = @id", ("@blob", blob), ("@id", entry));

    /// <summary>Every blob of every journal's entries, keys and preferences, in hexadecimal.</summary>
    public async Task<List<string>> BlobsAsync()
    {
        await using var connection = await ConnectAsync();
        await using var command = Command(
            connection,
            "SELECT Head FROM Entries UNION ALL SELECT Body FROM Entries UNION ALL SELECT WrappedKey FROM Journals "
            + "UNION ALL SELECT Preferences FROM Journals WHERE Preferences IS NOT NULL UNION ALL SELECT WrappedKey FROM Sessions");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var blobs = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) blobs.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(0)));
        return blobs;
    }

    private async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = Provider == JournalProvider.Postgres ? new NpgsqlConnection($"{ConnectionString};Pooling=false") : new SqliteConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        // PostgreSQL takes a name with a capital in quotation marks only.
        command.CommandText = connection is NpgsqlConnection ? Names().Replace(sql, "\"$0\"") : sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value is Guid id && connection is SqliteConnection ? id.ToString().ToUpperInvariant() : value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    [GeneratedRegex(@"(?<![@\w])(__EFMigrationsHistory|[A-Z][a-z]\w*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Names();

    private static async Task RunOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{_server};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        if (Provider != JournalProvider.Postgres || !_made) return;
        await RunOnServerAsync($"DROP DATABASE {Name} WITH (FORCE)");
    }
}
