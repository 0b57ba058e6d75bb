using System.Collections.Concurrent;
using System.Text;

namespace AvoidantGuide.Content.Search;

/// <summary>Which row of the index is which place of which page.</summary>
internal sealed class PageRows(FullText fullText, Lexicon lexicon)
{
    /// <summary>Merging costs about as much as reading everything, so it waits for a change of many pages.</summary>
    private const int ManyPages = 500;

    private const int PlaceBits = 18;
    private const long LastPlace = (1L << PlaceBits) - 1;

    /// <summary>So many rows may wait to be written.</summary>
    private const int Waiting = 1000;

    private readonly Dictionary<Page, Kept> _pages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<uint, Page> _keys = [];
    private int _update;

    /// <summary>How many places there are.</summary>
    public int Count { get; private set; }

    public Place this[long row]
    {
        get
        {
            var page = _keys[(uint)(row >> PlaceBits)];
            return new Place(row, page, page.Texts[(int)(row & LastPlace)]);
        }
    }

    /// <summary>Where a place stands in the guide: what decides between two that answer equally well.</summary>
    public long OrderOf(long row) => ((long)_pages[_keys[(uint)(row >> PlaceBits)]].Order << PlaceBits) | (row & LastPlace);

    /// <summary>The row of an address on this page: of the page itself where the address has no place of its own.</summary>
    public long? RowAt(Page page, string address)
    {
        if (!_pages.TryGetValue(page, out var kept))
            return null;
        long? whole = null;
        for (var i = 0; i < kept.Places; i++)
        {
            var place = this[RowOf(kept.Key, i)];
            if (place.Address == address)
                return place.Row;
            whole ??= place.Text.Kind == PlaceKind.Page ? place.Row : null;
        }

        return whole;
    }

    public void Update(IReadOnlyList<Page> pages)
    {
        _update++;
        var added = new List<(Page Page, int Order)>();
        for (var order = 0; order < pages.Count; order++)
        {
            if (_pages.TryGetValue(pages[order], out var kept))
                (kept.Order, kept.Update) = (order, _update);
            else
                added.Add((pages[order], order));
        }

        List<KeyValuePair<Page, Kept>> gone = [.. _pages.Where(page => page.Value.Update != _update)];
        // In the order of their rows: FTS5 writes out what it holds whenever a row comes before the last one.
        foreach (var (_, kept) in gone)
            _keys.Remove(kept.Key);
        var read = added.Select(page => (Key: KeyOf(page.Page), page.Page, page.Order)).OrderBy(page => page.Key).ToList()
            .AsParallel().AsOrdered().Select(page => (page.Key, page.Page, page.Order, Texts: Texts(page.Page)));
        using var rows = new BlockingCollection<Row>(Waiting);
        var written = Task.Factory.StartNew(() => Write(gone, rows), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var (page, kept) in gone)
                Remove(page, kept);
            foreach (var (key, page, order, texts) in read)
                Add(key, page, order, texts, rows);
        }
        finally
        {
            rows.CompleteAdding();
            written.GetAwaiter().GetResult();
        }

        if (added.Count >= ManyPages)
            fullText.Merge();
    }

    /// <summary>A heading or name as one word, so that those who type exactly it find it among ten thousand that contain it.</summary>
    public static string Whole(IEnumerable<Stem> stems) => string.Concat(stems.Select(stem => stem.Text));

    /// <summary>SQLite's half of the work, beside the other: each takes about as long.</summary>
    private void Write(IEnumerable<KeyValuePair<Page, Kept>> gone, BlockingCollection<Row> rows)
    {
        try
        {
            fullText.Change(() =>
            {
                foreach (var (_, kept) in gone)
                {
                    for (var i = 0; i < kept.Places; i++)
                        fullText.Remove(RowOf(kept.Key, i));
                }

                foreach (var row in rows.GetConsumingEnumerable())
                    fullText.Add(row.Number, row.Heading, row.Text);
            });
        }
        catch
        {
            // Nobody waits for a place in the queue any more.
            rows.CompleteAdding();
            throw;
        }
    }

    private static List<PlaceText> Texts(Page page) => [.. Enumerable.Range(0, page.Texts.Count).Select(place => page.Texts[place])];

    private static string[] Words(PlaceText place) => [place.Title, string.Join(" · ", place.Names), place.Text];

    private void Add(uint key, Page page, int order, List<PlaceText> places, BlockingCollection<Row> rows)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var (place, texts) = (places[i], Words(places[i]));
            lexicon.Add(texts);
            rows.Add(new Row(RowOf(key, i), string.Join(' ', [.. texts[..2], .. place.Names.Prepend(place.Title).Select(Whole)]), string.Join(' ', texts)));
        }

        Count += places.Count;
        _pages.Add(page, new Kept(key, places.Count) { Order = order, Update = _update });
    }

    private void Remove(Page page, Kept kept)
    {
        for (var i = 0; i < kept.Places; i++)
        {
            lexicon.Remove(Words(page.Texts[i]));
        }

        Count -= kept.Places;
        _pages.Remove(page);
    }

    private string Whole(string text) => Whole(lexicon.Look(StopWords.Left(text)).Select(word => word.Stem));

    private static long RowOf(uint key, int place) => ((long)key << PlaceBits) | (uint)place;

    /// <summary>From the page's id alone, so that an index that was updated often has the rows of one that was just made.</summary>
    private uint KeyOf(Page page)
    {
        var key = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(page.Id))
            key = (key ^ b) * 16777619u;
        while (!_keys.TryAdd(key, page))
            key++;
        return key;
    }

    private readonly record struct Row(long Number, string Heading, string Text);

    private sealed record Kept(uint Key, int Places)
    {
        public int Order { get; set; }

        /// <summary>The last update that had this page.</summary>
        public int Update { get; set; }
    }
}
