using System.Text;
using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Files;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Links;

/// <summary>Fills in the links of one file, now that every file has been read, and remembers what it looked up for it.</summary>
/// <param name="page">The page the words stand on; null where they stand on none.</param>
/// <param name="draft">Readers do not see it, so it may link to what they do not see.</param>
internal sealed class Linker(Linking all, SourceText file, PageShape? page, bool draft)
{
    private readonly List<Problem> _problems = [];
    private readonly List<(string Source, SourceUse? Use)> _uses = [];
    private readonly Dictionary<(Look What, string Name), object?> _looks = [];
    private Looked[]? _looked;
    private Anchor? _passed;

    public string Path => page?.Path ?? "";

    public Problem[] Problems => [.. _problems, .. OfPage?.Problems ?? []];

    /// <summary>Which sources it links to, and where; null where readers do not see it: the source is not unused, and that is all.</summary>
    public (string Source, SourceUse? Use)[] Uses => [.. _uses];

    public Looked[] Looks => _looked ??= [.. _looks.Select(look => new Looked(look.Key.What, look.Key.Name, look.Value))];

    /// <summary>What a use is called on the sources page, before the nearest heading's words.</summary>
    public string Title { get; init; } = "";

    /// <summary>The address of a use that stands outside its page's own headings.</summary>
    public string? Place { get; init; }

    /// <summary>Of the page while it is read; null where these words stand on no page, or on one that shows every term.</summary>
    public PageTerms? OfPage { get; init; }

    public string CareHtml => Find<string>(Look.Care, "")!;

    public IReadOnlyList<Term> Terms => Find<IReadOnlyList<Term>>(Look.Terms, "")!;

    private Catalog Known => all.Catalog;

    /// <summary>The terms whose definitions the page shows.</summary>
    public Term[] Defined => OfPage is not { Defined.Count: > 0 } page ? []
        : [.. page.Defined.Select(id => Terms.FirstOrDefault(term => term.Id == id)).OfType<Term>()];

    /// <summary>Everything after this stands at this anchor.</summary>
    public void Pass(Anchor anchor) => _passed = anchor.Title.Length > 0 ? anchor : _passed;

    public string Html(Fragment fragment)
    {
        OfPage?.Read(file, fragment);
        if (fragment.Links.Count == 0)
            return fragment.Html[0];
        var html = new StringBuilder(fragment.Html[0]);
        for (var i = 0; i < fragment.Links.Count; i++)
            html.Append(Tag(fragment.Links[i])).Append(fragment.Html[i + 1]);
        return html.ToString();
    }

    /// <summary>Where a link to a page leads that stands in a list, without words of its own.</summary>
    public string AddressOf(Link link) => PageAddress(link);

    public Practice? Practice(string id, int line, int column)
    {
        if (Find<Practice>(Look.Practice, id) is { } practice)
        {
            if (practice.Draft && !draft)
                Error(line, column, "AG309", $"The practice \"{id}\" is a draft, and this page is published. Publish it, or leave the block out.");
            return practice;
        }

        if (!Known.PracticesHidden)
            Error(line, column, "AG307", $"No practice has the id \"{id}\".{Nearest.Hint(id, all.Practices.Keys)} Each practice is a file of practices/, with its id at the top.");
        return null;
    }

    /// <summary>
    /// The practice as this page shows it: its words are the page's while they stand there. What is wrong with them, and
    /// what they use, was found when the practice itself was linked.
    /// </summary>
    public Practice Shown(Practice practice)
    {
        if (OfPage is null || Find<PracticeFile>(Look.Words, practice.Id) is not { } words)
            return practice;
        var helps = Known.PagesByPath.ContainsKey(Addresses.WhatHelps) ? Find<PageShape>(Look.Address, Addresses.WhatHelps) : null;
        var links = new Linker(all, words.File, helps, draft) { Place = Addresses.WhatHelps, OfPage = OfPage };
        var shown = practice with { Blocks = words.Blocks(links) };
        foreach (var (look, found) in links._looks)
            _looks[look] = found;
        _looked = null;
        return shown;
    }

    public string Drawing(string name, string id, int line, int column)
    {
        if (Find<string>(Look.Drawing, name) is { } svg)
            return Figures.Drawing.Named(svg, id);
        if (!Known.Unreadable.Contains("figures/" + name))
            Error(line, column, "AG308", $"There is no drawing figures/{name}.{Nearest.Hint(name, Known.Drawings.Keys)} Put it there, or name another.");
        return "";
    }

    private string Tag(Link link)
    {
        var (address, extra) = link.Kind switch
        {
            LinkKind.Elsewhere => (link.Name, link.Name.StartsWith("https:", StringComparison.Ordinal) ? " class=\"elsewhere\" rel=\"noreferrer\"" : ""),
            LinkKind.Term => (TermAddress(link), $" class=\"term\"{TermMark(link)}"),
            LinkKind.Source => (SourceAddress(link), " class=\"source\""),
            LinkKind.Page => (PageAddress(link), ""),
            LinkKind.Address => (OwnAddress(link), ""),
            LinkKind.Nearly => (NoAddress(link), ""),
            _ => (HereAddress(link), ""),
        };
        return $"<a href=\"{Markup.Html.Encode(address)}\"{extra}>";
    }

    private string TermAddress(Link link)
    {
        if (Find<TermDraft>(Look.Term, link.Name) is null && !Known.Unreadable.Contains(GlossaryFile.Path))
            Error(link, "AG306", $"glossary.md has no term \"{link.Name}\".{Nearest.Hint(link.Name, Known.Terms.Keys)} Add it there, or link to another.");
        return $"{Addresses.KeyTerms}#{link.Name}";
    }

    /// <summary>On the page's first use of a term, whose definition the page then shows.</summary>
    private string TermMark(Link link) =>
        OfPage is not null && Known.Terms.ContainsKey(link.Name) && OfPage.Defines(link.Name) ? $" data-term=\"{link.Name}\"" : "";

    private string SourceAddress(Link link)
    {
        if (Find<SourceDraft>(Look.Source, link.Name) is not null)
            _uses.Add((link.Name, draft ? null : Here()));
        else if (!Known.Unreadable.Contains(SourcesFile.Path))
            Error(link, "AG305", $"sources.yml has no source \"{link.Name}\".{Nearest.Hint(link.Name, Known.Sources.Keys)} Add it there, or link to another.");
        return $"{Addresses.Sources}#{link.Name}";
    }

    private SourceUse Here()
    {
        if (_passed is null)
            return new SourceUse(Title, Place ?? Path);
        return new SourceUse($"{Title}{(Title.EndsWith('?') ? "" : ":")} {_passed.Title}", $"{Path}#{_passed.Id}");
    }

    private string PageAddress(Link link)
    {
        if (Find<PageShape>(Look.Page, link.Name) is { } target)
            return To(target, link);
        if (Known.Unreadable.Contains("guide/" + link.Name) || Known.Unreadable.Contains("guide"))
            return "";
        var hint = Meant(LinkSyntax.Bare(link.Name)) is { } meant ? $" Did you mean \"{meant}\"?" : Nearest.Hint(link.Name, Known.Pages.Keys);
        Error(link, "AG302", $"There is no page guide/{link.Name}.{hint} A page is named as its file.");
        return "";
    }

    /// <summary>How a link to what this may stand for is written; null where nothing is called so.</summary>
    private string? Meant(string bare)
    {
        if (Known.Pages.ContainsKey(bare + ".md"))
            return bare + ".md";
        if (Known.PagesByPath.TryGetValue("/" + bare, out var page))
            return page.Name;
        return Addresses.Own.Contains("/" + bare) ? "/" + bare : null;
    }

    private string NoAddress(Link link)
    {
        if (Meant(link.Name) is { } meant)
            Error(link, "AG301", $"This is not how a link to a page is written. Write [words]({meant}{Mark(link)}).");
        else
            Error(link, "AG301", $"No page is called \"{link.Name}\".{Nearest.Hint(link.Name + ".md", Known.Pages.Keys)} {LinkSyntax.Allowed}");
        return "";
    }

    private static string Mark(Link link) => link.Anchor is null ? "" : "#" + link.Anchor;

    private string OwnAddress(Link link)
    {
        if (Find<PageShape>(Look.Address, link.Name) is { } target)
            return To(target, link);
        if (Addresses.Own.Contains(link.Name))
        {
            if (link.Anchor is not null)
                Error(link, "AG303", $"{link.Name} has no place called \"{link.Anchor}\". Link to {link.Name} alone.");
        }
        else if (Meant(LinkSyntax.Bare(link.Name)) is { } meant)
        {
            Error(link, "AG302", $"The site has no address {link.Name}. Write [words]({meant}{Mark(link)}).");
        }
        else if (!Known.PagesHidden)
        {
            Error(link, "AG302", $"The site has no address {link.Name}.{Nearest.Hint(link.Name, Known.PagesByPath.Keys.Concat(Addresses.Own))} Link to a page by its file: page.md.");
        }

        return link.Name;
    }

    private string HereAddress(Link link)
    {
        if (page is null)
            Error(link, "AG303", $"These words stand on no page of their own: write page.md#{link.Anchor}.");
        else
            CheckAnchor(Find<PageShape>(Look.Page, page.Name)!, link);
        // The words of terms and practices are shown on other pages too.
        return (Place is null ? "" : page?.Path) + "#" + link.Anchor;
    }

    private string To(PageShape target, Link link)
    {
        if (!draft && !target.Visible)
            Error(link, "AG309", $"{link.Name} is a draft, so readers would find nothing there. Publish it, or leave the link out.");
        CheckAnchor(target, link);
        return link.Anchor is null ? target.Path : $"{target.Path}#{link.Anchor}";
    }

    private void CheckAnchor(PageShape target, Link link)
    {
        if (link.Anchor is null || target.Has(link.Anchor) || Known.Unreadable.Contains(target.File))
            return;
        Error(link, "AG303", $"{target.File} has no place called \"{link.Anchor}\".{Nearest.Hint(link.Anchor, target.Ids)} Give a heading there this id, or link to another place.");
    }

    private T? Find<T>(Look what, string name)
        where T : class
    {
        if (!_looks.TryGetValue((what, name), out var found))
        {
            found = all.Find(what, name);
            _looked = null;
            // By its own name, which is in memory already.
            _looks.Add((what, (found as PageShape)?.NameFor(what) ?? (found as TermDraft)?.Id ?? (found as SourceDraft)?.Id ?? name), found);
        }

        return (T?)found;
    }

    private void Error(Link link, string code, string message) => Error(link.Line, link.Column, code, message);

    private void Error(int line, int column, string code, string message) =>
        _problems.Add(file.Problem(line, column, Severity.Error, code, message));
}
