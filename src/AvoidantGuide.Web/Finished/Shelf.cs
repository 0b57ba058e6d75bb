using System.Collections.Concurrent;
using AvoidantGuide.Content;

namespace AvoidantGuide.Web.Finished;

/// <summary>
/// The finished pages of one origin: those that were asked for, by their own addresses, each once. A change of the guide begins
/// another edition, in which each page is made anew when it is next asked for; one that comes out the same stays what it was,
/// so that its tag holds and nothing is compressed again.
/// </summary>
internal sealed class Shelf(Origin origin, GuideLibrary library, PageMaking making, Func<MadePage, FinishedPage> finish)
{
    private static readonly string[] _besides = ["/whole-guide", "/feed.xml", "/sitemap.xml", "/robots.txt"];
    private readonly Lock _turning = new();
    private volatile Edition _edition = new(library.Version, new());

    /// <summary>The finished page at this address, where there is one already.</summary>
    public FinishedPage? At(string path) =>
        Current().Pages.TryGetValue(path, out var page) && page.IsValueCreated && page.Value.IsCompletedSuccessfully ? page.Value.Result : null;

    /// <summary>What it takes, the pages of earlier editions that were not asked for again among it.</summary>
    public long Bytes => Interlocked.Read(ref _edition.Bytes);

    /// <summary>All that it holds of this edition.</summary>
    public IEnumerable<(string Path, FinishedPage Page)> Kept => Current().Made;

    /// <summary>Whether the address is one of the guide's own: no other is ever kept, so what strangers ask for takes no room.</summary>
    public bool Has(string path) => library.Current.PageAt(path) is not null || _besides.Contains(path, StringComparer.Ordinal);

    /// <summary>The page at this address, which the shelf has; made once, however many ask for it at a time.</summary>
    /// <returns>Null where it could not be made, or the guide changed meanwhile.</returns>
    public async Task<FinishedPage?> MakeAsync(RequestDelegate pipeline, string path)
    {
        var edition = Current();
        var page = edition.Pages.GetOrAdd(path, _ => new Lazy<Task<FinishedPage?>>(() => MakeAsync(pipeline, edition, path)));
        FinishedPage? made = null;
        try
        {
            return made = await page.Value;
        }
        finally
        {
            if (made is null) edition.Pages.TryRemove(KeyValuePair.Create(path, page));
        }
    }

    private async Task<FinishedPage?> MakeAsync(RequestDelegate pipeline, Edition edition, string path)
    {
        var made = await making.MakeAsync(pipeline, origin, path);
        // One that was begun in one guide and ended in another may have something of both.
        if (made is null || library.Version != edition.Version) return null;
        var page = edition.Before.TryRemove(path, out var before) && before.Made.IsLike(made) ? before : finish(made);
        Interlocked.Add(ref edition.Bytes, page.Bytes - (before?.Bytes ?? 0));
        return page;
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear() => Turn(_edition, _ => false);

    private Edition Current()
    {
        var edition = _edition;
        return edition.Version == library.Version ? edition : Turn(edition, Has);
    }

    private Edition Turn(Edition from, Func<string, bool> keeps)
    {
        lock (_turning)
        {
            if (ReferenceEquals(from, _edition)) _edition = new Edition(library.Version, from.Left(keeps));
            return _edition;
        }
    }

    private sealed class Edition(int version, ConcurrentDictionary<string, FinishedPage> before)
    {
        public long Bytes = before.Values.Sum(page => (long)page.Bytes);

        public int Version => version;

        public ConcurrentDictionary<string, Lazy<Task<FinishedPage?>>> Pages { get; } = new(StringComparer.Ordinal);

        public IEnumerable<(string Path, FinishedPage Page)> Made =>
            from one in Pages
            where one.Value is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: not null } }
            select (one.Key, one.Value.Value.Result);

        /// <summary>What earlier editions had, until it is asked for again.</summary>
        public ConcurrentDictionary<string, FinishedPage> Before => before;

        /// <summary>The newest of each page, for the next edition to begin with.</summary>
        public ConcurrentDictionary<string, FinishedPage> Left(Func<string, bool> keeps)
        {
            var left = new ConcurrentDictionary<string, FinishedPage>(before.Where(page => keeps(page.Key)), StringComparer.Ordinal);
            foreach (var (path, page) in Made)
                if (keeps(path)) left[path] = page;
            return left;
        }
    }
}
