using System.Collections.Frozen;

namespace AvoidantGuide.Journal;

/// <summary>The EFF long word list without its four hyphenated words. No word is the beginning of another.</summary>
internal static class WordList
{
    public const int ShortestWord = 3;
    public const int LongestWord = 9;

    private static readonly string[] _words = Load();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static int Count => _words.Length;

    public static ReadOnlySpan<string> All => _words;

    public static string At(int index) => _words[index];

    public static bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);

    /// <summary>The length of the one word that <paramref name="letters"/> begins with; 0 when there is none.</summary>
    public static int LengthOfFirst(ReadOnlySpan<char> letters)
    {
        for (var length = ShortestWord; length <= LongestWord && length <= letters.Length; length++)
        {
            if (_lookup.Contains(letters[..length])) return length;
        }

        return 0;
    }

    /// <summary>Takes words off the front for as long as they are on the list.</summary>
    /// <returns>The words, and the position where the list has no word for what follows (the end, when all were words).</returns>
    public static (List<string> Words, int Stopped) Split(ReadOnlySpan<char> letters)
    {
        var words = new List<string>();
        var at = 0;
        while (at < letters.Length)
        {
            var length = LengthOfFirst(letters[at..]);
            if (length == 0) break;
            words.Add(letters.Slice(at, length).ToString());
            at += length;
        }

        return (words, at);
    }

    private static string[] Load()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("eff-long-words.txt")
            ?? throw new InvalidOperationException("The word list is missing from the program.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Where(word => !word.Contains('-', StringComparison.Ordinal))];
    }
}
