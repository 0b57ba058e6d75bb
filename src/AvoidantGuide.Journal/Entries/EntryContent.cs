using System.Text.Json;

namespace AvoidantGuide.Journal;

/// <summary>Whether two submits say the same, so that a double submit is told from a conflict.</summary>
internal static class EntryContent
{
    /// <param name="kept">As it came out of the store.</param>
    public static bool AreSame(Entry kept, Entry submitted) => Bytes(kept).AsSpan().SequenceEqual(Bytes(Stored(submitted)));

    // Half a surrogate pair does not come back from the store as it went in.
    private static Entry Stored(Entry entry) => entry with
    {
        Answers = JsonSerializer.Deserialize(
            JsonSerializer.SerializeToUtf8Bytes(entry.Answers, JournalJson.Plain.IReadOnlyListAnswer), JournalJson.Plain.IReadOnlyListAnswer)!,
    };

    // The moment of keeping differs between the two posts of a double submit; the order of ids and prompts may.
    private static byte[] Bytes(Entry entry)
    {
        var head = entry.Head with
        {
            Written = default,
            Choices = new SortedDictionary<string, IReadOnlyList<string>>(entry.Head.Choices.ToDictionary(), StringComparer.Ordinal),
            Ratings = new SortedDictionary<string, int>(entry.Head.Ratings.ToDictionary(), StringComparer.Ordinal),
        };
        return
        [
            .. JsonSerializer.SerializeToUtf8Bytes(head, JournalJson.Plain.EntryHead),
            .. JsonSerializer.SerializeToUtf8Bytes(entry.Answers, JournalJson.Plain.IReadOnlyListAnswer),
        ];
    }
}
