namespace AvoidantGuide.Content;

public enum SignKind { Trigger, Sign, Story, Move }

/// <summary>One item of a <c>signs</c> block: a choice the journal offers, explained where it stands.</summary>
/// <param name="Label">Plain text: what the journal offers.</param>
/// <param name="Html">The lines below it; empty where there are none.</param>
/// <param name="Path">The page that explains it, so that <c>Path#Id</c> is its address.</param>
public sealed record Sign(string Id, SignKind Kind, string Label, string Html, string Path);

/// <param name="Also">Other names, in everyday words too.</param>
/// <param name="DefinitionHtml">The first paragraph, with its <c>p</c> element.</param>
/// <param name="Definition">The first paragraph as plain text.</param>
/// <param name="MoreHtml">The paragraphs after it.</param>
public sealed record Term(
    string Id, string Name, Strength Strength, IReadOnlyList<string> Also, string DefinitionHtml, string Definition, string MoreHtml);

/// <param name="Year">Null where it is not known, as on an undated web page.</param>
/// <param name="In">The journal or book; null where unknown.</param>
/// <param name="Address">An https address: the DOI's, or the source's own; null where unknown.</param>
/// <param name="Kind">What sort of study, in a few words; null where the file does not say.</param>
/// <param name="Uses">Where the guide links to it, each place once: terms, then practices, then pages in their order.</param>
public sealed record Source(
    string Id, string Authors, int? Year, string Title, string? In, string? Doi, string? Address, string? Kind, IReadOnlyList<SourceUse> Uses);

/// <param name="Address">Page and nearest heading or term: <c>/the-switch#what-studies-find</c>.</param>
public sealed record SourceUse(string Title, string Address);
