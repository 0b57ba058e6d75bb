using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>What a file's lines fall into before any Markdown is read.</summary>
internal abstract record Part(int Line);

internal sealed record TextPart(int Line, IReadOnlyList<SourceLine> Lines) : Part(Line)
{
    public bool Blank => Lines.All(line => line.Blank);
}

/// <param name="Title">The words alone, without the marks before and the braces after them.</param>
internal sealed record HeadingPart(int Line, int Level, SourceLine Title, Attributes Attributes) : Part(Line);

/// <param name="Broken">Not closed, or another block begins inside: it is read as plain text, for the problems in it.</param>
internal sealed record FencedPart(int Line, string Name, Attributes Attributes, IReadOnlyList<SourceLine> Lines, bool Broken) : Part(Line);
