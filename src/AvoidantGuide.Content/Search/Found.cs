namespace AvoidantGuide.Content.Search;

/// <summary>The answer to a search.</summary>
/// <param name="Results">Those that have all words first.</param>
/// <param name="Corrections">The words that the guide does not have.</param>
/// <param name="Danger">Whether the query may be about danger or self-harm, so that help comes first.</param>
public sealed record Found(IReadOnlyList<SearchResult> Results, IReadOnlyList<Correction> Corrections, bool Danger)
{
    /// <summary>What was looked for in place of the query; null where that is the query itself.</summary>
    public string? Meant { get; init; }
}

/// <param name="Typed">A word that nothing in the guide has.</param>
/// <param name="Shown">The word that was looked for in its place; null where none is near.</param>
public sealed record Correction(string Typed, string? Shown);

/// <param name="PageTitle">The short name of the page it is on.</param>
/// <param name="Address">The page, with the heading, term, sign, question or practice.</param>
/// <param name="HasAll">Whether all words of the query are there; otherwise most of them.</param>
public sealed record SearchResult(PlaceKind Kind, string PageTitle, string Address, MarkedText Title, MarkedText Excerpt, bool HasAll);

/// <summary>Plain text, to be encoded, in which the words that were looked for are marked.</summary>
public sealed record MarkedText(IReadOnlyList<Piece> Pieces)
{
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));
}

public sealed record Piece(string Text, bool Marked);
