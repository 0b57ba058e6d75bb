using System.Diagnostics;
using System.Globalization;

namespace AvoidantGuide.Faults;

/// <summary>Runs rows against the program as it is, then against the program without each protection, and prints what came of it.</summary>
internal sealed class Harness(IReadOnlyList<Promise> promises, string repository, string site, string folder)
{
    private readonly List<string> _lines = [];
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();
    private bool _failed;
    private int _trials;

    /// <param name="wanted">Rows' names with commas between, or none for all; then `full` or a count, or neither.</param>
    /// <returns>1 when a row fails, or when it does not notice that its protection is gone.</returns>
    public async Task<int> RunAsync(string[] wanted)
    {
        var names = wanted.FirstOrDefault()?.Split(',') ?? [];
        var rows = promises.Where(promise => names.Contains(promise.Name)).ToList();
        var often = rows.Count > 0 ? wanted.Skip(1).ToArray() : wanted;
        var count = 0;
        if (often is not ([] or ["full"]) && (often is not [var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0))
        {
            await Console.Error.WriteLineAsync($"run.sh [{string.Join('|', promises.Select(promise => promise.Name))}] [full|COUNT]");
            return 2;
        }

        if (rows.Count == 0) rows = [.. promises];
        Console.WriteLine(Trial.Text($"What is left to chance follows SEED={_seed}.\n"));
        if (rows.FirstOrDefault(row => row.Removals.DistinctBy(removal => removal.Build).Count() < row.Removals.Count) is { } masking)
            throw new InvalidOperationException($"Two removals of {masking.Name} share a build, and would hide each other.");
        var without = new Unprotected(repository, site, folder);
        await without.BuildAsync([.. rows.SelectMany(row => row.Removals)]);
        foreach (var row in rows) await RowAsync(row, count, often is ["full"], without);
        Console.WriteLine($"\n| promise | what was done | figure reached | | with its protection taken away | |\n|---|---|---|---|---|---|\n{string.Join('\n', _lines)}");
        return _failed ? 1 : 0;
    }

    private async Task RowAsync(Promise row, int count, bool full, Unprotected without)
    {
        if (row.Mounts && !Environment.IsPrivilegedProcess)
        {
            _lines.Add($"| {row.Words} | not run: it mounts file systems, which only root may | | skipped | | |");
            _failed |= Environment.GetEnvironmentVariable("CI") == "true";
            return;
        }

        var outcome = await TryAsync(row, site, AppContext.BaseDirectory, count > 0 ? count : full ? row.Full : row.Small, full, row.Name);
        var holds = outcome is { Holds: true } && (!full || outcome.InTime);
        var (first, cells) = (true, $"{row.Words} | {outcome?.Done} | {outcome?.Figure ?? "the row broke"} | {Verdict(holds, "holds", "**fails**")}");
        foreach (var removal in row.Removals)
        {
            var (removed, harness) = without.Places(removal.Build);
            // Few are enough to notice, or it is not noticed.
            var noticing = await TryAsync(row, removed, harness, row.Small, full: false, $"{row.Name} without: {removal.What}");
            var noticed = noticing is not null && !(noticing.Holds && noticing.InTime);
            _lines.Add($"| {(first ? cells : " | | |")} | {removal.What}: {noticing?.Figure ?? "the row broke"} | {Verdict(noticed, "noticed", "**not noticed**")} |");
            first = false;
        }

        if (first) _lines.Add($"| {cells} | | |");
    }

    private async Task<Outcome?> TryAsync(Promise row, string program, string harness, int count, bool full, string said)
    {
        Console.Write($"{said} … ");
        var place = Directory.CreateDirectory(Path.Combine(folder, Trial.Text($"trial-{_trials++}"))).FullName;
        var begun = Stopwatch.GetTimestamp();
        var outcome = await OneRow.StartAsync(row, harness, new Trial(program, Path.Combine(repository, "content"), place, count, full, _seed));
        Console.WriteLine(Trial.Text($"{outcome?.Done ?? "the row broke"}: {outcome?.Figure} ({Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s)"));
        Directory.Delete(place, recursive: true);
        return outcome;
    }

    private string Verdict(bool good, string yes, string no)
    {
        _failed |= !good;
        return good ? yes : no;
    }
}
