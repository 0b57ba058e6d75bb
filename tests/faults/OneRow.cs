using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace AvoidantGuide.Faults;

/// <summary>A row in a process of its own, so that it runs with the journal's library of the build that it is about.</summary>
internal static class OneRow
{
    public const string Verb = "row";

    private const string Answer = "outcome.json";

    /// <summary>No short row takes as long.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    /// <param name="harness">The folder of this program, with the library to be tested.</param>
    /// <returns>Null when the row itself broke, which says nothing about the promise. It has said why.</returns>
    public static async Task<Outcome?> StartAsync(Promise promise, string harness, Trial trial)
    {
        string[] arguments = [Verb, promise.Name, trial.Site, trial.Content, trial.Folder, Text(trial.Count), trial.Full ? "full" : "", Text(trial.Seed)];
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(harness, "AvoidantGuide.Faults"), arguments) { WorkingDirectory = trial.Folder })!;
        try
        {
            await process.WaitForExitAsync().WaitAsync(trial.Full ? Timeout.InfiniteTimeSpan : _longest);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
        }

        await Shell.RunAsync(Path.Combine(Path.GetDirectoryName(trial.Content)!, "tests", "faults", "clean.sh"), trial.Folder);
        var answer = Path.Combine(trial.Folder, Answer);
        return File.Exists(answer) ? JsonSerializer.Deserialize<Outcome>(await File.ReadAllTextAsync(answer)) : null;
    }

    public static async Task<int> RunAsync(Promise promise, string[] arguments)
    {
        var trial = new Trial(arguments[0], arguments[1], arguments[2], Number(arguments[3]), arguments[4] == "full", Number(arguments[5]));
        var outcome = await promise.KeepAsync(trial);
        await File.WriteAllTextAsync(Path.Combine(trial.Folder, Answer), JsonSerializer.Serialize(outcome));
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
