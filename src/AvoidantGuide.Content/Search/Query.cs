namespace AvoidantGuide.Content.Search;

/// <summary>A part of a query that a place has or has not: a word, or a name of several words that has other names.</summary>
/// <param name="Words">As they were typed, or meant.</param>
/// <param name="Terms">The names of the terms that are also called so.</param>
internal sealed record Wanted(IReadOnlyList<Word> Words, IReadOnlyList<IReadOnlyList<Word>> Terms)
{
    /// <summary>For FTS5. Each word is letters and digits, one token, in quotes: nothing of it is syntax.</summary>
    public string Expression => $"({string.Join(" OR ", Ways.Select(way => $"({string.Join(" AND ", way.Select(word => $"\"{word.Text}\""))})"))})";

    public IEnumerable<IReadOnlyList<Word>> Ways => Terms.Prepend(Words);
}

/// <summary>What someone looks for.</summary>
internal sealed record Query(IReadOnlyList<Wanted> Wanted, IReadOnlyList<Correction> Corrections)
{
    /// <summary>Longer queries are cut: the first words say what they are about.</summary>
    public const int LongestText = 200;

    private const int MostWords = 8;

    /// <summary>The words of the whole query.</summary>
    public IEnumerable<Word> Words => Wanted.SelectMany(wanted => wanted.Words);

    public static Query Read(string text, Lexicon lexicon, Names names)
    {
        List<string> typed = [.. StopWords.Left(Cut(text)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)];
        var corrections = new List<Correction>();
        var words = new List<Word>();
        foreach (var word in lexicon.Look(typed))
        {
            if (word.Stem.Places > 0)
            {
                words.Add(word);
                continue;
            }

            var meant = lexicon.Nearest(word.Text.ToLowerInvariant());
            corrections.Add(new Correction(word.Text, meant?.Text));
            if (meant is not null)
                words.Add(meant);
        }

        return new Query(Group(words, names), corrections);
    }

    /// <summary>Never in the middle of a character.</summary>
    public static string Cut(string text) => text.Length <= LongestText ? text
        : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    private static List<Wanted> Group(List<Word> words, Names names)
    {
        var wanted = new List<Wanted>();
        for (var at = 0; at < words.Count;)
        {
            var (length, terms) = names.At(words, at);
            wanted.Add(new Wanted(words.GetRange(at, length), terms));
            at += length;
        }

        return [.. wanted.DistinctBy(part => string.Join(' ', part.Words.Select(word => word.Stem.Text)), StringComparer.Ordinal)];
    }
}
