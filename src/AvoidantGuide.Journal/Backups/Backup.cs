using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Journal;

/// <summary>
/// Backups of the store, made beside a running server, restored while none runs. What is encrypted stays so; no code
/// is needed. Messages are one line for the operator.
/// </summary>
public sealed class Backup
{
    private readonly DataFolder _folder;
    private readonly TimeProvider _time;

    /// <exception cref="JournalSetupException">The connection string names no file.</exception>
    public Backup(string connectionString, TimeProvider time)
    {
        _folder = new DataFolder(connectionString);
        _time = time;
    }

    /// <summary>Copies the live store to a new file, without its sessions. Stopped half-way it leaves no file.</summary>
    public BackupResult Create(string file, CancellationToken stop)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(_folder.Database)) return new BackupResult(Done: false, $"Not backed up: there is no store at {_folder.Database}.");
        if (Path.Exists(file)) return Exists(file);
        if (stop.IsCancellationRequested) return new BackupResult(Done: false, "Not backed up: stopped before it began.");
        try
        {
            using (DataFolder.Open(file, FileMode.CreateNew, FileShare.None))
            {
            }
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            return Path.Exists(file) ? Exists(file) : new BackupResult(Done: false, $"Not backed up: {file} cannot be made. Check that its folder exists and can be written to.");
        }

        try
        {
            // Read-only: it can neither write nor checkpoint beside the server.
            using (var live = new SqliteConnection(DataFolder.ReadOnly(_folder.Database)))
            {
                live.Open();
                StoreFile.Run(live, "PRAGMA busy_timeout=5000; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY");
                using var interrupting = stop.Register(() => SQLitePCL.raw.sqlite3_interrupt(live.Handle));
                StoreFile.Run(live, "VACUUM INTO $file", file);
            }

            Finish(file);
            var verified = StoreFile.Verify(file);
            return new BackupResult(verified.Sound, $"{(verified.Sound ? "Backed up." : "Not backed up.")} {verified.Message}");
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            File.Delete(file);
            return new BackupResult(Done: false, $"Not backed up. {StoreFaults.Explain(error, StoreFaults.Of(error) == StoreFault.Full ? file : _folder.Database)}");
        }
    }

    /// <summary>Says whether a file is a sound store of this program.</summary>
    public static VerifyResult Verify(string file)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(file)) return VerifyResult.Unsound($"There is no file {file}.");
        try
        {
            return StoreFile.Verify(file);
        }
        catch (SqliteException error)
        {
            return VerifyResult.Unsound(StoreFaults.Of(error) == StoreFault.Damaged
                ? $"{file} is damaged, or not a database."
                : $"{file} cannot be read: check that this account may read it.");
        }
    }

    /// <summary>Puts a verified backup in the place of the store, which is kept beside it as <c>*.before-restore-TIME</c>.</summary>
    public BackupResult Restore(string file)
    {
        file = Path.GetFullPath(file);
        if (string.Equals(file, _folder.Database, StringComparison.Ordinal)) return new BackupResult(Done: false, $"{file} is the store itself.");
        var verified = Verify(file);
        if (!verified.Sound) return new BackupResult(Done: false, $"Not restored. {verified.Message}");
        try
        {
            DataFolder.Prepare(_folder.Folder);
            using var held = _folder.TryLock();
            if (held is null) return new BackupResult(Done: false, $"Not restored: a server is running (it holds {_folder.LockFile}). Stop it first.");
            var aside = new Restoring(_folder.Database, _time.GetUtcNow()).PutInPlace(file, Finish);
            return new BackupResult(Done: true, $"Restored to {_folder.Database}. {verified.Message}{(aside is null ? "" : $" What was there before is kept as {aside} until it is {DailyBackups.MostDays} days old.")}");
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            return new BackupResult(Done: false, $"Not restored. {StoreFaults.Explain(error, _folder.Database)}");
        }
    }

    private static BackupResult Exists(string file) => new(Done: false, $"Not backed up: {file} exists already. Name another file, or move it away.");

    // A session in a backup would let a stolen cookie open the journal long after the session has ended.
    private static void Finish(string file)
    {
        using (var copy = new SqliteConnection(DataFolder.Plain(file)))
        {
            copy.Open();
            StoreFile.Run(copy, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF");
            StoreFile.Run(copy, "DELETE FROM Sessions");
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}

public sealed record BackupResult(bool Done, string Message);

/// <param name="Sound">The file is whole, of a version this program knows, and every blob has the shape of one.</param>
public sealed record VerifyResult(bool Sound, string Message, long Journals, long Entries)
{
    internal static VerifyResult Unsound(string message) => new(Sound: false, message, 0, 0);
}
