using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content.Links;

/// <summary>All that can be linked to, looked up by name.</summary>
internal sealed class Catalog
{
    private readonly Dictionary<string, Dictionary<string, Anchor>> _anchors = new(StringComparer.Ordinal);

    /// <summary>By file name, such as <c>the-switch.md</c>.</summary>
    public required IReadOnlyDictionary<string, PageFile> Pages { get; init; }

    public required IReadOnlyDictionary<string, PageFile> PagesByPath { get; init; }

    public required IReadOnlyDictionary<string, PracticeFile> Practices { get; init; }

    public required IReadOnlyDictionary<string, TermDraft> Terms { get; init; }

    public required IReadOnlyDictionary<string, SourceDraft> Sources { get; init; }

    public required IReadOnlyDictionary<string, string> Drawings { get; init; }

    /// <summary>Files that exist but have problems of their own: what should be in them is not reported as missing.</summary>
    public required IReadOnlySet<string> Unreadable { get; init; }

    /// <summary>Every anchor of a page: its own, and those of the terms and practices it shows.</summary>
    public IReadOnlyDictionary<string, Anchor> AnchorsOf(PageFile page)
    {
        if (_anchors.TryGetValue(page.File.Path, out var anchors))
            return anchors;
        anchors = new Dictionary<string, Anchor>(StringComparer.Ordinal);
        foreach (var draft in page.Drafts)
        {
            foreach (var anchor in draft.Anchors.Concat(Shown(draft)))
                anchors.TryAdd(anchor.Id, anchor);
        }

        if (page.Path == Addresses.Sources)
        {
            foreach (var source in Sources.Values)
                anchors.TryAdd(source.Id, new Anchor(source.Id, 1, 1, source.Title));
        }

        return _anchors[page.File.Path] = anchors;
    }

    /// <summary>The anchors of terms and practices, at the line of the block that shows them.</summary>
    public IEnumerable<Anchor> Shown(Draft draft)
    {
        if (draft.ShowsTerms)
            return Terms.Values.Select(term => new Anchor(term.Id, draft.Line, 1, term.Name));
        if (draft.Practice is null || !Practices.TryGetValue(draft.Practice, out var practice))
            return [];
        return practice.Drafts.SelectMany(inner => inner.Anchors).Select(anchor => anchor with { Line = draft.Line, Column = 1 })
            .Prepend(new Anchor(practice.Id, draft.Line, 1, practice.Title));
    }
}
