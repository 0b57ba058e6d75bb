namespace AvoidantGuide.Web.Components.Journal;

/// <summary>How strong it was, quarter beside quarter, every number as a dot in its band. No line is drawn through them.</summary>
/// <param name="Columns">Oldest first; a quarter with too few entries is left out.</param>
public sealed record Quarters(IReadOnlyList<Quarter> Columns);

/// <param name="Ratings">In order.</param>
public sealed record Quarter(string Name, IReadOnlyList<int> Ratings)
{
    public override string ToString() => nameof(Quarter);
}
