using System.Diagnostics;

namespace AvoidantGuide.Bench;

/// <summary>Each page for each journal in turn, round after round: what disturbs the machine disturbs all of them.</summary>
internal static class Rounds
{
    /// <returns>Milliseconds, by page and size.</returns>
    public static async Task<Dictionary<(string Page, int Size), List<double>>> RunAsync(IReadOnlyList<Keeper> keepers, IReadOnlyList<string> pages, int rounds)
    {
        var times = keepers.SelectMany(keeper => pages.Select(page => (page, keeper.Size))).ToDictionary(key => key, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var keeper in keepers)
            {
                foreach (var page in pages)
                {
                    var watch = Stopwatch.StartNew();
                    await keeper.ReadAsync(page);
                    times[(page, keeper.Size)].Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }

        return times;
    }
}
