using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Journal;

/// <summary>Looks at a store's file without any code: what can be said of it from outside.</summary>
internal static class StoreFile
{
    private sealed record BlobColumn(string Table, string Column, int Step, int? Exactly = null);

    private static readonly BlobColumn[] _blobs =
    [
        new("Journals", "WrappedKey", Step: 1, Exactly: KeyDerivation.KeySize),
        new("Journals", "Preferences", PreferencesSeal.Step),
        new("Sessions", "WrappedKey", Step: 1, Exactly: KeyDerivation.KeySize),
        new("Entries", "Head", EntrySeal.HeadStep),
        new("Entries", "Body", EntrySeal.BodyStep),
    ];

    /// <exception cref="SqliteException">The file cannot be read as a database.</exception>
    public static VerifyResult Verify(string file)
    {
        using var connection = new SqliteConnection(DataFolder.ReadOnly(file));
        connection.Open();
        Run(connection, "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA busy_timeout=5000");
        if (Text(connection, "PRAGMA integrity_check(1)") is not "ok")
        {
            return VerifyResult.Unsound($"{file} is damaged: SQLite's integrity check fails. Use another backup.");
        }

        if (Schema.Applied(connection) is not { Count: > 0 } applied) return VerifyResult.Unsound($"{file} is not a store of this program.");
        if (Schema.Newer(applied))
        {
            return VerifyResult.Unsound($"{file} was made by a newer version of this program: use that version to restore it.");
        }

        var misshapen = _blobs.Sum(blob => Misshapen(connection, blob));
        var orphans = Count(connection, "pragma_foreign_key_check");
        var (journals, entries) = (Count(connection, "Journals"), Count(connection, "Entries"));
        return misshapen + orphans > 0
            ? VerifyResult.Unsound($"{file} holds {misshapen} damaged and {orphans} lost pieces among {entries} entries. Use another backup if there is one.")
            : new VerifyResult(Sound: true, $"{file} is sound as far as can be seen without any code: {journals} journals, {entries} entries, schema {applied[^1]}. Whether each decrypts only its owner can tell.", journals, entries);
    }

    /// <summary>Whether one store is what became of another: some journal of the earlier one is still there, or it had none, or nobody can tell.</summary>
    public static bool Continues(string later, string earlier)
    {
        try
        {
            using var connection = new SqliteConnection(DataFolder.ReadOnly(later));
            connection.Open();
            Run(connection, "ATTACH $file AS Earlier", earlier);
            return Count(connection, "Earlier.Journals") == 0 || Count(connection, "Journals JOIN Earlier.Journals USING (Id)") > 0;
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    public static void Run(SqliteConnection connection, string sql, string? file = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        // Copying a large store takes as long as it takes.
        command.CommandTimeout = 0;
        if (file is not null) command.Parameters.AddWithValue("$file", file);
        command.ExecuteNonQuery();
    }

    // Version byte, nonce, whole steps of ciphertext, tag. Whether they decrypt only their owner can tell.
    private static long Misshapen(SqliteConnection connection, BlobColumn blob)
    {
        var length = $"(length({blob.Column}) - {Blob.Overhead})";
        var shape = blob.Exactly is { } exactly ? $"{length} = {exactly}" : $"{length} > 0 AND {length} % {blob.Step} = 0";
        return Count(
            connection,
            $"{blob.Table} WHERE {blob.Column} IS NOT NULL AND NOT "
            + $"(typeof({blob.Column}) = 'blob' AND {shape} AND substr({blob.Column}, 1, 1) = x'{Blob.Version:X2}')");
    }

    private static long Count(SqliteConnection connection, string from)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {from}";
        return (long)command.ExecuteScalar()!;
    }

    private static string? Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command.ExecuteScalar() as string;
    }
}
