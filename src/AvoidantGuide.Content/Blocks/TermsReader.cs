using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class TermsReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: false);
        reading.NoText([new TextPart(part.Line, part.Lines)], "\"terms\" holds no text of its own: the terms come from glossary.md. Put the text above or below the block.");
        return new Draft(part.Line, 0, links => new TermList(links.Terms)) { ShowsTerms = true };
    }
}
