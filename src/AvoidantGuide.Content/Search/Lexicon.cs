using System.Numerics;

namespace AvoidantGuide.Content.Search;

/// <summary>What several forms of a word have in common, and how many places have it.</summary>
internal sealed class Stem(string text)
{
    public string Text => text;

    public int Places { get; set; }

    public int LastCounted { get; set; }
}

/// <summary>One form of a word, as it is written in lower case, and how many places have it.</summary>
internal sealed class Word(string text, Stem stem)
{
    public string Text => text;

    public Stem Stem => stem;

    /// <summary>Whether it says nothing of what a text is about.</summary>
    public bool Empty { get; } = StopWords.Has(text);

    /// <summary>Which of a few letters it has: two words whose sets differ much cannot be one mistyped.</summary>
    public uint Letters { get; } = LettersOf(text);

    public int Places { get; set; }

    public int LastCounted { get; set; }

    public static uint LettersOf(string text) => text.Aggregate(0u, (letters, c) => letters | (1u << (c & 31)));
}

/// <summary>A word in a text. Its stem is null where no place of the guide has one like it.</summary>
internal readonly record struct Token(Range Place, Word? Word)
{
    public Stem? Stem => Word?.Stem;
}

/// <summary>Every word of the guide, with its stem: what is marked, counted, and offered for one that is mistyped.</summary>
internal sealed class Lexicon(Stemmer stemmer)
{
    private readonly Dictionary<string, Word> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Stem> _stems = new(StringComparer.Ordinal);
    private int _counting;

    /// <summary>Learns and counts the words of one place.</summary>
    public void Add(IEnumerable<string> texts)
    {
        _counting++;
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<string>? added = null;
        foreach (var text in texts)
        {
            foreach (var place in new Splitting(text))
            {
                if (!known.TryGetValue(text.AsSpan(place), out var word))
                    (added ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(text[place]);
                else if (word.LastCounted != _counting)
                    Count(word, by: 1);
            }
        }

        if (added is not null)
            Learn([.. added.Select(word => word.ToLowerInvariant())]);
    }

    /// <summary>Forgets one place.</summary>
    public void Remove(IEnumerable<string> texts)
    {
        _counting++;
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            foreach (var place in new Splitting(text))
            {
                if (known.TryGetValue(text.AsSpan(place), out var word) && word.LastCounted != _counting)
                    Count(word, by: -1);
            }
        }
    }

    private void Learn(IReadOnlyList<string> words)
    {
        foreach (var (text, stem) in words.Zip(Stems(words)))
        {
            if (stem is null)
                continue;
            var word = new Word(text, StemNamed(stem));
            if (_words.TryAdd(text, word))
                Count(word, by: 1);
        }
    }

    /// <summary>A number is its own stem; there may be one on every page, and asking takes a while.</summary>
    private string?[] Stems(IReadOnlyList<string> words)
    {
        var asked = words.Where(word => !IsNumber(word)).ToList();
        var stems = asked.Zip(stemmer.Stems(asked)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. words.Select(word => IsNumber(word) ? word : stems[word])];
    }

    private static bool IsNumber(string word) => !word.AsSpan().ContainsAnyExceptInRange('0', '9');

    private void Count(Word word, int by)
    {
        word.LastCounted = _counting;
        word.Places += by;
        if (word.Stem.LastCounted != _counting)
        {
            word.Stem.LastCounted = _counting;
            word.Stem.Places += by;
        }

        if (word.Places == 0)
            _words.Remove(word.Text);
        if (word.Stem.Places == 0)
            _stems.Remove(word.Stem.Text);
    }

    public Stem? StemOf(ReadOnlySpan<char> word) => _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known) ? known.Stem : null;

    public List<Token> Read(string text)
    {
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new List<Token>();
        foreach (var place in new Splitting(text))
            tokens.Add(new Token(place, known.TryGetValue(text.AsSpan(place), out var word) ? word : null));
        return tokens;
    }

    /// <summary>The words that someone typed, each with its stem, of whatever form; a new stem has no places.</summary>
    public List<Word> Look(IReadOnlyList<string> typed)
    {
        List<string> unknown = [.. typed.Where(word => !_words.ContainsKey(word))];
        var stems = unknown.Zip(stemmer.Stems(unknown)).Where(pair => pair.Second is not null)
            .DistinctBy(pair => pair.First, StringComparer.OrdinalIgnoreCase).ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.OrdinalIgnoreCase);
        var words = new List<Word>();
        foreach (var text in typed)
        {
            if (_words.TryGetValue(text, out var word))
                words.Add(word);
            else if (stems.TryGetValue(text, out var stem))
                words.Add(new Word(text, _stems.GetValueOrDefault(stem) ?? new Stem(stem)));
        }

        return words;
    }

    /// <summary>The word that was probably meant: the nearest, and of those the one that most places have.</summary>
    public Word? Nearest(string typed)
    {
        var limit = Spelling.Limit(typed);
        if (limit == 0)
            return null;
        var letters = Word.LettersOf(typed);
        Word? best = null;
        foreach (var word in _words.Values)
        {
            if (word.Empty || Math.Abs(word.Text.Length - typed.Length) > limit || BitOperations.PopCount(letters ^ word.Letters) > 2 * limit || Spelling.Distance(typed, word.Text, limit, typed: true) is not { } distance)
                continue;
            if (best is null || distance < limit || word.Places > best.Places
                || (word.Places == best.Places && string.CompareOrdinal(word.Text, best.Text) < 0))
                (best, limit) = (word, distance);
        }

        return best;
    }

    private Stem StemNamed(string text)
    {
        if (!_stems.TryGetValue(text, out var stem))
            _stems.Add(text, stem = new Stem(text));
        return stem;
    }
}
