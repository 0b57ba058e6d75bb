using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>Many people save at the same time, without a pause.</summary>
internal static class Busy
{
    private const int Writers = 64;
    private const double MostMilliseconds = 250;

    public static readonly Promise Promise = new(
        "busy", "no BUSY reaches a person", 5, 600, KeepAsync,
        // SQLite and its provider would wait for the lock, each in its way, and hide that there is no gate for as long as that goes well: so neither waits.
        new Removal("everything that writes goes through one gate, and waits there", "gate", new Edit(
            "AvoidantGuide.Journal/Storage/SqliteEngine.cs",
            "await _gate.WriteAsync(new Write(async context => result = await work(context, cancel), kind, cancel));",
            "await new SharedCommit(_contexts, new Checkpoint(TimeProvider.System)).RunAsync([new Write(async context => result = await work(context, cancel), kind, cancel)]);"), new Edit(
            "AvoidantGuide.Journal/Storage/SqlitePragmas.cs", "PRAGMA busy_timeout=5000;", "PRAGMA busy_timeout=0;"), new Edit(
            "AvoidantGuide.Journal/Storage/SharedCommit.cs",
            "        await using (var transaction",
            "        if (raw.sqlite3_exec(connection.Handle, \"BEGIN IMMEDIATE; ROLLBACK\") is not 0 and var error) throw new SqliteException(\"The store is busy.\", error);\n        await using (var transaction")))
    {
        Timed = true,
    };

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var place = trial.Place("store");
        var codes = await trial.NewJournalsAsync(place, Writers);
        await using var server = await trial.StartAsync(place);
        using var authors = await Authors.OpenAsync(server.Address, codes);
        authors.Begin();
        await Task.Delay(TimeSpan.FromSeconds(trial.Count));
        await authors.EndedAsync();
        var (saved, times) = (authors.Acknowledged.Count, authors.Times);
        var lost = Kept.Lost(Trial.Store(place), authors.Acknowledged, live: true);
        return new Outcome(
            Trial.Text($"{Writers} writers for {trial.Count:N0} s, {saved:N0} saves"),
            Trial.Text($"{authors.Refused + lost:N0} errors, half within {times.Median:0} ms, 99 of 100 within {times.Percentile(99):0} ms, slowest {times.Worst:0} ms"),
            authors.Refused + lost == 0)
        {
            InTime = times.Percentile(99) <= MostMilliseconds,
        };
    }
}
