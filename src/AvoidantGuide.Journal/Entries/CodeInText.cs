using System.Security.Cryptography;
using System.Text;

namespace AvoidantGuide.Journal;

/// <summary>
/// Whether an entry holds the journal's own ten words. The code is not kept anywhere, so each run of ten list words
/// is led through the key derivation, and its locator compared.
/// </summary>
internal static class CodeInText
{
    public static bool Holds(Entry entry, byte[] locator) =>
        // The second reading finds words that go on from one answer to the next, with the questions between them left out.
        Holds(Letters(Everything(entry)), locator) || Holds(Letters(entry.Answers.Select(answer => answer.Text)), locator);

    private static IEnumerable<string> Everything(Entry entry)
    {
        yield return entry.Head.Practice;
        foreach (var (prompt, chosen) in entry.Head.Choices)
        {
            yield return prompt;
            foreach (var id in chosen) yield return id;
        }

        foreach (var prompt in entry.Head.Ratings.Keys) yield return prompt;
        foreach (var answer in entry.Answers)
        {
            yield return answer.Prompt;
            yield return answer.Kind;
            yield return answer.Asked;
            foreach (var chosen in answer.Chosen)
            {
                yield return chosen.Id;
                yield return chosen.Label;
            }

            yield return answer.Text;
        }
    }

    private static string Letters(IEnumerable<string> texts)
    {
        var letters = new StringBuilder();
        foreach (var text in texts)
        {
            foreach (var letter in text)
            {
                if (char.IsAsciiLetter(letter)) letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString();
    }

    private static bool Holds(string letters, byte[] locator)
    {
        // Where the word that begins here ends. Words may begin anywhere: "mywordsareabacus…".
        var ends = new int[letters.Length];
        for (var at = 0; at < letters.Length; at++) ends[at] = at + WordList.LengthOfFirst(letters.AsSpan(at));

        for (var start = 0; start < letters.Length; start++)
        {
            var end = start;
            var words = 0;
            while (words < JournalCode.Length && end < letters.Length && ends[end] > end)
            {
                end = ends[end];
                words++;
            }

            if (words < JournalCode.Length) continue;
            if (CryptographicOperations.FixedTimeEquals(KeyDerivation.Locator(letters.AsSpan(start, end - start)), locator)) return true;
        }

        return false;
    }
}
