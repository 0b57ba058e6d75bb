using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Brings a store up to this program's schema. Only while the data folder's lock is held.</summary>
internal static class Schema
{
    private const string History = "__EFMigrationsHistory";
    private const string MigrationLock = "__EFMigrationsLock";

    public static async Task MigrateAsync(JournalContext context, CancellationToken cancel)
    {
        var file = context.Database.GetDbConnection().DataSource;
        await context.Database.OpenConnectionAsync(cancel);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        if (Applied(connection) is { } applied)
        {
            if (Newer(applied))
            {
                throw new JournalSetupException(
                    $"{file} was made by a newer version of this program: run that version, or restore a backup made by this one.");
            }
        }
        else if (HasTables(connection))
        {
            throw new JournalSetupException($"{file} is the database of another program: correct ConnectionStrings:Journal.");
        }

        ClearOrphanedLock(connection);
        await context.Database.MigrateAsync(cancel);
    }

    /// <summary>The migrations that a file has had; null when it is no store of ours.</summary>
    public static IReadOnlyList<string>? Applied(SqliteConnection connection)
    {
        if (!Exists(connection, History)) return null;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT MigrationId FROM {History} ORDER BY MigrationId";
        using var reader = command.ExecuteReader();
        var applied = new List<string>();
        while (reader.Read()) applied.Add(reader.GetString(0));
        return applied;
    }

    /// <summary>Whether a store has had migrations that this program does not know.</summary>
    public static bool Newer(IReadOnlyList<string> applied)
    {
        using var context = new DesignTimeJournalContext().CreateDbContext([]);
        return applied.Except(context.Database.GetMigrations(), StringComparer.Ordinal).Any();
    }

    // A server killed while migrating leaves this row, and EF would wait for it for ever. Nobody else can be
    // migrating: the data folder's lock is ours.
    private static void ClearOrphanedLock(SqliteConnection connection)
    {
        if (!Exists(connection, MigrationLock)) return;
        using var command = connection.CreateCommand();
        command.CommandText = $"DELETE FROM {MigrationLock}";
        command.ExecuteNonQuery();
    }

    private static bool Exists(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $name";
        command.Parameters.AddWithValue("$name", table);
        return command.ExecuteScalar() is > 0L;
    }

    private static bool HasTables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name <> '{MigrationLock}'";
        return command.ExecuteScalar() is > 0L;
    }
}
