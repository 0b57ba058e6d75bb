using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Figures;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>Every file of one folder, read, and then put together into one guide.</summary>
internal sealed class Assembly
{
    private readonly List<Problem> _problems = [];
    private readonly List<SourceText> _read = [];
    private readonly IReadOnlyDictionary<string, IReadOnlyList<YamlText>> _outlines;
    private readonly Dictionary<string, Linked> _linked;
    private readonly ContentFiles _files;
    private readonly DateTimeOffset _now;
    private readonly Earlier _earlier;
    private readonly IReadOnlyList<PageFile> _pages;
    private readonly IReadOnlyList<PracticeFile> _practices;
    private readonly HelpDraft? _help;
    private readonly (SourceText File, IReadOnlyList<TermDraft> Result) _glossary;
    private readonly (SourceText File, IReadOnlyList<SourceDraft> Result) _sources;
    private readonly (SourceText File, IReadOnlyList<EverydayDraft> Result) _everyday;
    private readonly (SourceText File, IReadOnlyDictionary<string, IReadOnlyList<YamlText>> Result) _published;
    private readonly Dictionary<string, (PageFile File, PageShape Shape)> _shapes;
    private readonly TermNames _names;
    private HashSet<string> _linkedTerms = [];
    private readonly Linking _all;

    private Assembly(ContentFiles files, Func<DateTimeOffset> clock, Earlier earlier)
    {
        (_files, _earlier) = (files, earlier);
        var texts = files.Saved;
        (_linked, _shapes) = (new(texts.Count, StringComparer.Ordinal), new(texts.Count, StringComparer.Ordinal));
        var unreadable = files.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);
        var names = TermNames.None;
        _glossary = One(GlossaryFile.Path, GlossaryFile.Read);
        _sources = One(SourcesFile.Path, SourcesFile.Read);
        _everyday = One(SearchFile.Path, SearchFile.Read);
        _published = One(PublishedIdsFile.Path, PublishedIdsFile.Read);
        _outlines = One(OutlinesFile.Path, OutlinesFile.Read).Result;
        _help = One(HelpFile.Path, HelpFile.Read).Result;
        if (!texts.ContainsKey(HelpFile.Path) && !unreadable.Contains(HelpFile.Path))
            _problems.Add(new Problem(HelpFile.Path, 1, 1, Severity.Error, "AG311", "help.yml is missing. Put it back: the safety note, the safety question, and help by country.", ""));
        names = _names = earlier.Names(new TermNames(_glossary.Result.Select(term => (term.Name, term.Id))));
        _pages = Many("guide/", PageFile.Read);
        if (_pages.Count == 0 && !unreadable.Any(path => path.StartsWith("guide", StringComparison.Ordinal)))
            _problems.Add(new Problem("guide", 1, 1, Severity.Error, "AG311", "guide/ is not there, or holds no page. If it was moved or renamed, put it back; else write guide/home.md.", ""));
        _practices = Many("practices/", PracticeFile.Read);
        if (_practices.Count == 0 && _published.Result.GetValueOrDefault("practices") is { Count: > 0 } && !unreadable.Any(path => path.StartsWith("practices", StringComparison.Ordinal)))
            _problems.Add(new Problem("practices", 1, 1, Severity.Error, "AG311", "practices/ is not there, or holds no practice, and some were published. If it was moved or renamed, put it back.", ""));
        var drawings = Many("figures/", file => (Name: file.Path["figures/".Length..], Svg: Drawing.Read(file)));
        foreach (var broken in _problems.Where(problem => problem.Severity == Severity.Error))
            unreadable.Add(broken.File);
        // Whoever reads files at its start may not have a clock yet.
        var now = _now = clock();
        var practices = Index(_practices, practice => practice.Id);
        foreach (var page in _pages)
            _shapes[Name(page)] = (page, earlier.Shape(page, Name(page), page.Visible(now), () => Shape(page, practices)));
        _all = new Linking(new Catalog
        {
            Pages = _shapes.ToDictionary(shape => shape.Key, shape => shape.Value.Shape, StringComparer.Ordinal),
            PagesByPath = Index([.. _shapes.Values.Select(page => page.Shape)], shape => shape.Path),
            Practices = practices,
            Terms = Index(_glossary.Result, term => term.Id),
            Sources = Index(_sources.Result, source => source.Id),
            Drawings = drawings.Where(drawing => drawing.Svg is not null).ToDictionary(drawing => drawing.Name, drawing => drawing.Svg!, StringComparer.Ordinal),
            Unreadable = unreadable,
        });

        (SourceText File, T Result) One<T>(string path, Func<SourceText, T> read)
        {
            var result = earlier.Parsed.Read(path, texts.GetValueOrDefault(path, SavedText.Empty), names, read);
            if (texts.ContainsKey(path))
            {
                _read.Add(result.File);
                _problems.AddRange(result.File.Found);
            }

            return result;
        }

        IReadOnlyList<T> Many<T>(string folder, Func<SourceText, T> read)
        {
            var paths = texts.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
            var results = new (SourceText File, T Result)[paths.Length];
            Parallel.For(0, paths.Length, i => results[i] = earlier.Parsed.Read(paths[i], texts[paths[i]], names, read));
            foreach (var result in results)
            {
                _read.Add(result.File);
                _problems.AddRange(result.File.Found);
            }

            return [.. results.Select(result => result.Result)];
        }
    }

    public IReadOnlyList<Problem> Problems => Silencing.Apply(_read, _problems, whole: _all.Catalog.Unreadable.Count == 0);

    /// <summary>No more lines are asked for.</summary>
    public void Rest() => _read.ForEach(file => file.Rest());

    public DateTimeOffset? NextChange => _pages.Min(page => page.NextChange(_now));

    public Last Last(Compilation compiled) => new(_files, _now, compiled, _all, _outlines, _linkedTerms.Count == _glossary.Result.Count);

    public static Assembly Of(ContentFiles files, Func<DateTimeOffset> clock, Earlier earlier) => new(files, clock, earlier);

    public Guide Guide()
    {
        var catalog = _all.Catalog;
        Uniqueness.Check(_pages, _practices, catalog, _outlines.ContainsKey, _problems);
        _all.CareHtml = _help is null ? "" : Link(HelpFile.Path, _help, () => new Linker(_all, new SourceText(HelpFile.Path, SavedText.Empty), null, draft: false), links => links.Html(_help.Care));
        _all.Terms = Terms();
        Practices();
        var pages = Pages();
        var guide = new Guide
        {
            Pages = [.. pages.Where(page => !page.Draft)],
            Drafts = [.. pages.Where(page => page.Draft)],
            Terms = _all.Terms,
            Sources = Sources(),
            Practices = [.. _all.Practices.Values.Where(practice => !practice.Draft).OrderBy(practice => practice.Order).ThenBy(practice => practice.Id, StringComparer.Ordinal)],
            Help = _help?.Help ?? new Help("", new SafetyQuestion("", "", ""), []),
            Signs = [.. pages.Where(page => !page.Draft).SelectMany(page => page.Signs)],
            Everyday = Link(SearchFile.Path, _everyday.Result, () => new Linker(_all, _everyday.File, null, draft: false),
                IReadOnlyList<Everyday> (links) => [.. _everyday.Result.Select(item => item.Finish(links))]),
        };
        Reviews();
        if (catalog.Unreadable.Count == 0 && !_problems.Exists(problem => problem.Code == "AG306"))
            _problems.AddRange(UnusedTerms.Find(_glossary.File, _glossary.Result, _linkedTerms = LinkedTerms(), _read.Where(file => file.Path.Contains('/', StringComparison.Ordinal)), _names));
        if (_outlines.Count > 0 && !_files.Saved.ContainsKey(PublishedIdsFile.Path) && !catalog.Unreadable.Contains(PublishedIdsFile.Path))
            _problems.Add(new Problem(PublishedIdsFile.Path, 1, 1, Severity.Warning, PublishedIds.Gone, "published-ids.yml is gone, though outlines.yml shows what was accepted. Put it back, so that no published id is lost unseen; check --accept would write it anew.", ""));
        PublishedIdsFile.Check(_published.File, _published.Result, guide, catalog, _problems);
        if (catalog.Unreadable.Count == 0 && !_problems.Exists(problem => problem.Severity == Severity.Error))
            _problems.AddRange(OutlinesFile.Check(_outlines, guide, _read));
        _earlier.Keep(_files.Saved, _linked, _shapes);
        return guide;
    }

    private IReadOnlyList<Term> Terms()
    {
        var page = _all.Catalog.PagesByPath.GetValueOrDefault(Addresses.KeyTerms);
        var title = _pages.FirstOrDefault(file => file.Path == Addresses.KeyTerms)?.Nav ?? "Key terms";
        return Link(GlossaryFile.Path, (_glossary.Result, title, page?.Path), () => new Linker(_all, _glossary.File, page, draft: false) { Title = title, Place = Addresses.KeyTerms },
            IReadOnlyList<Term> (links) => [.. _glossary.Result.Select(term => term.Finish(links))]);
    }

    private void Practices()
    {
        var signs = InOrder(_pages.Where(page => page.Signs.Length > 0 && page.Visible(_now)))
            .SelectMany(page => page.Signs.Select(sign => (sign.Kind, Choice: new Choice(sign.Id, sign.Label, $"{page.Path}#{sign.Id}"))))
            .ToLookup(sign => sign.Kind, sign => sign.Choice);
        var vocabulary = _earlier.Vocabulary([.. Enum.GetValues<SignKind>().Select(kind => (IReadOnlyList<Choice>)[.. signs[kind]])]);
        var page = _all.Catalog.PagesByPath.GetValueOrDefault(Addresses.WhatHelps);
        foreach (var practice in _practices.Where(practice => practice.Id.Length > 0))
        {
            var from = (practice, page?.Path, vocabulary[0], vocabulary[1], vocabulary[2], vocabulary[3]);
            _all.Practices.TryAdd(practice.Id, Link(practice.File.Path, from, () => Linker(practice), inner => practice.Finish(inner, kind => vocabulary[(int)kind])));
        }

        Linker Linker(PracticeFile practice) =>
            new(_all, practice.File, page, practice.Draft) { Title = practice.Title, Place = $"{Addresses.WhatHelps}#{practice.Id}" };
    }

    /// <summary>Those that have an address, in their order, drafts too.</summary>
    private List<Page> Pages()
    {
        var files = InOrder(_pages).ToArray();
        var linked = new Linked[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            var (file, visible, overdue) = (files[i], files[i].Visible(_now), files[i].Overdue(_now));
            var shape = _all.Catalog.Pages[Name(file)];
            linked[i] = _earlier.Link(file.File.Path, (file, visible, overdue), _all, () => file.Linker(_all, shape, visible), links => file.Finish(links, shape, visible, overdue, _all.Catalog));
            if (_outlines.ContainsKey(file.File.Path))
                _ = ((Page)linked[i].Result).Outline;
            file.Rest();
        });
        foreach (var (file, result) in files.Zip(linked))
            Keep(file.File.Path, result);
        return [.. linked.Select(result => (Page)result.Result).Where(page => page.Path.Length > 0)];
    }

    private HashSet<string> LinkedTerms()
    {
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, file) in _linked)
        {
            if (path != GlossaryFile.Path)
                linked.UnionWith(file.Looks.Where(look => look.What == Look.Term).Select(look => look.Name));
            if (linked.Count == _glossary.Result.Count)
                break;
        }

        return linked;
    }

    private T Link<T>(string path, object from, Func<Linker> open, Func<Linker, T> finish)
        where T : class
    {
        var linked = _earlier.Link(path, from, _all, open, finish);
        Keep(path, linked);
        return (T)linked.Result;
    }

    private void Keep(string path, Linked linked)
    {
        _linked[path] = linked;
        _problems.AddRange(linked.Problems);
    }

    private static string Name(PageFile page) => page.File.Path["guide/".Length..];

    private PageShape Shape(PageFile page, Dictionary<string, PracticeFile> practices)
    {
        var shown = page.Guests.SelectMany(guest => Catalog.Shown(guest, _glossary.Result, practices)).Select(anchor => anchor.Id);
        var sources = page.Path == Addresses.Sources ? _sources.Result.Select(source => source.Id) : [];
        string[] ids = [.. shown, .. sources];
        return new PageShape(Name(page), page.Path, page.Visible(_now), ids.Length == 0 ? page.Ids : PageShape.Sorted(ids.Concat(page.Ids)));
    }

    private static IEnumerable<PageFile> InOrder(IEnumerable<PageFile> pages) =>
        pages.OrderBy(page => page.Order).ThenBy(page => page.Id, StringComparer.Ordinal);

    private static Dictionary<string, T> Index<T>(IReadOnlyCollection<T> items, Func<T, string> key)
    {
        var index = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (var item in items.Where(item => key(item).Length > 0))
            index.TryAdd(key(item), item);
        return index;
    }

    /// <summary>Each with its uses: first in the glossary, then in practices, then in pages in their order.</summary>
    private IReadOnlyList<Source> Sources()
    {
        var uses = new Dictionary<string, (List<SourceUse> InOrder, HashSet<string> Seen)>(StringComparer.Ordinal);
        foreach (var (source, use) in _linked.Values.SelectMany(linked => linked.Uses))
        {
            if (!uses.TryGetValue(source, out var found))
                uses[source] = found = ([], new HashSet<string>(StringComparer.Ordinal));
            if (use is not null && found.Seen.Add(use.Address))
                found.InOrder.Add(use);
        }

        return [.. _sources.Result.Select(source =>
        {
            if (!uses.TryGetValue(source.Id, out var found) && _all.Catalog.Unreadable.Count == 0)
                _problems.Add(_sources.File.Problem(source.Line, source.Column, Severity.Warning, "AG304", $"No page links to \"{source.Id}\". Link to it with src:{source.Id}, or take it out."));
            return source.Finish(found.InOrder ?? []);
        })];
    }

    private void Reviews()
    {
        _problems.AddRange(_pages.Where(page => page.Visible(_now) && page.Overdue(_now)).Select(Overdue));
        _problems.AddRange(_pages.Where(page => page.ReviewedToCome(_now)).Select(page => page.File.Problem(page.ReviewedFrom.Line, page.ReviewedFrom.Column, Severity.Error, "AG112",
            $"\"on\" is the day on which the page was last read through, and {page.ReviewedOn:yyyy-MM-dd} has not come yet. Set it to that day.")));
    }

    public static Problem Overdue(PageFile page) => page.File.Problem(page.Reviewed.Line, page.Reviewed.Column, Severity.Warning, "AG505",
        $"This page was to be reviewed by {page.ReviewedNext:yyyy-MM-dd}. Read it again, and set both dates.");
}
