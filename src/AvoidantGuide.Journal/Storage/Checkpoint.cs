using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Journal;

/// <summary>
/// Empties the write-ahead log into the database after a deletion: until then the log holds what was deleted. Only
/// inside the write gate. A reader, such as a backup, can hold the log back; then it is owed, and paid after a later write.
/// </summary>
internal sealed class Checkpoint(TimeProvider time)
{
    private static readonly TimeSpan _betweenTries = TimeSpan.FromSeconds(5);

    private long? _triedAt;

    public bool Owed { get; private set; }

    public void Run(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        // Waits briefly for readers: everybody who writes waits with it. The usual timeout returns with the next opening.
        command.CommandText = "PRAGMA busy_timeout=250; PRAGMA wal_checkpoint(TRUNCATE)";
        Owed = true;
        _triedAt = time.GetTimestamp();
        try
        {
            using var reader = command.ExecuteReader();
            do
            {
                // wal_checkpoint answers with three columns; the first is 1 when it was held back.
                if (reader.FieldCount == 3 && reader.Read()) Owed = reader.GetInt64(0) != 0;
            }
            while (reader.NextResult());
        }
        catch (SqliteException)
        {
            // The commit before it stands, so the request must not fail: the log stays owed (on a full disk, say).
        }
    }

    public void RunIfOwed(SqliteConnection connection)
    {
        if (Owed && (_triedAt is not { } tried || time.GetElapsedTime(tried) >= _betweenTries)) Run(connection);
    }
}
