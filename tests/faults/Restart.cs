using System.Diagnostics;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>The server is told to stop while people write, and started anew, again and again.</summary>
internal static class Restart
{
    private const int Writers = 64;

    /// <summary>Longer than the host waits for what is under way.</summary>
    private static readonly TimeSpan _longestStop = TimeSpan.FromSeconds(35);

    public static readonly Promise Promise = new(
        "restart", "a restart loses nothing", 5, 100, KeepAsync,
        new Removal("what is under way is answered before the end", "web", new Edit(
            "AvoidantGuide.Web/Program.cs",
            "    await using (app) await app.WaitForShutdownAsync();",
            """
                using var end = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, _ => System.Diagnostics.Process.GetCurrentProcess().Kill());
                await using (app) await app.WaitForShutdownAsync();
            """)));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var (place, port) = (trial.Place("store"), Server.FreePort());
        var codes = await trial.NewJournalsAsync(place, Writers);
        var server = await trial.StartAsync(place, new Launch(port));
        using var authors = await Authors.OpenAsync(server.Address, codes);
        var (stops, lost, cut, slowest, clean) = (0, 0, 0, TimeSpan.Zero, true);
        for (; stops < trial.Count && lost + cut == 0 && clean; stops++)
        {
            var before = authors.Acknowledged.Count;
            authors.Begin();
            await authors.MoreAsync(trial.Random.Next(Writers, 8 * Writers));
            var told = Stopwatch.GetTimestamp();
            await server.SignalAsync("TERM");
            clean = await EndedAsync(server);
            slowest = Stopwatch.GetElapsedTime(told) > slowest ? Stopwatch.GetElapsedTime(told) : slowest;
            await server.DisposeAsync();
            await authors.EndedAsync();
            cut += authors.CutAfter(told);
            server = await trial.StartAsync(place, new Launch(port));
            lost += Kept.Lost(Trial.Store(place), authors.Acknowledged.Skip(before), live: true);
        }

        await server.DisposeAsync();
        if (lost == 0) lost = Kept.Lost(Trial.Store(place), authors.Acknowledged);
        return new Outcome(
            Trial.Text($"{Writers} writers, stopped with SIGTERM {stops:N0} times"),
            Trial.Text($"{lost:N0} of {authors.Acknowledged.Count:N0} lost, {cut:N0} posts sent before the stop and not answered, {(clean ? "ended by itself" : "did not end by itself")}, slowest {slowest.TotalSeconds:0.0} s"),
            lost + cut + authors.Refused == 0 && clean);
    }

    private static async Task<bool> EndedAsync(Server server)
    {
        try
        {
            return await server.EndedAsync(_longestStop) == 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
