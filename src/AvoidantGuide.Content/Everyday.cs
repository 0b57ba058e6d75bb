namespace AvoidantGuide.Content;

/// <summary>Words that people type, and where the guide answers them though it may say it in others.</summary>
/// <param name="Addresses">The best first: a page, with a place on it or without.</param>
public sealed record Everyday(IReadOnlyList<string> Words, IReadOnlyList<string> Addresses);
