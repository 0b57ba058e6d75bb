using System.Globalization;

namespace AvoidantGuide.Bench;

internal static class Table
{
    public static void Print(Dictionary<(string Page, int Size), List<double>> times, IReadOnlyList<string> pages, IReadOnlyList<int> sizes, int rounds, long before, long after)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Milliseconds from request to the last byte, median of {rounds} rounds (lowest to highest), after as many that do not count. The server held {before / 1024 / 1024} MB before them and {after / 1024 / 1024} MB after."));
        Console.WriteLine($"| page | {string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture) + " entries"))} |");
        Console.WriteLine($"|---|{string.Concat(sizes.Select(_ => "---|"))}");
        foreach (var page in pages) Console.WriteLine($"| `{page}` | {string.Join(" | ", sizes.Select(size => new Spread(times[(page, size)]).ToText()))} |");
    }
}
