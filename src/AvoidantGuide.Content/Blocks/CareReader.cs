using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class CareReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: false);
        var words = reading.Markup.Blocks(part.Lines);
        return new Draft(part.Line, words.Words, links => new Care(links.CareHtml, words == Fragment.Empty ? null : links.Html(words)));
    }
}
