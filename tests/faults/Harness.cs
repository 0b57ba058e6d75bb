using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace AvoidantGuide.Faults;

/// <summary>Runs rows against the program as it is, then against the program without each protection, and prints what came of it.</summary>
internal sealed class Harness(IReadOnlyList<Promise> promises, string repository, string site, string folder)
{
    /// <summary>Trials at the same time in a short run: much of each is waiting, for a disk or a start.</summary>
    private const int Lanes = 2;

    private readonly ConcurrentDictionary<(Promise, Removal?), Outcome?> _outcomes = [];
    private readonly Unprotected _without = new(repository, site, folder);
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();
    private IReadOnlyDictionary<string, Task> _built = new Dictionary<string, Task>();
    private bool _mounts;
    private bool _failed;
    private int _trials;

    /// <param name="wanted">
    /// Rows' names with commas between, or none for all; then a count, `full`, or nothing. With `brief` nothing is taken away, and it is done so
    /// seldom that there is time for it in each run of the tests.
    /// </param>
    /// <returns>1 when a row fails, or when it does not notice that its protection is gone.</returns>
    public async Task<int> RunAsync(string[] wanted)
    {
        var names = wanted.FirstOrDefault()?.Split(',') ?? [];
        var rows = promises.Where(promise => names.Contains(promise.Name)).ToList();
        var often = rows.Count > 0 ? wanted.Skip(1).ToArray() : wanted;
        var count = 0;
        // One that is misspelt must not be passed over.
        var unknown = rows.Count > 0 && rows.Count < names.Distinct(StringComparer.Ordinal).Count();
        if (unknown || (often is not ([] or ["full"] or ["brief"]) && (often is not [var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0)))
        {
            await Console.Error.WriteLineAsync($"run.sh [{string.Join('|', promises.Select(promise => promise.Name))}] [full|brief|COUNT]");
            return 2;
        }

        if (rows.Count == 0) rows = [.. promises];
        Console.WriteLine(Trial.Text($"What is left to chance follows SEED={_seed}.\n"));
        if (rows.FirstOrDefault(row => row.Removals.DistinctBy(removal => removal.Build).Count() < row.Removals.Count) is { } masking)
            throw new InvalidOperationException($"Two removals of {masking.Name} share a build, and would hide each other.");
        if (often is ["brief"]) rows = [.. rows.Select(row => row with { Small = Math.Max(row.Small / 5, 1), Removals = [] })];
        else _built = _without.Build([.. rows.SelectMany(row => row.Removals)]);
        _mounts = rows.Any(row => row.Mounts) && await MayMountAsync();
        var attempts = rows.Where(CanRun).SelectMany(row => row.Removals.Select(removal => (Row: row, Without: (Removal?)removal)).Prepend((row, null))).ToList();
        foreach (var timed in (bool[])[false, true])
        {
            // Each has a port and a folder of its own. What waits for a build comes last.
            var side = new ParallelOptions { MaxDegreeOfParallelism = timed || often is ["full"] ? 1 : Lanes };
            await Parallel.ForEachAsync(
                attempts.Where(one => one.Row.Timed == timed).OrderBy(one => one.Without is not null), side, async (one, _) => _outcomes[one] = await TryAsync(one.Row, one.Without, count, often is ["full"]));
        }

        Console.WriteLine($"\n| promise | what was done | figure reached | | with its protection taken away | |\n|---|---|---|---|---|---|\n{string.Join('\n', rows.SelectMany(row => Lines(row, often is ["full"], often is ["brief"])))}");
        return _failed ? 1 : 0;
    }

    private bool CanRun(Promise row) => !row.Mounts || _mounts;

    /// <summary>Being root is not enough in a container.</summary>
    private async Task<bool> MayMountAsync()
    {
        try
        {
            await using var disk = await LoopDisk.MakeAsync(Path.Combine(folder, "disk"), Path.Combine(folder, "mounted"));
            return true;
        }
        catch (Exception refused) when (refused is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private IEnumerable<string> Lines(Promise row, bool full, bool brief)
    {
        if (!CanRun(row))
        {
            // The tests are also for those who may not mount anything.
            _failed |= !brief;
            yield return $"| {row.Words} | not run: it mounts file systems, which is not allowed here | | skipped | | |";
            yield break;
        }

        var outcome = _outcomes[(row, null)];
        var holds = outcome is { Holds: true } && (!full || outcome.InTime);
        var cells = $"{row.Words} | {outcome?.Done} | {outcome?.Figure ?? "the row broke"} | {Verdict(holds, "holds", "**fails**")}";
        if (row.Removals.Count == 0) yield return $"| {cells} | | |";
        foreach (var removal in row.Removals)
        {
            var noticing = _outcomes[(row, removal)];
            // By its time only where the program as it is was in time.
            var noticed = noticing is not null && (!noticing.Holds || (!noticing.InTime && outcome is { InTime: true }));
            yield return $"| {cells} | {removal.What}: {noticing?.Figure ?? "the row broke"} | {Verdict(noticed, "noticed", "**not noticed**")} |";
            cells = " | | |";
        }
    }

    private async Task<Outcome?> TryAsync(Promise row, Removal? removal, int count, bool full)
    {
        var (program, harness) = (site, AppContext.BaseDirectory);
        // With a protection gone few are enough to notice, or it is not noticed.
        if (removal is null) count = count > 0 ? count : full ? row.Full : row.Small;
        else
        {
            await _built[removal.Build];
            ((program, harness), count, full) = (_without.Places(removal.Build), row.Small, false);
        }

        var place = Directory.CreateDirectory(Path.Combine(folder, Trial.Text($"trial-{Interlocked.Increment(ref _trials)}"))).FullName;
        var begun = Stopwatch.GetTimestamp();
        var outcome = await OneRow.StartAsync(row, harness, new Trial(program, Path.Combine(repository, "content"), place, count, full, _seed));
        Console.WriteLine(Trial.Text($"{Stopwatch.GetElapsedTime(begun).TotalSeconds,4:0} s  {row.Name}{(removal is null ? "" : $" without: {removal.What}")} … {outcome?.Done ?? "the row broke"}: {outcome?.Figure}"));
        Directory.Delete(place, recursive: true);
        return outcome;
    }

    private string Verdict(bool good, string yes, string no)
    {
        _failed |= !good;
        return good ? yes : no;
    }
}
