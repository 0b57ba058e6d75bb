using System.Globalization;

namespace AvoidantGuide.Bench;

/// <summary>What was measured of one thing, in order.</summary>
internal sealed class Spread(IEnumerable<double> values)
{
    private readonly List<double> _ordered = [.. values.Order()];

    public double Median => _ordered[_ordered.Count / 2];

    public double Worst => _ordered[^1];

    /// <summary>The value that so many in a hundred do not exceed.</summary>
    public double Percentile(int percent) => _ordered[Math.Min(_ordered.Count - 1, _ordered.Count * percent / 100)];

    /// <summary>The median, with the lowest and the highest.</summary>
    public string ToText(string format = "0.0")
    {
        return $"{Text(Median)} ({Text(_ordered[0])} to {Text(Worst)})";

        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
