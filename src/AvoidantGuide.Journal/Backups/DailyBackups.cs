using System.Globalization;

namespace AvoidantGuide.Journal;

/// <summary>
/// The backups that a server makes of its own store: one a day, each verified before it counts, and each gone after some days,
/// so that a deleted journal leaves them too. Messages are one line for the operator.
/// </summary>
public sealed class DailyBackups
{
    /// <summary>People are promised that a deleted journal is in no backup after 30 days; once a day it is looked after that.</summary>
    public const int MostDays = 29;

    private const string Prefix = "journal-";
    private const string Suffix = ".db";

    /// <summary>How a file's name says when it was made, in UTC.</summary>
    public const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>What a timer of an hour may take from a day.</summary>
    private static readonly TimeSpan _early = TimeSpan.FromMinutes(30);

    private readonly DataFolder _store;
    private readonly string _folder;
    private readonly int _days;
    private readonly TimeProvider _time;

    /// <param name="folder">Where they lie; made, for this account's eyes only, where it is missing.</param>
    /// <param name="days">How long each is kept, 1 to <see cref="MostDays"/>; 0 makes none.</param>
    /// <exception cref="JournalSetupException">The connection string names no file.</exception>
    public DailyBackups(string connectionString, string folder, int days, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        (_store, _folder, _days, _time) = (new DataFolder(connectionString), Path.GetFullPath(folder), days, time);
    }

    /// <summary>
    /// Makes today's, and then removes what is too old. To be run every hour: what failed is tried again. A wrong clock costs old backups
    /// at most, never the last good one; a store that is new, because the disk of the one before is gone, costs none before its promised end.
    /// </summary>
    /// <returns>Null where there is nothing to make: today's is there, or none are wanted.</returns>
    public BackupResult? Run(CancellationToken stop)
    {
        if (stop.IsCancellationRequested) return null;
        var now = _time.GetUtcNow();
        try
        {
            ClearCutOff();
            if (_days == 0) return null;
            DataFolder.Prepare(_folder);
            var made = Made().Any(made => made.At <= now && now - made.At < TimeSpan.FromDays(1) - _early) ? null : Make(now, stop);
            if (made is { Done: false }) return made;
            // One from the future has no age. Nothing goes before a new one is there.
            var old = Made().Where(old => old.At > now || now - old.At >= TimeSpan.FromDays(_days) - _early).Select(old => old.File).ToList();
            var newest = Made().Where(made => made.At <= now).Select(made => made.File).Max(StringComparer.Ordinal);
            var others = old.Where(file => newest is null || !StoreFile.Continues(newest, file)).ToList();
            var left = old.Except(others).Count(file => !Removed(file));
            return made is null ? null : made with { Message = $"Backed up to {_folder}; {Made().Count()} are kept there.{(left > 0 ? $" {left} that are too old could not be removed." : "")}{(others.Count > 0 ? $" {others.Count} hold other journals, and stay until they are {MostDays} days old: if the store should not be a new one, restore one of them." : "")}" };
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            return new BackupResult(Done: false, $"Not backed up. {StoreFaults.Explain(error, _folder)}");
        }
    }

    /// <summary>
    /// Removes what would be older than people were promised before this is run again: backups, though no newer one could be made, and
    /// what <see cref="Backup.Restore"/> has kept of earlier stores. To be run once a day.
    /// </summary>
    /// <param name="doubt">
    /// Why the clock cannot be believed; null where it can. Then, and where the store is not sound and one of these may be the last good one, they are left, and the operator is asked.
    /// </param>
    /// <returns>Null where nothing is that old.</returns>
    public BackupResult? KeepPromise(string? doubt)
    {
        try
        {
            var last = _time.GetUtcNow() - TimeSpan.FromDays(MostDays) + _early;
            var old = Made().Concat(Restoring.Asides(_store.Database)).Where(made => made.At <= last).Select(made => made.File).ToList();
            if (old.Count == 0) return null;
            if (doubt is null && Backup.Verify(_store.Database) is { Sound: false } unsound) doubt = unsound.Message;
            var left = doubt is null ? old.Count(file => !Removed(file)) : old.Count;
            return left == 0
                ? new BackupResult(Done: true, $"Removed {old.Count} files that were {MostDays} days old, as people were promised.")
                : new BackupResult(Done: false, $"Not removed: {left} files in {_folder} or {_store.Folder} are {MostDays} days old. {doubt ?? "This account cannot remove them."} People were promised that backups are gone after 30 days: remove what you do not need.");
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            return new BackupResult(Done: false, $"Not removed: nothing that is {MostDays} days old could be looked for. {StoreFaults.Explain(error, _folder)}");
        }
    }

    private static bool Removed(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            return false;
        }
    }

    private BackupResult Make(DateTimeOffset now, CancellationToken stop)
    {
        if (Missing() is { } missing) return missing;
        var backup = Path.Combine(_folder, Prefix + now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Suffix);
        // Under its name only when it is whole: a backup that was cut off must not be taken for one.
        var result = new Backup(_store.Live, _time).Create(backup + ".part", stop);
        if (result.Done) File.Move(backup + ".part", backup, overwrite: true);
        return result;
    }

    private void ClearCutOff()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var left in Directory.GetFiles(_folder, $"{Prefix}*{Suffix}.part*")) Removed(left);
    }

    private IEnumerable<(string File, DateTimeOffset At)> Made() => !Directory.Exists(_folder) ? [] :
        from file in Directory.GetFiles(_folder, $"{Prefix}*{Suffix}")
        let at = Time(Path.GetFileName(file)[Prefix.Length..^Suffix.Length])
        where at is not null
        select (file, at.Value);

    /// <summary>When a file was made, from its stamp; null where it is none.</summary>
    public static DateTimeOffset? Time(string stamp) =>
        DateTimeOffset.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>A backup that fills the disk would keep people from writing.</summary>
    private BackupResult? Missing()
    {
        var (needed, free) = (2 * new FileInfo(_store.Database).Length, new DriveInfo(_folder).AvailableFreeSpace);
        return free >= needed ? null
            : new BackupResult(Done: false, string.Create(CultureInfo.InvariantCulture, $"Not backed up: {_folder} has {free / 1_000_000} MB free, and {needed / 1_000_000} MB should be. Free some, or name another folder with Journal:BackupFolder."));
    }
}
