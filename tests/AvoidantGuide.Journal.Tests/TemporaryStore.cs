using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Journal.Tests;

/// <summary>A real store in a folder of its own that goes with it.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    public const int RetentionMonths = 24;

    private TemporaryStore()
    {
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "notes-" + Path.GetRandomFileName());

    public ManualTime Time { get; } = new();

    public string File => Path.Combine(Folder, "journal.db");

    public string ConnectionString => $"Data Source={File}";

    public JournalDatabase Database { get; private set; } = null!;

    public JournalStore Store { get; private set; } = null!;

    public RetentionSweep Sweep { get; private set; } = null!;

    public static async Task<TemporaryStore> OpenAsync()
    {
        var store = new TemporaryStore();
        await store.StartAsync();
        return store;
    }

    /// <summary>A folder with nothing in it yet.</summary>
    public static TemporaryStore Closed() => new();

    public async Task StartAsync()
    {
        Database = new JournalDatabase(ConnectionString, Time);
        Store = new JournalStore(Database, Time, RetentionMonths);
        Sweep = new RetentionSweep(Database, RetentionMonths);
        await Database.OpenAsync(TestContext.Current.CancellationToken);
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
        await using var command = new SqliteCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task RunAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = await ConnectAsync();
        await using var command = new SqliteCommand(sql, connection);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<byte[]> BlobAsync(Guid entry, string part)
    {
        await using var connection = await ConnectAsync();
        await using var command = new SqliteCommand($"SELECT {part} FROM Entries WHERE Id = $id", connection);
        command.Parameters.AddWithValue("$id", entry.ToString().ToUpperInvariant());
        return (byte[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public Task SetBlobAsync(Guid entry, string part, byte[] blob) =>
        RunAsync($"UPDATE Entries SET {part} = $blob WHERE Id = $id", ("$blob", blob), ("$id", entry.ToString().ToUpperInvariant()));

    /// <summary>Every blob of every journal's entries, keys and preferences, in hexadecimal.</summary>
    public async Task<List<string>> BlobsAsync()
    {
        await using var connection = await ConnectAsync();
        await using var command = new SqliteCommand(
            "SELECT Head FROM Entries UNION ALL SELECT Body FROM Entries UNION ALL SELECT WrappedKey FROM Journals "
            + "UNION ALL SELECT Preferences FROM Journals WHERE Preferences IS NOT NULL UNION ALL SELECT WrappedKey FROM Sessions",
            connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var blobs = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) blobs.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(0)));
        return blobs;
    }

    private async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
