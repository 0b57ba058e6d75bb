using System.Text;

namespace AvoidantGuide.Web.Components.Guide;

/// <summary>Two lines that travel together and never cross, drawn from a page's id, as SVG path data.</summary>
public sealed record LinePaths(string Solid, string Dashed)
{
    private const int Breadth = 48;
    private const int Margin = 5;
    private const int Points = 8;

    /// <summary>Of the way from one point to the next.</summary>
    private const int Third = 30;

    /// <summary>630 wide, 48 high.</summary>
    public static LinePaths Of(string id)
    {
        var state = Hash(id);
        var gap = new double[Points];
        var middle = new double[Points];
        for (var i = 0; i < Points; i++)
        {
            gap[i] = 4 + (11 * Next(ref state));
            middle[i] = (Breadth / 2.0) + ((Next(ref state) - 0.5) * 2 * ((Breadth / 2.0) - Margin - gap[i]));
        }

        // The middle and the gap are smoothed apart: the gap then never falls below its smallest point, and the lines cannot cross.
        var (gaps, middles) = (Controls(gap), Controls(middle));
        return new LinePaths(
            Curve([.. middles.Zip(gaps, (at, half) => at - half)]),
            Curve([.. middles.Zip(gaps, (at, half) => at + half)]));
    }

    /// <summary>
    /// The points, each with the control point before it, so that the curve turns only at points (Fritsch and Butland, 1984). The control
    /// point after each is its mirror image, which SVG's "S" draws unsaid; the first alone is given.
    /// </summary>
    private static double[] Controls(double[] at)
    {
        var slopes = new double[at.Length];
        for (var i = 1; i < at.Length - 1; i++)
        {
            var (before, after) = (at[i] - at[i - 1], at[i + 1] - at[i]);
            slopes[i] = before * after <= 0 ? 0 : 2 * before * after / (before + after);
        }

        return [at[0], at[0] + (slopes[0] / 3), .. Enumerable.Range(1, at.Length - 1).SelectMany(i => new[] { at[i] - (slopes[i] / 3), at[i] })];
    }

    private static string Curve(double[] beside)
    {
        var path = new StringBuilder();
        for (var i = 0; i < beside.Length; i++)
        {
            // In thirds from a point to the next: two on from the point before, then the point.
            var third = i < 2 ? i : (3 * (i / 2)) - (i % 2 == 0 ? 1 : 0);
            // Whole numbers: every page carries the path.
            path.Append(i == 0 ? "M" : i == 1 ? "C" : i > 3 && i % 2 == 0 ? "S" : " ").Append(FormattableString.Invariant($"{third * Third} {beside[i]:0}"));
        }

        return path.ToString();
    }

    /// <summary>FNV-1a: string.GetHashCode differs from one start of the program to the next.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));

    /// <summary>A step of mulberry32, as a number from 0 to 1.</summary>
    private static double Next(ref uint state)
    {
        unchecked
        {
            state += 0x6D2B79F5u;
            var mixed = (state ^ (state >> 15)) * (1u | state);
            mixed = (mixed + ((mixed ^ (mixed >> 7)) * (61u | mixed))) ^ mixed;
            return (mixed ^ (mixed >> 14)) / 4294967296.0;
        }
    }
}
