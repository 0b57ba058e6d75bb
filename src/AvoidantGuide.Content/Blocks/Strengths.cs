namespace AvoidantGuide.Content.Blocks;

internal static class Strengths
{
    private static readonly Dictionary<string, Strength> _words = new(StringComparer.Ordinal)
    {
        ["established"] = Strength.Established,
        ["mixed"] = Strength.Mixed,
        ["contested"] = Strength.Contested,
        ["clinical-opinion"] = Strength.ClinicalOpinion,
    };

    /// <returns>Null after the problem was reported.</returns>
    public static Strength? Read(Texts.SourceText file, Markup.Attributes attributes) =>
        attributes.OneOf(file, "strength", [.. _words.Keys]) is { } word ? _words[word] : null;
}
