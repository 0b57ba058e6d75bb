namespace AvoidantGuide.Content.Search;

/// <summary>What people call a thing, and what the guide calls it: the other names of its terms, by their stems.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, List<IReadOnlyList<Word>>> _terms = new(StringComparer.Ordinal);
    private int _longest;

    public static readonly Names None = new();

    public static Names Of(IEnumerable<Term> terms, Lexicon lexicon)
    {
        var names = new Names();
        foreach (var term in terms)
        {
            var name = lexicon.Look(StopWords.Left(term.Name));
            foreach (var also in term.Also.Select(also => lexicon.Look(StopWords.Left(also))))
                names.Add(also, name);
        }

        return names;
    }

    /// <summary>The longest name that begins here, and the words of the terms that have it; no words where none does.</summary>
    public (int Length, IReadOnlyList<IReadOnlyList<Word>> Terms) At(IReadOnlyList<Word> words, int start)
    {
        for (var length = Math.Min(_longest, words.Count - start); length > 0; length--)
        {
            if (_terms.TryGetValue(Key(words.Skip(start).Take(length)), out var terms))
                return (length, terms);
        }

        return (1, []);
    }

    private static string Key(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Stem.Text));

    private void Add(List<Word> also, List<Word> name)
    {
        if (also.Count == 0 || name.Count == 0)
            return;
        _longest = Math.Max(_longest, also.Count);
        if (!_terms.TryGetValue(Key(also), out var terms))
            _terms.Add(Key(also), terms = []);
        terms.Add(name);
    }
}
