namespace AvoidantGuide.Content.Search;

/// <summary>Where a query's words stand in a text. One object reads one text after the other.</summary>
internal sealed class Hits
{
    /// <summary>Words of a name may have a few others between them: "push people away", "pushing some people away".</summary>
    private const int Near = 3;

    private readonly Lexicon _lexicon;
    private readonly Stem[] _stems;
    private readonly uint _firstLetters;
    private readonly List<(int Word, Stem Stem)> _found = [];

    public Hits(IEnumerable<Stem> stems, Lexicon lexicon)
    {
        _lexicon = lexicon;
        _stems = [.. stems.Distinct()];
        _firstLetters = _stems.Aggregate(0u, (letters, stem) => letters | Letter(stem.Text[0]));
    }

    /// <summary>How many words the text has.</summary>
    public int Words { get; private set; }

    public void Read(string text)
    {
        _found.Clear();
        Words = 0;
        foreach (var place in new Splitting(text))
        {
            // A stem begins as its words do: most words need no looking up. Accents are the exception.
            var first = text[place.Start.Value];
            if ((!char.IsAscii(first) || (_firstLetters & Letter(first)) != 0)
                && _lexicon.StemOf(text.AsSpan(place)) is { } stem && _stems.AsSpan().Contains(stem))
                _found.Add((Words, stem));
            Words++;
        }
    }

    public int Times(Stem stem)
    {
        var times = 0;
        foreach (var hit in _found)
            times += ReferenceEquals(hit.Stem, stem) ? 1 : 0;
        return times;
    }

    /// <summary>Whether these stand near each other somewhere, in this order.</summary>
    public bool Together(ReadOnlySpan<Stem> stems)
    {
        for (var start = 0; start <= _found.Count - stems.Length; start++)
        {
            var same = 0;
            while (same < stems.Length && ReferenceEquals(_found[start + same].Stem, stems[same])
                && (same == 0 || _found[start + same].Word - _found[start + same - 1].Word <= Near))
                same++;
            if (same == stems.Length)
                return true;
        }

        return false;
    }

    private static uint Letter(char c) => 1u << (c & 31);
}
