using System.Diagnostics;
using System.Globalization;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>One run of one row against one build of the program.</summary>
/// <param name="Site">The published program.</param>
/// <param name="Folder">For whatever it makes.</param>
/// <param name="Count">How often.</param>
/// <param name="Seed">Of everything that is left to chance.</param>
internal sealed record Trial(string Site, string Content, string Folder, int Count, bool Full, int Seed)
{
    private static readonly TimeSpan _longestStart = TimeSpan.FromSeconds(60);

    /// <summary>The next start is promised within this, whatever happened before it.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public Random Random { get; } = new(Seed);

    /// <summary>Where the servers would put what they cannot hold in memory.</summary>
    public string Temporary => Place("temporary");

    public string Place(string name) => Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;

    public static string Store(string place) => Path.Combine(place, "journal.db");

    /// <summary>Journals with so many entries each.</summary>
    /// <returns>Their ten words.</returns>
    public Task<IReadOnlyList<string>> JournalsAsync(string place, params IReadOnlyList<int> entries) => SampleJournal.MakeAsync(Store(place), Content, entries);

    public Task<IReadOnlyList<string>> NewJournalsAsync(string place, int count) => JournalsAsync(place, [.. Enumerable.Repeat(1, count)]);

    public Task<Server> StartAsync(string place, Launch? how = null)
    {
        how ??= new Launch();
        var environment = new Dictionary<string, string>(how.Environment ?? new Dictionary<string, string>());
        foreach (var (name, value) in Apart()) environment[name] = value;
        return Server.StartAsync(Site, Content, place, how: how with { Environment = environment, Longest = _longestStart });
    }

    /// <summary>`backup`, `restore` and `verify` of the published program, for the store of a place.</summary>
    public async Task<(bool Done, string Said)> CommandAsync(string place, string command, string file)
    {
        var start = new ProcessStartInfo(Path.Combine(Site, "AvoidantGuide.Web"), [command, file]) { WorkingDirectory = place, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Journal"] = $"Data Source={Store(place)}";
        foreach (var (name, value) in Apart()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, (await output + await error).Trim());
    }

    // Whoever is killed leaves behind what it has there; the runtime's own door for debuggers would be among it.
    private (string Name, string Value)[] Apart() => [("TMPDIR", Temporary), ("DOTNET_EnableDiagnostics", "0")];

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
