using System.Text;

namespace AvoidantGuide.Content.Search;

/// <summary>A part of a query that a place has or has not: a word, or a name of several words that has other names.</summary>
/// <param name="Words">As they were typed, or meant.</param>
/// <param name="Meaning">What people mean who say so; null where nobody has written it down.</param>
internal sealed record Wanted(IReadOnlyList<Word> Words, Meaning? Meaning)
{
    /// <summary>For FTS5. Each word is letters and digits, one token, in quotes: nothing of it is syntax.</summary>
    public string Expression => $"({string.Join(" OR ", Ways.Select(way => $"({string.Join(" AND ", way.Select(word => $"\"{word.Text}\""))})"))})";

    public IEnumerable<IReadOnlyList<Word>> Ways => Meaning is null ? [Words] : Meaning.Terms.Prepend(Words);
}

/// <summary>What someone looks for.</summary>
/// <param name="Meant">The whole query with the corrections in it; null where there are none.</param>
internal sealed record Query(IReadOnlyList<Wanted> Wanted, IReadOnlyList<Correction> Corrections, string? Meant)
{
    /// <summary>Longer queries are cut: the first words say what they are about.</summary>
    public const int LongestText = 200;

    private const int MostWords = 8;

    /// <summary>The words of the whole query.</summary>
    public IEnumerable<Word> Words => Wanted.SelectMany(wanted => wanted.Words);

    /// <param name="exactly">Whether no word is taken for another.</param>
    public static Query Read(string text, bool exactly, Lexicon lexicon, Names names)
    {
        text = Cut(text);
        List<string> typed = [.. StopWords.Left(text).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)];
        var corrections = new List<Correction>();
        var words = new List<Word>();
        foreach (var word in lexicon.Look(typed))
        {
            if (word.Stem.Places > 0)
            {
                words.Add(word);
                continue;
            }

            var meant = exactly || DangerWords.Has(word.Text.ToLowerInvariant()) ? null : lexicon.Nearest(word.Text.ToLowerInvariant());
            corrections.Add(new Correction(word.Text, meant?.Text));
            if (meant is not null)
                words.Add(meant);
        }

        return new Query(Group(words, names), corrections, Corrected(text, corrections));
    }

    /// <summary>Never in the middle of a character.</summary>
    public static string Cut(string text) => text.Length <= LongestText ? text
        : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    private static string? Corrected(string text, List<Correction> corrections)
    {
        if (corrections.TrueForAll(correction => correction.Shown is null))
            return null;
        var meant = new StringBuilder();
        var at = 0;
        foreach (var place in new Splitting(text))
        {
            if (corrections.Find(correction => correction.Typed.AsSpan().Equals(text.AsSpan(place), StringComparison.OrdinalIgnoreCase))?.Shown is not { } shown)
                continue;
            meant.Append(text, at, place.Start.Value - at).Append(shown);
            at = place.End.Value;
        }

        return meant.Append(text, at, text.Length - at).ToString();
    }

    private static List<Wanted> Group(List<Word> words, Names names)
    {
        var wanted = new List<Wanted>();
        for (var at = 0; at < words.Count;)
        {
            var (length, meaning) = names.At(words, at);
            wanted.Add(new Wanted(words.GetRange(at, length), meaning));
            at += length;
        }

        return [.. wanted.DistinctBy(part => string.Join(' ', part.Words.Select(word => word.Stem.Text)), StringComparer.Ordinal)];
    }
}
