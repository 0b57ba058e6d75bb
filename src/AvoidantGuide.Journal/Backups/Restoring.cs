using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Journal;

/// <summary>
/// Puts a file in the store's place. At every moment there is a whole store under its name, and the old one is whole
/// beside it before the new one comes: a power cut in between costs nothing.
/// </summary>
internal sealed class Restoring(string database, DateTimeOffset now)
{
    private const string Aside = ".before-restore-";

    private static readonly string[] _suffixes = ["", "-wal", "-shm"];

    /// <summary>What earlier restores have kept of the stores that were there.</summary>
    public static IEnumerable<(string File, DateTimeOffset At)> Asides(string database)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + Aside + "*"))
        {
            var stamp = file[(database.Length + Aside.Length)..];
            foreach (var suffix in _suffixes.Where(suffix => suffix != "" && stamp.EndsWith(suffix, StringComparison.Ordinal))) stamp = stamp[..^suffix.Length];
            if (DailyBackups.Time(stamp) is { } at) yield return (file, at);
        }
    }

    /// <returns>Where the old store is now; null when there was none.</returns>
    public string? PutInPlace(string file, Action<string> finish)
    {
        var coming = database + ".restoring";
        Take(file, coming);
        finish(coming);
        var aside = File.Exists(database) ? KeepAside() : null;
        // The old log must not meet the new database.
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        File.Move(coming, database, overwrite: true);
        return aside;
    }

    private string KeepAside()
    {
        try
        {
            // Empties the old log into the old database, so that one file is all there is.
            using var old = new SqliteConnection(DataFolder.Plain(database));
            old.Open();
            StoreFile.Run(old, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // A damaged store is why some restore: its files are kept as they are.
        }

        var aside = database + Aside + now.UtcDateTime.ToString(DailyBackups.Stamp, CultureInfo.InvariantCulture);
        foreach (var suffix in _suffixes.Where(suffix => File.Exists(database + suffix))) Copy(database + suffix, aside + suffix);
        return aside;
    }

    // Not a copy of the file: what a log beside it holds comes along.
    private static void Take(string file, string coming)
    {
        using (DataFolder.Open(coming, FileMode.Create, FileShare.None))
        {
        }

        using var source = new SqliteConnection(DataFolder.ReadOnly(file));
        source.Open();
        StoreFile.Run(source, "PRAGMA busy_timeout=5000; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY");
        StoreFile.Run(source, "VACUUM INTO $file", coming);
    }

    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = DataFolder.Open(to, FileMode.Create, FileShare.None);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }
}
