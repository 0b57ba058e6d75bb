using System.Collections.ObjectModel;
using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Content;

/// <summary>One page of the guide: its front matter and its blocks.</summary>
public sealed record Page
{
    private UInt128? _outline;

    public required string Id { get; init; }

    /// <summary>The address: <c>/</c> or <c>/the-switch</c>.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>A short name for menus; the title where the page gives none.</summary>
    public required string Nav { get; init; }

    public required string Summary { get; init; }

    public required int Order { get; init; }

    public required bool Draft { get; init; }

    /// <summary>UTC; readers do not see the page before it. Null: at once.</summary>
    public DateTimeOffset? Publish { get; init; }

    public required DateOnly ReviewedOn { get; init; }

    public required DateOnly ReviewedNext { get; init; }

    /// <summary>Whether that day has passed.</summary>
    public bool Overdue { get; init; }

    public string? Author { get; init; }

    /// <summary>Null until there is one; the page then says that it has not been clinically reviewed.</summary>
    public string? ClinicalReviewer { get; init; }

    /// <summary>What a reader may want to be told of first, such as <c>childhood-neglect</c>.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Old addresses, each with its leading slash, that lead here with 301.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Old anchor to new anchor.</summary>
    public IReadOnlyDictionary<string, string> Anchors { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The terms whose definition it shows where they are first used, in that order; each such link carries <c>data-term</c>.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>The words a reader sees, practices without their prompts, terms included where they stand.</summary>
    public required int Words { get; init; }

    /// <summary>The file it came from, relative to the content folder: <c>guide/the-switch.md</c>.</summary>
    public required string File { get; init; }

    public IEnumerable<Heading> Headings => Blocks.OfType<Heading>();

    public IEnumerable<Sign> Signs => Listed ?? Blocks.OfType<SignList>().SelectMany(list => list.Items);

    /// <summary>Its signs, which the guide keeps in any case.</summary>
    internal IReadOnlyList<Sign>? Listed { get; init; }

    /// <summary>What of it is published for good, sorted: the ids of its places but for those of terms, signs and practices.</summary>
    internal IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What stands for its outline.</summary>
    internal UInt128 Outline => _outline ??= Outlines.Digest(Outlines.Page(this));

    /// <summary>Its words as the search reads them.</summary>
    internal PageTexts Texts { get; init; }
}
