namespace AvoidantGuide.Content.Links;

internal enum LinkKind { Elsewhere, Term, Source, Page, Address, Here, Nearly }

/// <summary>A link whose form has been checked; where it leads is looked up when every file has been read.</summary>
/// <param name="Name">The address, the id, or the file's name; empty for <see cref="LinkKind.Here"/>, and for <see cref="LinkKind.Nearly"/> what of it may be a page's.</param>
/// <param name="Anchor">Without its mark; null where there is none.</param>
internal sealed record Link(LinkKind Kind, string Name, string? Anchor, int Line, int Column);
