using AvoidantGuide.Bench;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Faults;

/// <summary>The server is killed at any moment while people write, again and again on the same store.</summary>
internal static class Crash
{
    private const int Writers = 8;

    /// <summary>Kills among the same journals, so that looking at them does not take ever longer.</summary>
    private const int Together = 50;

    public static readonly Promise Promise = new(
        "crash", "an acknowledged entry survives a crash", 10, 1_000, KeepAsync,
        new Removal("an entry is answered for once it is durable", "four", new Edit(
            "AvoidantGuide.Journal/OpenJournal.cs",
            """
                    return _database.WriteAsync(
                        Id,
                        async (context, token) => await AndAsync(await EntryKeeping.AddAsync(context, Key, row, entry, form, _time.GetUtcNow(), token), context, change, token), cancel);
            """,
            """
                    _ = Task.Run(async () =>
                    {
                        await Task.Delay(20);
                        await _database.WriteAsync(Id, (context, token) => EntryKeeping.AddAsync(context, Key, row, entry, form, _time.GetUtcNow(), token), CancellationToken.None);
                    });
                    return Task.FromResult<SaveResult>(new SaveResult.Kept(1));
            """)));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var (place, port) = (trial.Place("store"), Server.FreePort());
        var (kills, lost, all, slowest, sound) = (0, 0, 0, TimeSpan.Zero, true);
        while (kills < trial.Count && lost == 0 && sound)
        {
            var codes = await trial.NewJournalsAsync(place, Writers);
            var server = await trial.StartAsync(place, new Launch(port));
            using var authors = await Authors.OpenAsync(server.Address, codes);
            for (var turn = 0; turn < Together && kills < trial.Count && lost == 0; turn++)
            {
                var before = authors.Acknowledged.Count;
                authors.Begin();
                await authors.MoreAsync(trial.Random.Next(1, 150));
                // Not only at the moment of an answer.
                await Task.Delay(trial.Random.Next(8));
                await server.DisposeAsync();
                await authors.EndedAsync();
                server = await trial.StartAsync(place, new Launch(port));
                (kills, slowest) = (kills + 1, server.Start > slowest ? server.Start : slowest);
                lost = Kept.Lost(Trial.Store(place), authors.Acknowledged.Skip(before), live: true);
            }

            await server.DisposeAsync();
            all += authors.Acknowledged.Count;
            if (lost == 0) lost = Kept.Lost(Trial.Store(place), authors.Acknowledged);
            sound = Backup.Verify(Trial.Store(place)).Sound;
        }

        return new Outcome(
            Trial.Text($"{Writers} writers, killed {kills:N0} times"),
            Trial.Text($"{lost:N0} of {all:N0} lost, integrity {(sound ? "ok" : "broken")}, slowest next start {slowest.TotalSeconds:0.0} s"),
            lost == 0 && sound)
        {
            InTime = slowest < Trial.Soon,
        };
    }
}
