using System.Diagnostics;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>A backup is made while people write, and restored somewhere else.</summary>
internal static class Backups
{
    private const int Writers = 8;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    public static readonly Promise Promise = new(
        "backup", "a backup restores", 2_000, 100_000, KeepAsync,
        new Removal("a backup holds what is in the write-ahead log", "five", new Edit(
            "AvoidantGuide.Journal/Backups/Backup.cs", """StoreFile.Run(live, "VACUUM INTO $file", file);""", "File.Copy(_folder.Database, file, overwrite: true);")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var (place, elsewhere, file) = (trial.Place("store"), trial.Place("elsewhere"), Path.Combine(trial.Folder, "backup.db"));
        var codes = await trial.JournalsAsync(place, [trial.Count, .. Enumerable.Repeat(1, Writers)]);
        await using var server = await trial.StartAsync(place);
        using var authors = await Authors.OpenAsync(server.Address, codes.Skip(1));
        authors.Begin();
        await authors.MoreAsync(trial.Random.Next(50, 150));
        var before = authors.Acknowledged;
        var backup = await trial.CommandAsync(place, "backup", file);
        await authors.EndedAsync();
        var verify = await trial.CommandAsync(place, "verify", file);
        var begun = Stopwatch.GetTimestamp();
        var restore = await trial.CommandAsync(elsewhere, "restore", file);
        var took = Stopwatch.GetElapsedTime(begun);
        var done = backup.Done && verify.Done && restore.Done;
        if (!done) return new Outcome("a backup under load", $"{backup.Said} {verify.Said} {restore.Said}", Holds: false);

        await using var restored = await trial.StartAsync(elsewhere);
        var lost = Kept.Lost(Trial.Store(elsewhere), before, live: true);
        using var large = Kept.Open(Trial.Store(elsewhere), codes[0], live: true);
        var unreadable = trial.Count - large.Texts().Count(text => text is not null);
        // A server runs on it, so whatever is there can be opened.
        await Poster.OpenAsync(restored.Address, codes[0]);
        return new Outcome(
            Trial.Text($"{trial.Count + before.Count:N0} entries backed up beside {Writers} writers, verified, restored elsewhere"),
            Trial.Text($"{lost + unreadable:N0} lost, restored in {took.TotalSeconds:0.0} s"),
            lost + unreadable == 0 && took < _longest);
    }
}
