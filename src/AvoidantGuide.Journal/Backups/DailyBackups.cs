using System.Globalization;

namespace AvoidantGuide.Journal;

/// <summary>
/// The backups that a server makes of its own store: one a day, each verified before it counts, and each gone after some days,
/// so that a deleted journal leaves them too. To be run once a day; messages are one line for the operator.
/// </summary>
public sealed class DailyBackups
{
    /// <summary>What people are promised: a deleted journal is in no backup after that many days.</summary>
    public const int MostDays = 30;

    private const string Prefix = "journal-";
    private const string Suffix = ".db";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>What a timer and a slow sweep may take from a day.</summary>
    private static readonly TimeSpan _early = TimeSpan.FromHours(1);

    private readonly DataFolder _store;
    private readonly string _folder;
    private readonly int _days;
    private readonly TimeProvider _time;

    /// <param name="folder">Where they lie; made, for this account's eyes only, where it is missing.</param>
    /// <param name="days">How long each is kept, 1 to <see cref="MostDays"/>; 0 makes none and leaves what is there.</param>
    /// <exception cref="JournalSetupException">The connection string names no file.</exception>
    public DailyBackups(string connectionString, string folder, int days, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        (_store, _folder, _days, _time) = (new DataFolder(connectionString), Path.GetFullPath(folder), days, time);
    }

    /// <summary>Makes today's, and then removes what is too old. A wrong clock costs old backups at most, never the last good one.</summary>
    /// <returns>Null where there is nothing to do: today's is there, or none are wanted.</returns>
    public BackupResult? Run(CancellationToken stop)
    {
        if (_days == 0 || stop.IsCancellationRequested) return null;
        var now = _time.GetUtcNow();
        try
        {
            DataFolder.Prepare(_folder);
            foreach (var left in Directory.EnumerateFiles(_folder, $"{Prefix}*{Suffix}.part*")) File.Delete(left);
            if (Made().Any(made => made.At <= now && now - made.At < TimeSpan.FromDays(1) - _early)) return null;
            if (Missing() is { } missing) return missing;
            var backup = Path.Combine(_folder, Prefix + now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Suffix);
            // Under its name only when it is whole: a backup that was cut off must not be taken for one.
            var result = new Backup(_store.Live, _time).Create(backup + ".part", stop);
            if (!result.Done) return result;
            File.Move(backup + ".part", backup, overwrite: true);
            // One from the future has no age. Nothing goes before a new one is there.
            foreach (var made in Made().Where(made => made.At > now || now - made.At >= TimeSpan.FromDays(_days) - _early)) File.Delete(made.File);
            return result with { Message = $"Backed up to {_folder}; {Made().Count()} are kept there." };
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            return new BackupResult(Done: false, $"Not backed up. {StoreFaults.Explain(error, _folder)}");
        }
    }

    private IEnumerable<(string File, DateTimeOffset At)> Made()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, $"{Prefix}*{Suffix}"))
            if (DateTimeOffset.TryParseExact(Path.GetFileName(file)[Prefix.Length..^Suffix.Length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                yield return (file, at);
    }

    /// <summary>A backup that fills the disk would keep people from writing.</summary>
    private BackupResult? Missing()
    {
        var (needed, free) = (2 * new FileInfo(_store.Database).Length, new DriveInfo(_folder).AvailableFreeSpace);
        return free >= needed ? null
            : new BackupResult(Done: false, string.Create(CultureInfo.InvariantCulture, $"Not backed up: {_folder} has {free / 1_000_000} MB free, and {needed / 1_000_000} MB should be. Free some, or name another folder with Journal:BackupFolder."));
    }
}
