namespace AvoidantGuide.Journal;

/// <summary>From what a person typed to ten words, or to what is wrong with it.</summary>
internal static class CodeReader
{
    // Text that cannot be a mistyped code is only counted: looking for the nearest word takes time.
    private const int MostLetters = 3 * JournalCode.Length * WordList.LongestWord;

    public static CodeReading Read(string? typed)
    {
        var pieces = Pieces(typed ?? "");
        if (pieces.Count == 0) return new CodeReading.Empty();
        if (pieces.Sum(piece => piece.Length) > MostLetters) return new CodeReading.WrongCount(pieces.Count);

        // Separators are not looked at first: a space inside a word or none between two does no harm.
        var letters = string.Concat(pieces);
        var (words, stopped) = WordList.Split(letters);
        if (stopped < letters.Length) return new CodeReading.Unknown(Unknown(pieces));
        return words.Count == JournalCode.Length ? new CodeReading.Ten(new JournalCode(words)) : new CodeReading.WrongCount(words.Count);
    }

    private static List<UnknownWord> Unknown(List<string> pieces)
    {
        var unknown = new List<UnknownWord>();
        var place = 1;
        foreach (var piece in pieces)
        {
            var (words, stopped) = WordList.Split(piece);
            place += words.Count;
            if (stopped == piece.Length) continue;
            // A short piece is one mistyped word, even if its beginning happens to be a word ("abacust").
            unknown.Add(OneWord(piece) is { } whole
                ? whole with { Place = place - words.Count }
                : RunTogether(piece.AsSpan(stopped)) with { Place = place });
            place++;
        }

        return unknown;
    }

    private static UnknownWord? OneWord(string piece)
    {
        if (piece.Length > WordList.LongestWord + 2) return null;
        var nearest = NearestWord.To(piece);
        return nearest is null && WordList.LengthOfFirst(piece) > 0 ? null : new UnknownWord(piece, nearest);
    }

    private static UnknownWord RunTogether(ReadOnlySpan<char> rest)
    {
        var (piece, nearest) = NearestWord.ToFront(rest);
        return new UnknownWord(piece, nearest);
    }

    private static List<string> Pieces(string typed)
    {
        var pieces = new List<string>();
        var start = -1;
        for (var i = 0; i <= typed.Length; i++)
        {
            var letter = i < typed.Length && char.IsLetter(typed[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            pieces.Add(typed[start..i].ToLowerInvariant());
            start = -1;
        }

        return pieces;
    }
}
