using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

/// <summary>Every block an editor can write, by name.</summary>
internal static class BlockKinds
{
    public static readonly IReadOnlyDictionary<string, Func<Reading, FencedPart, Draft?>> All =
        new Dictionary<string, Func<Reading, FencedPart, Draft?>>(StringComparer.Ordinal)
        {
            ["short"] = ShortReader.Read,
            ["terms"] = TermsReader.Read,
            ["signs"] = SignsReader.Read,
            ["comparison"] = ComparisonReader.Read,
            ["practice"] = PracticeReader.Read,
            ["quote"] = QuoteReader.Read,
            ["claim"] = ClaimReader.Read,
            ["care"] = CareReader.Read,
            ["figure"] = FigureReader.Read,
            ["faq"] = FaqReader.Read,
            ["start"] = StartReader.Read,
        };

    public static readonly IReadOnlyCollection<string> Names = [.. All.Keys];
}
