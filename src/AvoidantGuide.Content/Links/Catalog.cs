using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content.Links;

/// <summary>All that can be linked to, looked up by name.</summary>
internal sealed class Catalog
{
    private bool? _pagesHidden;

    /// <summary>By file name, such as <c>the-switch.md</c>.</summary>
    public required IReadOnlyDictionary<string, PageShape> Pages { get; init; }

    public required IReadOnlyDictionary<string, PageShape> PagesByPath { get; init; }

    public required IReadOnlyDictionary<string, PracticeFile> Practices { get; init; }

    public required IReadOnlyDictionary<string, TermDraft> Terms { get; init; }

    public required IReadOnlyDictionary<string, SourceDraft> Sources { get; init; }

    public required IReadOnlyDictionary<string, string> Drawings { get; init; }

    /// <summary>Files that exist but have problems of their own: what should be in them is not reported as missing.</summary>
    public required IReadOnlySet<string> Unreadable { get; init; }

    /// <summary>Whether a page's address may be unknown only because its file, or the folder, cannot be read.</summary>
    public bool PagesHidden => _pagesHidden ??= Unreadable.Any(path => path is "guide"
        || (path.StartsWith("guide/", StringComparison.Ordinal) && Pages.GetValueOrDefault(path["guide/".Length..]) is not { Path.Length: > 0 }));

    /// <summary>Whether a practice may be unknown only because its file, or the folder, cannot be read.</summary>
    public bool PracticesHidden => Unreadable.Any(path => path is "practices" || path.StartsWith("practices/", StringComparison.Ordinal));

    /// <summary>The words that a block brings with it.</summary>
    public int WordsOf(Draft guest) => guest.ShowsTerms ? Terms.Values.Sum(term => term.Words) : Practices.GetValueOrDefault(guest.Practice!)?.Words ?? 0;

    /// <summary>The anchors of terms and practices, at the line of the block that shows them.</summary>
    public static IEnumerable<Anchor> Shown(Draft draft, IEnumerable<TermDraft> terms, IReadOnlyDictionary<string, PracticeFile> practices)
    {
        if (draft.ShowsTerms)
            return terms.Select(term => new Anchor(term.Id, draft.Line, 1, term.Name));
        if (draft.Practice is null || !practices.TryGetValue(draft.Practice, out var practice))
            return [];
        return practice.Drafts.SelectMany(inner => inner.Anchors).Select(anchor => anchor with { Line = draft.Line, Column = 1 })
            .Prepend(new Anchor(practice.Id, draft.Line, 1, practice.Title));
    }
}
