namespace AvoidantGuide.Content.Search;

/// <summary>The search of one guide, in memory. Many threads may ask at once.</summary>
public sealed class SearchIndex : IDisposable
{
    private const int Most = 30;

    /// <summary>With fewer places that have all words, those with most of them are shown too.</summary>
    private const int Few = 5;

    /// <summary>
    /// So many places of each kind are ranked: with these words as their heading, with all of them in it, and with all of them.
    /// A word that every page has would otherwise be ranked on every page.
    /// </summary>
    private const int Candidates = 150;

    /// <summary>Of a long query that no place has whole, so many words are tried without one another.</summary>
    private const int Rarest = 5;

    private readonly Lock _one = new();
    private readonly FullText _fullText = new();
    private readonly Stemmer _stemmer = new();
    private readonly Lexicon _lexicon;
    private readonly PageRows _rows;
    private Names _names = Names.None;
    private Guide? _guide;

    public SearchIndex()
    {
        _lexicon = new Lexicon(_stemmer);
        _rows = new PageRows(_fullText, _lexicon);
    }

    /// <summary>What of a query is looked at: its first 200 characters.</summary>
    public static string Cut(string query) => Query.Cut(query);

    /// <summary>Takes in what changed since the last guide: a page that is the same object as before is left alone.</summary>
    public void Update(Guide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        lock (_one)
        {
            if (ReferenceEquals(guide, _guide))
                return;
            _rows.Update(guide.Pages);
            if (!ReferenceEquals(guide.Terms, _guide?.Terms))
            {
                // A name is known, and found when it is mistyped, even where no page shows the terms.
                foreach (var term in guide.Terms)
                    _lexicon.Add([term.Name, .. term.Also]);
                foreach (var term in _guide?.Terms ?? [])
                    _lexicon.Remove([term.Name, .. term.Also]);
                _names = Names.Of(guide.Terms, _lexicon);
            }

            _guide = guide;
        }
    }

    /// <summary>Finds places of the guide that was given last. Any text is a query; nothing of it is kept.</summary>
    public Found Find(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_one)
            return Answer(query);
    }

    /// <summary>Finds places of this guide: the index follows it first.</summary>
    public Found Find(Guide guide, string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_one)
        {
            Update(guide);
            return Answer(query);
        }
    }

    public void Dispose()
    {
        _fullText.Dispose();
        _stemmer.Dispose();
    }

    private Found Answer(string text)
    {
        var query = Query.Read(text, _lexicon, _names);
        var danger = DangerWords.In(Query.Cut(text));
        // Nobody in danger is told how a word is spelt.
        var corrections = danger ? [] : query.Corrections;
        if (query.Wanted.Count == 0)
            return new Found([], corrections, danger);
        var ranking = new Ranking(query, _lexicon, _rows.Count);
        var parts = query.Wanted.Count;
        var all = WithAll(query);
        List<Ranked> ranked = [.. Rank(all)];
        if (parts > 1 && ranked.Count(place => place.Has == parts) < Few)
            ranked.AddRange(Rank(WithMost(query).Except(all)));
        var best = ranked.Count == 0 ? 0 : ranked.Max(place => place.Has);
        var least = Math.Min(best, (parts + 1) / 2);
        var stems = query.Wanted.SelectMany(wanted => wanted.Ways).SelectMany(way => way).Select(word => word.Stem).ToHashSet();
        return new Found(
            [.. ranked.Where(place => place.Has >= least && place.Has > 0)
                .OrderByDescending(place => place.Has).ThenByDescending(place => place.Score).ThenBy(place => place.Order)
                .Take(Most).Select(place => Result(place, stems, parts))],
            corrections,
            danger);

        IEnumerable<Ranked> Rank(IEnumerable<long> rows) => rows.Select(row => ranking.Rank(_rows[row], _rows.OrderOf(row)));
    }

    private List<long> WithAll(Query query)
    {
        var words = All(query.Wanted);
        return [.. _fullText.FindHeadings($"\"{PageRows.Whole(query.Words.Select(word => word.Stem))}\"", Candidates)
            .Union(_fullText.FindHeadings(words, Candidates))
            .Union(_fullText.Find(words, Candidates))];
    }

    /// <summary>The rarest words, each left out in turn; then those on their own.</summary>
    private HashSet<long> WithMost(Query query)
    {
        var rows = new HashSet<long>();
        var rarest = query.Wanted.OrderBy(wanted => wanted.Words.Min(word => word.Stem.Places)).Take(Rarest).ToList();
        if (query.Wanted.Count > Rarest)
            rows.UnionWith(_fullText.Find(All(rarest), Few));
        for (var left = rarest.Count - 1; left >= 0 && rarest.Count > 2; left--)
            rows.UnionWith(_fullText.Find(All(rarest.Where((_, index) => index != left)), Candidates / Rarest));
        foreach (var part in rarest.TakeWhile(_ => rows.Count < Candidates))
        {
            rows.UnionWith(_fullText.FindHeadings(part.Expression, Candidates / Rarest));
            rows.UnionWith(_fullText.Find(part.Expression, Candidates / Rarest));
        }

        return rows;
    }

    private static string All(IEnumerable<Wanted> wanted) => string.Join(" AND ", wanted.Select(part => part.Expression));

    private SearchResult Result(Ranked ranked, HashSet<Stem> stems, int parts)
    {
        var (place, text) = (ranked.Place, ranked.Place.Text);
        return new SearchResult(
            place.Kind,
            place.Page.Nav,
            place.Address,
            Marking.Whole(place.Title, _lexicon.Read(place.Title), stems),
            Marking.Excerpt(text, _lexicon.Read(text), stems),
            ranked.Has == parts);
    }
}
