namespace AvoidantGuide.Content.Search;

/// <summary>How well one place answers a query, from its words as they stand.</summary>
internal sealed class Ranking
{
    // Chosen on the guide itself: a heading says what a section is about, a name is as good as a heading, a text only mentions.
    private const double InTitle = 3;
    private const double InName = 2.5;
    private const double WholeTitle = 20;
    private const double WholeName = 16;
    private const double Together = 2;
    private const double Apart = 0.2;

    // An editor's word that a place answers this weighs more than the words that happen to stand somewhere.
    private const double Answers = 6;
    private const double AnswersAll = 10;
    private const double Next = 0.8;

    /// <summary>A term's own name, for the words that people use, counts a little less than those words.</summary>
    private const double ByTerm = 0.7;

    private readonly Lexicon _lexicon;
    private readonly Stem[] _all;
    private readonly (Stem[][] Ways, double Weight, Dictionary<long, double>? Answers)[] _wanted;
    private readonly Hits _hits;

    /// <param name="answers">For each part of the query the places that editors named for it, the best first; null where there are none.</param>
    public Ranking(Query query, IReadOnlyList<IReadOnlyList<long>?> answers, Lexicon lexicon, int places)
    {
        _lexicon = lexicon;
        _all = [.. query.Words.Select(word => word.Stem)];
        _wanted = [.. query.Wanted.Select(wanted => (wanted.Ways.Select(way => way.Select(word => word.Stem).ToArray()).ToArray(), Weight(wanted, places))).Zip(answers, (wanted, named) => (wanted.Item1, wanted.Item2, Worth(named)))];
        _hits = new Hits(query.Wanted.SelectMany(wanted => wanted.Ways).SelectMany(way => way).Select(word => word.Stem), lexicon);
    }

    public Ranked Rank(Place place, long order)
    {
        var title = Stems(place.Text.Title);
        var names = place.Text.Names.Count == 0 ? [] : place.Text.Names.Select(Stems).ToList();
        _hits.Read(place.Text.Text);
        var (has, score) = (0, 0.0);
        foreach (var (ways, weight, answers) in _wanted)
        {
            var part = Part(ways[0], together: false, title, names);
            for (var other = 1; other < ways.Length; other++)
                part = Math.Max(part, ByTerm * Part(ways[other], together: true, title, names));
            if (answers is not null && answers.TryGetValue(place.Row, out var worth))
            {
                part += Answers * worth;
                score += _wanted.Length == 1 ? AnswersAll * worth : 0;
            }

            has += part > 0 ? 1 : 0;
            score += part * weight;
        }

        if (title.SequenceEqual(_all))
            score += WholeTitle;
        else if (names.Exists(name => name.SequenceEqual(_all)))
            score += WholeName;
        if (_all.Length > 1 && _hits.Together(_all))
            score += Together;
        return new Ranked(place, has, score, order);
    }

    private static Dictionary<long, double>? Worth(IReadOnlyList<long>? named)
    {
        if (named is null)
            return null;
        var worth = new Dictionary<long, double>();
        for (var i = 0; i < named.Count; i++)
            worth.TryAdd(named[i], Math.Pow(Next, i));
        return worth;
    }

    /// <summary>What few places have says more than what many have.</summary>
    private static double Weight(Wanted wanted, int places) =>
        Math.Log(1 + (places / (1.0 + wanted.Words.Min(word => word.Stem.Places))));

    private double Part(Stem[] way, bool together, List<Stem> title, List<List<Stem>> names)
    {
        var times = together ? (_hits.Together(way) ? 1 : 0) : int.MaxValue;
        if (!together)
        {
            foreach (var stem in way)
                times = Math.Min(times, _hits.Times(stem));
        }

        var part = times / (times + 0.6 + (0.006 * _hits.Words));
        if (Holds(title, way))
            part += InTitle * (1 + (way.Length / (double)title.Count));
        if (names.Exists(name => Holds(name, way)))
            part += InName;
        // The words may also stand apart: one in the heading and one below it.
        return part == 0 && !together && Array.TrueForAll(way, stem => _hits.Times(stem) > 0 || title.Contains(stem) || names.Exists(name => name.Contains(stem)))
            ? Apart : part;
    }

    private static bool Holds(List<Stem> words, Stem[] way)
    {
        foreach (var stem in way)
        {
            if (!words.Contains(stem))
                return false;
        }

        return true;
    }

    /// <summary>The stems of a text without the words that say nothing, as the query's are.</summary>
    private List<Stem> Stems(string text)
    {
        var stems = new List<Stem>();
        foreach (var token in _lexicon.Read(text))
        {
            if (token.Word is { } word && (_all.Contains(word.Stem) || !(word.Empty || StopWords.Ends(text, token.Place))))
                stems.Add(word.Stem);
        }

        return stems;
    }
}

/// <param name="Has">How many parts of the query it has.</param>
internal sealed record Ranked(Place Place, int Has, double Score, long Order);
