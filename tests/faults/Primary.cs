using System.Diagnostics;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>The database server that takes the writes dies while people write, and the other takes over; then the first comes back behind it, and so on.</summary>
internal static class Primary
{
    private const int Writers = 8;
    private const int Comers = 4;

    private static readonly TimeSpan _promised = TimeSpan.FromSeconds(30);

    /// <summary>For as long the standby hears nothing any more before every second death; a commit is waited for only half as long.</summary>
    private static readonly TimeSpan _held = TimeSpan.FromSeconds(6);

    public static readonly Promise Promise = new(
        "primary", "a dead primary loses nothing", 2, 50, KeepAsync,
        new Removal("replication is synchronous", "bed", new Edit("../tests/faults/bed.sh", "ALTER SYSTEM SET synchronous_standby_names = 'standby'", "SELECT 1"), new Edit("../tests/faults/bed.sh", "WHERE sync_state = 'sync'", "")),
        new Removal("a commit that the standby was not waited for has failed", "two", new Edit("AvoidantGuide.Journal/Storage/Postgres/PostgresEngine.cs", "if (warned)", "if (warned && transaction is null)")),
        new Removal("what a try before has done is answered for once it is at the standby", "four", new Edit("AvoidantGuide.Journal/Storage/Postgres/PostgresContext.cs", "pg_logical_emit_message(true, 'AvoidantGuide', '')", "1")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        await using var bed = await Bed.UpAsync(trial, "Command Timeout=3");
        var codes = await bed.JournalsAsync(Writers);
        using var authors = await Authors.OpenAsync(bed.Address, codes, patient: true);
        Comer[] comers = [.. Enumerable.Range(0, Comers).Select(_ => new Comer(bed.Address))];
        var (deaths, lost, doubled, untrue, slowest) = (0, 0, 0, 0, TimeSpan.Zero);
        while (deaths < trial.Count && lost + doubled + untrue == 0)
        {
            if (deaths > 0) await bed.DoAsync("rejoin");
            authors.Begin();
            using var stop = new CancellationTokenSource();
            var coming = Task.WhenAll(comers.Select(comer => Task.Run(() => comer.ComeAsync(stop.Token))));
            await authors.MoreAsync(trial.Random.Next(50, 200));
            if (deaths % 2 == 1)
            {
                await bed.DoAsync("hold");
                await Task.Delay(_held);
            }

            var died = Stopwatch.GetTimestamp();
            await bed.DoAsync("kill");
            // What was begun before may still have been answered by the one that died.
            var dead = Stopwatch.GetTimestamp();
            // Until somebody, or something, has noticed.
            await Task.Delay(trial.Random.Next(3_000));
            await bed.DoAsync("promote");
            var back = await BackAsync(authors, died, dead);
            await stop.CancelAsync();
            await Task.WhenAll(coming, authors.EndedAsync());
            (deaths, slowest) = (deaths + 1, back > slowest ? back : slowest);
            (lost, doubled) = await bed.WrongAsync(authors.Acknowledged);
            untrue = 0;
            foreach (var comer in comers) untrue += await comer.WrongAsync(bed);
        }

        return new Outcome(
            Trial.Text($"{Writers} writers and {Comers} who begin, lock and delete journals, through nginx, the primary killed and the standby promoted {deaths:N0} times"),
            Trial.Text($"{lost:N0} of {authors.Acknowledged.Count:N0} lost, {doubled:N0} doubled, {untrue:N0} of {comers.Sum(comer => comer.Told):N0} beginnings, locks and deletions undone, all of them save again after {slowest.TotalSeconds:0.0} s at most; answers meanwhile that were not \"kept\": {authors.Otherwise}"),
            lost + doubled + untrue == 0 && slowest < _promised);
    }

    private static async Task<TimeSpan> BackAsync(Authors authors, long died, long dead)
    {
        try
        {
            await authors.EveryoneAsync(dead);
        }
        catch (TimeoutException)
        {
            // As the figure says.
        }

        return Stopwatch.GetElapsedTime(died);
    }
}
