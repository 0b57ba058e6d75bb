namespace AvoidantGuide.Content.Search;

/// <summary>What people call a thing, by the stems of their words: what the guide calls it, and the places that answer it.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);
    private int _longest;

    public static readonly Names None = new();

    public static Names Of(Guide guide, Lexicon lexicon)
    {
        var names = new Names();
        foreach (var term in guide.Terms)
        {
            var name = lexicon.Look(StopWords.Left(term.Name));
            foreach (var also in term.Also)
            {
                if (name.Count > 0 && names.Meaning(also, lexicon) is { } meaning)
                    meaning.Terms.Add(name);
            }
        }

        foreach (var everyday in guide.Everyday)
        {
            foreach (var words in everyday.Words)
                names.Meaning(words, lexicon)?.Places.AddRange(everyday.Addresses);
        }

        return names;
    }

    /// <summary>The longest name that begins here, and what it means; null where none does.</summary>
    public (int Length, Meaning? Meaning) At(IReadOnlyList<Word> words, int start)
    {
        for (var length = Math.Min(_longest, words.Count - start); length > 0; length--)
        {
            if (_meanings.TryGetValue(Key(words.Skip(start).Take(length)), out var meaning))
                return (length, meaning);
        }

        return (1, null);
    }

    private static string Key(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Stem.Text));

    private Meaning? Meaning(string text, Lexicon lexicon)
    {
        var words = lexicon.Look([.. StopWords.Left(text).Distinct(StringComparer.OrdinalIgnoreCase)]);
        if (words.Count == 0)
            return null;
        _longest = Math.Max(_longest, words.Count);
        if (!_meanings.TryGetValue(Key(words), out var meaning))
            _meanings.Add(Key(words), meaning = new Meaning([], []));
        return meaning;
    }
}

/// <param name="Terms">The names of the terms that are also called so.</param>
/// <param name="Places">The addresses that answer it, the best first.</param>
internal sealed record Meaning(List<IReadOnlyList<Word>> Terms, List<string> Places);
