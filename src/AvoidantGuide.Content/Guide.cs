namespace AvoidantGuide.Content;

/// <summary>Everything the content folder says, parsed, cross-checked and ready to render. Immutable.</summary>
public sealed record Guide
{
    private Lazy<Dictionary<string, Page>> _addresses = new();
    private Lazy<Dictionary<string, Page>> _spellings = new();
    private Lazy<ILookup<string, Source>> _cited = new();

    /// <summary>Published pages, in their order; the first 99 orders are the guide's own sequence.</summary>
    public required IReadOnlyList<Page> Pages
    {
        get;
        init
        {
            field = value;
            _addresses = new(() => By(value, StringComparer.Ordinal, _ => []));
            _spellings = new(() => By(value, StringComparer.OrdinalIgnoreCase, page => page.Aliases));
        }
    }

    /// <summary>Pages that readers do not see yet: drafts, and those whose time to be published has not come.</summary>
    public IReadOnlyList<Page> Drafts { get; init; } = [];

    public required IReadOnlyList<Term> Terms { get; init; }

    public required IReadOnlyList<Source> Sources
    {
        get;
        init
        {
            field = value;
            _cited = new(() => value.SelectMany(source => source.Uses.Select(use => (Path: use.Address.Split('#')[0], source)).Distinct()).ToLookup(cited => cited.Path, cited => cited.source, StringComparer.Ordinal));
        }
    }

    /// <summary>Published practices, in their order.</summary>
    public required IReadOnlyList<Practice> Practices { get; init; }

    public required Help Help { get; init; }

    /// <summary>The journal's vocabulary: every item of every <c>signs</c> block, in page order.</summary>
    public required IReadOnlyList<Sign> Signs { get; init; }

    /// <summary>What people type into the search, in everyday words, and the places that answer it.</summary>
    public IReadOnlyList<Everyday> Everyday { get; init; } = [];

    /// <summary>The pages one reads one after the other.</summary>
    public IEnumerable<Page> Sequence => Pages.TakeWhile(page => page.Order < 100);

    /// <summary>The page at an address such as <c>/the-switch</c>, or null.</summary>
    public Page? PageAt(string path) => _addresses.Value.GetValueOrDefault(path);

    /// <summary>What the page at an address cites, its practices and terms too, in the order of the sources.</summary>
    public IEnumerable<Source> SourcesOn(string path) => _cited.Value[path];

    /// <summary>The page an old or otherwise spelt address leads to: one of its aliases, another case, or a slash at the end; null where none does.</summary>
    public Page? PageOnceAt(string path)
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        return _spellings.Value.GetValueOrDefault(trimmed);
    }

    public Practice? PracticeNamed(string? id) => Practices.FirstOrDefault(practice => practice.Id == id);

    /// <summary>The vocabulary a prompt draws on with <c>from=</c>.</summary>
    public IEnumerable<Sign> SignsOf(SignKind kind) => Signs.Where(sign => sign.Kind == kind);

    /// <summary>A page's own address goes before another's old one.</summary>
    private static Dictionary<string, Page> By(IReadOnlyList<Page> pages, StringComparer comparer, Func<Page, IReadOnlyList<string>> others)
    {
        var found = new Dictionary<string, Page>(pages.Count, comparer);
        foreach (var page in pages)
            found.TryAdd(page.Path, page);
        foreach (var page in pages)
        {
            foreach (var address in others(page))
                found.TryAdd(address, page);
        }

        return found;
    }
}
