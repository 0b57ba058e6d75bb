using System.Diagnostics;
using Npgsql;

namespace AvoidantGuide.Bench;

/// <summary>A PostgreSQL of its own that keeps what it says it has kept (tests/postgres.sh).</summary>
internal sealed class Postgres : IAsyncDisposable
{
    private static readonly string _script = Path.Combine(Environment.CurrentDirectory, "tests", "postgres.sh");

    private readonly string _folder;
    private readonly string _connection;

    private Postgres(string folder, string connection) => (_folder, _connection) = (folder, connection);

    public static async Task<Postgres> StartAsync()
    {
        // Its account must reach it, and what is made below a folder of ours nobody else does.
        var folder = $"/tmp/pg-{Path.GetRandomFileName()}";
        return new(folder, (await RunAsync("up", folder, "durable")).Trim());
    }

    /// <returns>How to connect to a new database of this name.</returns>
    public async Task<string> MakeAsync(string name)
    {
        await using var connection = new NpgsqlConnection($"{_connection};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_connection) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    public async ValueTask DisposeAsync() => await RunAsync("down", _folder);

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [_script, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException("PostgreSQL could not be started.");
    }
}
