namespace AvoidantGuide.Bench;

/// <summary>Fifty searches, as people may type them: of the guide's words and of the sample's.</summary>
internal static class Queries
{
    public static IReadOnlyList<string> All { get; } =
    [
        // The guide's own words, and what the glossary calls them.
        "avoidant attachment", "deactivation", "need space", "push people away", "shutting down", "hot and cold", "going numb", "trapped",
        "why do i pull away", "losing my freedom", "fearful avoidant", "how do i stop pulling away",
        // Mistyped.
        "shuting down", "avoidnt atachment", "deactivaton", "dismisive", "need spcae", "pusing people away", "fearfull", "closness and distnace",
        // On every page, alone and together.
        "closeness", "people", "quiet message", "someone feel alone", "partner notice distance quiet", "feel alone people message closeness",
        // Frequent and rare words of the sample, alone and together.
        W(0), W(1), W(10), W(100), W(1_000), W(2_000), W(3_000), W(3_999), $"{W(0)} {W(1)}", $"{W(5)} {W(50)}", $"{W(100)} {W(3_500)}", $"{W(0)} {W(3_900)}",
        $"{W(2_000)} {W(2_500)}", $"closeness {W(3_000)}", $"{W(2)} {W(20)} {W(200)}", $"{W(0)} {W(1)} {W(2)} {W(3)}", $"partner {W(10)} {W(100)} {W(1_000)} alone",
        // The sample's words with a slip.
        W(500)[..^1] + "x", W(1_500) + "q", $"{W(20)} {W(1_200)}x",
        // Nothing.
        "zzxqjj", "xylophone quartz", "the and of",
        // Longer than what is looked at.
        string.Join(' ', Enumerable.Range(0, 60).Select(rank => W(rank * 60))),
    ];

    private static string W(int rank) => SampleGuide.Word(rank);
}
