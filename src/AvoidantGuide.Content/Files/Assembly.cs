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
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<PageFile> _pages;
    private readonly IReadOnlyList<PracticeFile> _practices;
    private readonly HelpDraft? _help;
    private readonly (SourceText File, IReadOnlyList<TermDraft> Result) _glossary;
    private readonly (SourceText File, IReadOnlyList<SourceDraft> Result) _sources;
    private readonly (SourceText File, IReadOnlyDictionary<string, IReadOnlyList<YamlText>> Result) _published;
    private readonly Linking _all;

    private Assembly(ContentFiles files, DateTimeOffset now, ParsedFiles parsed)
    {
        _now = now;
        var texts = files.Texts;
        var unreadable = files.Problems.Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);
        _glossary = One(GlossaryFile.Path, GlossaryFile.Read);
        _sources = One(SourcesFile.Path, SourcesFile.Read);
        _published = One(PublishedIdsFile.Path, PublishedIdsFile.Read);
        _help = One(HelpFile.Path, HelpFile.Read).Result;
        if (!texts.ContainsKey(HelpFile.Path) && !unreadable.Contains(HelpFile.Path))
            _problems.Add(new Problem(HelpFile.Path, 1, 1, Severity.Error, "AG311", "help.yml is missing: the safety note, the safety question, and help by country.", ""));
        _pages = Many("guide/", PageFile.Read);
        if (_pages.Count == 0 && !unreadable.Any(path => path.StartsWith("guide/", StringComparison.Ordinal)))
            _problems.Add(new Problem("guide", 1, 1, Severity.Error, "AG311", "The folder guide/ holds no page.", ""));
        _practices = Many("practices/", PracticeFile.Read);
        var drawings = Many("figures/", file => (Name: file.Path["figures/".Length..], Svg: Drawing.Read(file)));
        foreach (var broken in _problems.Where(problem => problem.Severity == Severity.Error))
            unreadable.Add(broken.File);
        _all = new Linking(new Catalog
        {
            Pages = Index(_pages, page => page.File.Path["guide/".Length..]),
            PagesByPath = Index(_pages, page => page.Path),
            Practices = Index(_practices, practice => practice.Id),
            Terms = Index(_glossary.Result, term => term.Id),
            Sources = Index(_sources.Result, source => source.Id),
            Drawings = drawings.Where(drawing => drawing.Svg is not null).ToDictionary(drawing => drawing.Name, drawing => drawing.Svg!, StringComparer.Ordinal),
            Unreadable = unreadable,
        }, now);

        (SourceText File, T Result) One<T>(string path, Func<SourceText, T> read)
        {
            var result = parsed.Read(path, texts.GetValueOrDefault(path) ?? "", read);
            if (texts.ContainsKey(path))
                _problems.AddRange(result.File.Found);
            return result;
        }

        IReadOnlyList<T> Many<T>(string folder, Func<SourceText, T> read) => [.. texts.Keys
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => One(path, read).Result)];
    }

    public IReadOnlyList<Problem> Problems => [.. _problems, .. _all.Problems];

    public DateTimeOffset? NextPublish => _pages.Where(page => !page.Draft && page.Publish > _now).Min(page => page.Publish);

    public static Assembly Of(ContentFiles files, DateTimeOffset now, ParsedFiles parsed) => new(files, now, parsed);

    public Guide Guide()
    {
        var catalog = _all.Catalog;
        Uniqueness.Check(_pages, _practices, catalog, _problems);
        _all.CareHtml = _help is null ? "" : new Linker(_all, new SourceText(HelpFile.Path, ""), null, draft: false).Html(_help.Care);
        var keyTerms = catalog.PagesByPath.GetValueOrDefault(Addresses.KeyTerms);
        var glossary = new Linker(_all, _glossary.File, keyTerms, draft: false) { Title = keyTerms?.Nav ?? "Key terms", Place = Addresses.KeyTerms };
        _all.Terms = [.. _glossary.Result.Select(term => term.Finish(glossary))];
        var vocabulary = Vocabulary();
        foreach (var practice in _practices.Where(practice => practice.Id.Length > 0))
            _all.Practices.TryAdd(practice.Id, practice.Finish(_all, catalog.PagesByPath.GetValueOrDefault(Addresses.WhatHelps), kind => vocabulary[kind]));
        var pages = InOrder(_pages).Select(page => page.Finish(_all)).Where(page => !page.Draft && page.Path.Length > 0).ToList();
        var guide = new Guide
        {
            Pages = pages,
            Terms = _all.Terms,
            Sources = [.. _sources.Result.Select(Source)],
            Practices = [.. _all.Practices.Values.Where(practice => !practice.Draft).OrderBy(practice => practice.Order).ThenBy(practice => practice.Id, StringComparer.Ordinal)],
            Help = _help?.Help ?? new Help("", new SafetyQuestion("", "", ""), []),
            Signs = [.. pages.SelectMany(page => page.Blocks.OfType<SignList>()).SelectMany(list => list.Items)],
        };
        Reviews();
        PublishedIdsFile.Check(_published.File, _published.Result, guide, catalog, _problems);
        return guide;
    }

    private static IEnumerable<PageFile> InOrder(IEnumerable<PageFile> pages) =>
        pages.OrderBy(page => page.Order).ThenBy(page => page.Id, StringComparer.Ordinal);

    private static Dictionary<string, T> Index<T>(IEnumerable<T> items, Func<T, string> key)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => key(item).Length > 0))
            index.TryAdd(key(item), item);
        return index;
    }

    private ILookup<SignKind, Choice> Signs() => InOrder(_pages.Where(_all.Visible))
        .SelectMany(page => page.Drafts.SelectMany(draft => draft.Signs).Select(sign => (sign.Kind, Choice: new Choice(sign.Id, sign.Label, $"{page.Path}#{sign.Id}"))))
        .ToLookup(sign => sign.Kind, sign => sign.Choice);

    private Dictionary<SignKind, IReadOnlyList<Choice>> Vocabulary()
    {
        var signs = Signs();
        return Enum.GetValues<SignKind>().ToDictionary(kind => kind, kind => (IReadOnlyList<Choice>)[.. signs[kind]]);
    }

    private Source Source(SourceDraft source)
    {
        var uses = _all.UsesOf(source.Id);
        if (uses is null && _all.Catalog.Unreadable.Count == 0)
            _problems.Add(_sources.File.Problem(source.Line, source.Column, Severity.Warning, "AG304", $"No page links to \"{source.Id}\". Link to it with src:{source.Id}, or take it out."));
        return source.Finish(uses ?? []);
    }

    private void Reviews()
    {
        var today = DateOnly.FromDateTime(_now.UtcDateTime);
        foreach (var page in _pages.Where(page => _all.Visible(page) && page.ReviewedNext != default && page.ReviewedNext < today))
        {
            _problems.Add(page.File.Problem(page.Reviewed.Line, page.Reviewed.Column, Severity.Warning, "AG505",
                $"This page was to be reviewed by {page.ReviewedNext:yyyy-MM-dd}. Read it again, and set both dates."));
        }
    }
}
