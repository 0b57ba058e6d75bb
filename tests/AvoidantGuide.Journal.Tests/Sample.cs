namespace AvoidantGuide.Journal.Tests;

internal static class Sample
{
    public static readonly DateTimeOffset Written = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public static Entry Of(string text) => Of([text]);

    public static Entry Of(params string[] texts) => new(
        new EntryHead(
            Written,
            new DateTime(2026, 11, 21, 22, 30, 0, DateTimeKind.Unspecified),
            "catch-early",
            1,
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["noticed"] = ["going-quiet", "other"] },
            new Dictionary<string, int>(StringComparer.Ordinal) { ["pull"] = 6 }),
        [
            new Answer("noticed", "any-of", "What did you notice?", [new Chosen("going-quiet", "Going quiet"), new Chosen("other", "Something else")], "", null),
            new Answer("pull", "scale", "How strong was it?", [], "", 6),
            .. texts.Select((text, i) => new Answer($"words-{i}", "text", "How would you say it?", [], text, null)),
        ]);

    /// <summary>What an entry holds, as text: records with lists inside do not compare by content.</summary>
    public static string Show(Entry? entry) =>
        System.Text.Json.JsonSerializer.Serialize(entry);

    public static string[] Texts(Entry entry) => [.. entry.Answers.Where(answer => answer.Kind == "text").Select(answer => answer.Text)];
}
