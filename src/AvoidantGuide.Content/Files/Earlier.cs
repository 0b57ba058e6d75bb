using AvoidantGuide.Content.Links;

namespace AvoidantGuide.Content.Files;

/// <summary>
/// What one compilation leaves to the next, so that a saved file costs the reading of that file and the filling in of the
/// links that see the change. A compilation without it comes to the same result.
/// </summary>
internal sealed class Earlier
{
    private Dictionary<string, Linked> _linked = new(StringComparer.Ordinal);
    private Dictionary<string, (PageFile File, PageShape Shape)> _shapes = new(StringComparer.Ordinal);
    private IReadOnlyList<Choice>[] _vocabulary = [];
    private TermNames _names = TermNames.None;

    public ParsedFiles Parsed { get; } = new();

    /// <summary>What these links came to before, where nothing they see has changed; else what they come to now.</summary>
    public Linked Link(string path, object from, Linking all, Func<Linker> open, Func<Linker, object> finish)
    {
        if (_linked.TryGetValue(path, out var before) && before.StillHolds(from, all))
            return before;
        var links = open();
        var result = finish(links);
        return new Linked(from, result, links.Problems, links.Uses, links.Looks);
    }

    /// <summary>The shape of before, where this page's is no other.</summary>
    public PageShape Shape(PageFile page, string name, bool visible, Func<PageShape> make)
    {
        var known = _shapes.TryGetValue(name, out var before);
        if (known && before.File == page && before.Shape.Visible == visible && page.Guests.Length == 0 && page.Path != Addresses.Sources)
            return before.Shape;
        var shape = make();
        return known && shape.Same(before.Shape) ? before.Shape : shape;
    }

    /// <summary>The names of before, where these are no others.</summary>
    public TermNames Names(TermNames now) => _names = now.Same(_names) ? _names : now;

    /// <summary>The choices of each kind, the same lists as before where they hold the same.</summary>
    public IReadOnlyList<Choice>[] Vocabulary(IReadOnlyList<Choice>[] now) =>
        _vocabulary = [.. now.Select((list, kind) => kind < _vocabulary.Length && list.SequenceEqual(_vocabulary[kind]) ? _vocabulary[kind] : list)];

    public Last? Last { get; set; }

    /// <summary>A page as the last compilation had it; null where the path is no page's.</summary>
    public (PageFile File, PageShape Shape, Linked Linked)? PageOf(string path) =>
        path.StartsWith("guide/", StringComparison.Ordinal) && _shapes.TryGetValue(path["guide/".Length..], out var known) && _linked.TryGetValue(path, out var linked)
            ? (known.File, known.Shape, linked) : null;

    /// <summary>One page is another, and everything else as it was.</summary>
    public void Amend(string path, PageFile page, Linked linked, Last last)
    {
        var name = path["guide/".Length..];
        _shapes[name] = (page, _shapes[name].Shape);
        _linked[path] = linked;
        Last = last;
    }

    public void Keep(IReadOnlyDictionary<string, SavedText> texts, Dictionary<string, Linked> linked, Dictionary<string, (PageFile File, PageShape Shape)> shapes)
    {
        Parsed.KeepOnly(texts);
        (_linked, _shapes) = (linked, shapes);
    }
}
