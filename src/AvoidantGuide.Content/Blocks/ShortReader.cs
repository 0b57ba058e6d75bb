using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class ShortReader
{
    private const int Sentences = 5;

    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: false);
        var items = reading.Markup.Items(part.Lines) ?? [];
        if (items.Count == Sentences)
            return new Draft(part.Line, items.Sum(item => item.Words), links => new InShort([.. items.Select(links.Html)]));
        reading.WrongParts(part, items.Count == 0
            ? "\"short\" holds nothing but a list of exactly five sentences, each beginning with \"- \"."
            : $"\"short\" holds exactly five sentences, and there are {items.Count}.");
        return null;
    }
}
