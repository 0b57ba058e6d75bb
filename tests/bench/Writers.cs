using System.Diagnostics;

namespace AvoidantGuide.Bench;

/// <summary>People who save at the same time, each one entry after the other, and what was measured of them.</summary>
internal sealed record Writers(string Name, IReadOnlyList<Func<Task>> Saves)
{
    /// <summary>Saves a second, of each round.</summary>
    public List<double> Rates { get; } = [];

    /// <summary>Milliseconds of each save.</summary>
    public List<double> Times { get; } = [];

    /// <param name="count">All their saves together, more or less.</param>
    public async Task RunAsync(int count, bool counts)
    {
        var each = Math.Max(1, count / Saves.Count);
        var begun = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Saves.Select(save => Task.Run(async () =>
        {
            var own = new List<double>(each);
            for (var i = 0; i < each; i++)
            {
                var at = Stopwatch.GetTimestamp();
                await save();
                own.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }

            return own;
        })));
        if (!counts) return;
        Rates.Add(each * Saves.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds);
        foreach (var own in times) Times.AddRange(own);
    }
}
