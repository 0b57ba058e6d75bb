using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace AvoidantGuide.Journal;

/// <summary>What every connection to the live store is set to. SQLite keeps these for as long as it lives, and in the pool it outlives its opening by far.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    /// <summary>Milliseconds, as below.</summary>
    public const int BusyTimeout = 5_000;

    // FULL: an acknowledged entry survives a power cut. secure_delete: what is deleted is overwritten with zeros.
    public const string Text = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;
        PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // Eight statements at each opening took as long as the entry itself.
        var handle = ((SqliteConnection)connection).Handle!;
        if (_set.TryGetValue(handle, out _)) return;
        Apply(connection);
        _set.TryAdd(handle, _set);
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }
}
