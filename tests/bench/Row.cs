namespace AvoidantGuide.Bench;

/// <summary>One line of the table of all parts.</summary>
/// <param name="Target">What it is to reach; empty where there is none.</param>
internal sealed record Row(string What, string Figure, string Target)
{
    public static void Print(IEnumerable<Row> rows)
    {
        Console.WriteLine("\n| measured | figure: median (lowest to highest) | target |\n|---|---|---|");
        foreach (var row in rows) Console.WriteLine($"| {row.What} | {row.Figure} | {row.Target} |");
    }
}
