using System.Globalization;

namespace AvoidantGuide.Web.Components.Journal;

/// <summary>How strong it was, quarter beside quarter, every number as a dot in its band. No line is drawn through them.</summary>
/// <param name="Columns">Oldest first; a quarter with too few entries is left out.</param>
public sealed record Quarters(IReadOnlyList<Quarter> Columns);

/// <param name="First">Its first day; the last is three months on.</param>
/// <param name="Ratings">In order.</param>
public sealed record Quarter(DateOnly First, IReadOnlyList<int> Ratings)
{
    private static readonly string[] _months = ["January to March", "April to June", "July to September", "October to December"];

    public string Name => $"{_months[(First.Month - 1) / 3]} {First.Year.ToString(CultureInfo.InvariantCulture)}";

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public override string ToString() => nameof(Quarter);
}
