using System.Data.Common;
using AvoidantGuide.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AvoidantGuide.Faults;

/// <summary>The store of an earlier release.</summary>
internal static class Release
{
    /// <summary>At that schema, with as much of the present store as it has a place for.</summary>
    public static async Task MakeAsync(string file, string schema, string present)
    {
        await using (var context = Upgrade.Context(file)) await context.GetService<IMigrator>().MigrateAsync(schema);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await RunAsync(connection, $"ATTACH '{present}' AS present");
        foreach (var table in (string[])["Journals", "Entries", "Sessions", "Sweeps"])
        {
            var columns = string.Join(", ", Read(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE name IN (SELECT name FROM pragma_table_info('{table}', 'present'))"));
            await RunAsync(connection, $"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM present.{table}");
        }

        // One file, as it is after a server has ended.
        await RunAsync(connection, "DETACH present");
        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>As a server leaves it that was killed while it migrated.</summary>
    public static async Task LeaveLockAsync(string file)
    {
        await using var connection = new SqliteConnection(DataFolder.Plain(file));
        await connection.OpenAsync();
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await RunAsync(connection, "INSERT OR REPLACE INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-22')");
    }

    /// <returns>The last migration the store has had.</returns>
    public static string SchemaOf(string file)
    {
        using var connection = new SqliteConnection(DataFolder.ReadOnly(file));
        connection.Open();
        return Schema.Applied(connection)![^1];
    }

    /// <summary>
    /// The store's files before each statement and each commit of bringing it up to date: what a kill at that moment leaves, because
    /// what a process has written stays, and what it has not is gone with it.
    /// </summary>
    /// <returns>A store for each.</returns>
    public static async Task<IReadOnlyList<string>> KilledAtEachStepAsync(string release)
    {
        var folder = Directory.CreateDirectory(release + ".steps").FullName;
        var migrating = Path.Combine(folder, "migrating.db");
        File.Copy(release, migrating);
        var steps = new Steps(migrating, folder);
        await using var context = Upgrade.Context(migrating, steps, new Commits(steps));
        await Schema.MigrateAsync(context, CancellationToken.None);
        return steps.Stores;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        using var row = command.ExecuteReader();
        var read = new List<string>();
        while (row.Read()) read.Add(row.GetString(0));
        return read;
    }

    private sealed class Steps(string file, string folder) : DbCommandInterceptor
    {
        public List<string> Stores { get; } = [];

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Take();
            return result;
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Take();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Take();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            Take();
            return ValueTask.FromResult(result);
        }

        public void Take()
        {
            var store = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Trial.Text($"step-{Stores.Count}"))).FullName, "journal.db");
            foreach (var suffix in (string[])["", "-wal", "-shm"])
                if (File.Exists(file + suffix)) File.Copy(file + suffix, store + suffix);
            Stores.Add(store);
        }
    }

    private sealed class Commits(Steps steps) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            steps.Take();
            return ValueTask.FromResult(result);
        }
    }
}
