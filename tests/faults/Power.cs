using AvoidantGuide.Bench;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Faults;

/// <summary>
/// The power goes while people write: what a disk holds at that moment is all there is afterwards. The server is held still while the
/// disk is copied, so that the copy is of one moment; neither a freeze of the file system nor an unmount comes before, which would both
/// write out what a power cut loses.
/// </summary>
internal static class Power
{
    private const int Writers = 8;

    /// <summary>Cuts on one disk, so that looking at it does not take ever longer.</summary>
    private const int Together = 20;

    public static readonly Promise Promise = new(
        "power", "an acknowledged entry survives a power cut", 5, 200, KeepAsync,
        new Removal("synchronous=FULL (NORMAL)", "one", new Edit("AvoidantGuide.Journal/Storage/SqlitePragmas.cs", "PRAGMA synchronous=FULL;", "PRAGMA synchronous=NORMAL;")))
    {
        Mounts = true,
    };

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var (cuts, lost, all, sound) = (0, 0, 0, true);
        while (cuts < trial.Count && lost == 0 && sound)
        {
            await using var disk = await LoopDisk.MakeAsync(Path.Combine(trial.Folder, "disk"), Path.Combine(trial.Folder, "mounted"));
            var codes = await trial.NewJournalsAsync(disk.Folder, Writers);
            await using var server = await trial.StartAsync(disk.Folder);
            using var authors = await Authors.OpenAsync(server.Address, codes);
            authors.Begin();
            for (var turn = 0; turn < Together && cuts < trial.Count && lost == 0 && sound; turn++, cuts++)
            {
                await authors.MoreAsync(trial.Random.Next(20, 200));
                (lost, sound) = await CutAsync(trial, disk, server, authors);
            }

            await authors.EndedAsync();
            all += authors.Acknowledged.Count;
        }

        return new Outcome(
            Trial.Text($"{Writers} writers, the power cut {cuts:N0} times"),
            Trial.Text($"{lost:N0} of {all:N0} lost, integrity {(sound ? "ok" : "broken")}"),
            lost == 0 && sound);
    }

    private static async Task<(int Lost, bool Sound)> CutAsync(Trial trial, LoopDisk disk, Server server, Authors authors)
    {
        var copy = Path.Combine(trial.Folder, "cut");
        await server.SignalAsync("STOP");
        while (!IsStill(server.Id)) await Task.Delay(1);
        await disk.CopyAsync(copy);
        // Whatever has come by now was said before.
        var acknowledged = authors.Acknowledged;
        await server.SignalAsync("CONT");
        await using var after = await LoopDisk.MountAsync(copy, Path.Combine(trial.Folder, "after"));
        var store = Trial.Store(after.Folder);
        return (Kept.Lost(store, acknowledged), Backup.Verify(store).Sound);
    }

    /// <summary>Whether every thread is stopped: one that waits for the disk stops when the disk has answered.</summary>
    private static bool IsStill(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task").All(thread => File.ReadAllText(Path.Combine(thread, "stat")).Split(") ")[^1][0] == 'T');
        }
        // A thread that ended meanwhile.
        catch (IOException)
        {
            return false;
        }
    }
}
