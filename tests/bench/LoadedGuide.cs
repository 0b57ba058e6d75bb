using System.Diagnostics;
using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Bench;

/// <summary>The guide and its search, loaded in a process of their own. Answers questions line by line, and ends when there are no more.</summary>
internal sealed class LoadedGuide : IDisposable
{
    public const string Verb = "load";
    private const string AskMemory = "memory";
    private const string AskSearch = "search";
    private readonly Process _process;

    private LoadedGuide(Process process) => _process = process;

    /// <summary>What the other process does. A sample that has problems would measure something else.</summary>
    public static void Serve(string folder, TextReader questions, TextWriter answers)
    {
        var library = GuideLibrary.Open(folder, TimeProvider.System, problems => throw new InvalidOperationException($"{problems.Count} problems, the first: {problems[0]}"));
        using var index = new SearchIndex();
        index.Update(library.Current);
        while (questions.ReadLine() is { } question) answers.WriteLine(question == AskMemory ? Memory() : Search(index));
        GC.KeepAlive(library);
    }

    /// <returns>Seconds from the start of a process that loads the folder to its end.</returns>
    public static async Task<double> LoadAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        using var loaded = Start(folder);
        loaded._process.StandardInput.Close();
        await loaded._process.WaitForExitAsync();
        return loaded._process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException("The guide was not loaded.");
    }

    public static LoadedGuide Start(string folder) =>
        new(Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Verb, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!);

    /// <summary>Bytes after a full collection that gives back what is free.</summary>
    public async Task<GuideMemory> MemoryAsync() => await AskAsync(AskMemory) is [var managed, var sqlite, var process] ? new(managed, sqlite, process) : throw new InvalidOperationException("The guide was not loaded.");

    /// <returns>Milliseconds of each query, asked once.</returns>
    public Task<double[]> SearchAsync() => AskAsync(AskSearch);

    public void Dispose()
    {
        if (!_process.HasExited) _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<double[]> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        var answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The guide was not loaded.");
        return [.. answer.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    private static string Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Line([GC.GetTotalMemory(forceFullCollection: false), SQLitePCL.raw.sqlite3_memory_used(), Environment.WorkingSet]);
    }

    private static string Search(SearchIndex index) => Line(Queries.All.Select(query =>
    {
        var begun = Stopwatch.GetTimestamp();
        index.Find(query);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }));

    private static string Line(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}

/// <param name="Managed">Of live objects.</param>
/// <param name="Sqlite">What SQLite holds: the search's index, which is in memory.</param>
/// <param name="Process">All that the process has in memory, the program and the runtime themselves too.</param>
internal sealed record GuideMemory(double Managed, double Sqlite, double Process);
