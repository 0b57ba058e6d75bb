namespace AvoidantGuide.Content.Search;

/// <summary>The search of one guide, in memory. Many threads may ask at once.</summary>
public sealed class SearchIndex : IDisposable
{
    private const int Most = 30;
    private const int MostOfAny = 10;

    /// <summary>With fewer places that have all words, those with most of them are shown too.</summary>
    private const int Few = 5;

    /// <summary>
    /// So many places of each kind are ranked: with these words as their heading, with all of them in it, and with all of them.
    /// A word that every page has would otherwise be ranked on every page.
    /// </summary>
    private const int Candidates = 80;

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
            if (!ReferenceEquals(guide.Terms, _guide?.Terms) || !ReferenceEquals(guide.Everyday, _guide?.Everyday))
            {
                // A name is known, and found when it is mistyped, even where no page has it.
                foreach (var texts in Named(guide))
                    _lexicon.Add(texts);
                foreach (var texts in Named(_guide))
                    _lexicon.Remove(texts);
                _names = Names.Of(guide, _lexicon);
            }

            _guide = guide;
        }
    }

    /// <summary>Finds places of the guide that was given last. Any text is a query; nothing of it is kept.</summary>
    /// <param name="exactly">Whether no word is taken for one that was mistyped.</param>
    public Found Find(string query, bool exactly = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_one)
            return Answer(query, exactly);
    }

    /// <summary>Finds places of this guide: the index follows it first.</summary>
    public Found Find(Guide guide, string query, bool exactly = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_one)
        {
            Update(guide);
            return Answer(query, exactly);
        }
    }

    public void Dispose()
    {
        _fullText.Dispose();
        _stemmer.Dispose();
    }

    private static IEnumerable<IEnumerable<string>> Named(Guide? guide) => guide is null ? []
        : guide.Terms.Select(term => term.Also.Prepend(term.Name)).Concat(guide.Everyday.Select(everyday => everyday.Words));

    private Found Answer(string text, bool exactly)
    {
        var danger = DangerWords.In(Query.Cut(text));
        // Nobody in danger is told how a word is spelt, and no word of theirs is taken for another.
        var query = Query.Read(text, exactly || danger, _lexicon, _names);
        var corrections = danger ? [] : query.Corrections;
        if (query.Wanted.Count == 0)
            return new Found([], corrections, danger);
        var answers = query.Wanted.Select(wanted => wanted.Meaning is { Places.Count: > 0 } meaning ? Rows(meaning.Places) : null).ToList();
        var ranking = new Ranking(query, answers, _lexicon, _rows.Count);
        var parts = query.Wanted.Count;
        var all = WithAll(query).Union(answers.SelectMany(rows => rows ?? [])).ToList();
        List<Ranked> ranked = [.. Rank(all)];
        if (parts > 1 && ranked.Count(place => place.Has == parts) < Few)
            ranked.AddRange(Rank(WithMost(query).Except(all)));
        // Those with half of the words, or, where few have so many, with any.
        var half = (parts + 1) / 2;
        var (least, most) = ranked.Count(place => place.Has >= half) >= Few ? (half, Most) : (1, MostOfAny);
        var stems = query.Wanted.SelectMany(wanted => wanted.Ways).SelectMany(way => way).Select(word => word.Stem).ToHashSet();
        return new Found(
            [.. ranked.Where(place => place.Has >= least)
                .OrderByDescending(place => place.Has == parts).ThenByDescending(place => place.Score).ThenBy(place => place.Order)
                .Take(most).Select(place => Result(place, stems, parts))],
            corrections,
            danger)
        {
            Meant = query.Meant,
        };

        IEnumerable<Ranked> Rank(IEnumerable<long> rows) => rows.Select(row => ranking.Rank(_rows[row], _rows.OrderOf(row)));
    }

    private List<long> Rows(List<string> addresses)
    {
        var rows = new List<long>();
        foreach (var address in addresses)
        {
            var mark = address.IndexOf('#', StringComparison.Ordinal);
            if (_guide?.PageAt(mark < 0 ? address : address[..mark]) is { } page && _rows.RowAt(page, address) is { } row)
                rows.Add(row);
        }

        return rows;
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
        var (place, (kind, _, title, _, text)) = (ranked.Place, ranked.Place.Text);
        return new SearchResult(
            kind,
            place.Page.Nav,
            place.Address,
            Marking.Whole(title, _lexicon.Read(title), stems),
            Marking.Excerpt(text, _lexicon.Read(text), stems),
            ranked.Has == parts);
    }
}
