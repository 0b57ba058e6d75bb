using AvoidantGuide.Content.Links;

namespace AvoidantGuide.Content.Blocks;

/// <summary>A place that can be linked to.</summary>
internal sealed record Anchor(string Id, int Line, int Column, string Title);

/// <summary>One item of a signs block, before it is known which page readers see.</summary>
internal sealed record SignDraft(string Id, SignKind Kind, string Label, int Line, int Column);

/// <summary>A block that has been read and checked; its links are filled in by <c>Finish</c> when every file has been read; null where it leads to something missing.</summary>
/// <param name="Words">What a reader sees of it; terms and practices are counted where they are known.</param>
internal sealed record Draft(int Line, int Words, Func<Linker, Block?> Finish)
{
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    public IReadOnlyList<SignDraft> Signs { get; init; } = [];

    /// <summary>The practice it shows.</summary>
    public string? Practice { get; init; }

    public bool ShowsTerms { get; init; }
}
