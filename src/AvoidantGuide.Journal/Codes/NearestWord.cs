using System.Numerics;

namespace AvoidantGuide.Journal;

/// <summary>Which word of the list a mistyped one was meant to be.</summary>
internal static class NearestWord
{
    private static readonly uint[] _letters = [.. WordList.All.ToArray().Select(word => Letters(word))];

    /// <summary>The nearest word by edits (letters added, left out, changed or swapped); null when none is near.</summary>
    public static string? To(ReadOnlySpan<char> typed)
    {
        string? best = null;
        var least = Allowed(typed.Length) + 1;
        var letters = Letters(typed);
        for (var i = 0; i < WordList.Count; i++)
        {
            // An edit brings in one letter and takes out one at most. This spares counting the edits of nearly all words.
            if (BitOperations.PopCount(letters ^ _letters[i]) > 2 * least) continue;
            var word = WordList.At(i);
            var edits = Edits(typed, word);
            // Of equally near words the one with the same first letter: people rarely get that one wrong.
            if (edits < least || (edits == least && best is not null && best[0] != typed[0] && word[0] == typed[0]))
            {
                (best, least) = (word, edits);
            }
        }

        return best;
    }

    /// <summary>
    /// The nearest word to the beginning of letters that were run together, preferring one after which the letters are
    /// words of the list again.
    /// </summary>
    public static (string Piece, string? Nearest) ToFront(ReadOnlySpan<char> letters)
    {
        var best = (Length: Math.Min(letters.Length, WordList.LongestWord), Word: (string?)null, Score: int.MaxValue);
        for (var length = WordList.ShortestWord - 1; length <= WordList.LongestWord + 1 && length <= letters.Length; length++)
        {
            if (To(letters[..length]) is not { } word) continue;
            var rest = letters[length..];
            var score = Edits(letters[..length], word) + (rest.IsEmpty || WordList.LengthOfFirst(rest) > 0 ? 0 : 10);
            if (score < best.Score) best = (length, word, score);
        }

        return (letters[..best.Length].ToString(), best.Word);
    }

    // Which letters a word has, one bit each; letters beyond a-z share one.
    private static uint Letters(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << (char.IsAsciiLetterLower(letter) ? letter - 'a' : 26);
        return letters;
    }

    private static int Allowed(int length) => length <= 4 ? 1 : 2;

    // Optimal string alignment: Levenshtein's distance with neighbours swapped counted as one edit.
    private static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return previous[b.Length];
    }
}
