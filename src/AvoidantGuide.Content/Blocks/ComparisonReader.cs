using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class ComparisonReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: true);
        var id = part.Attributes.OptionalId(reading.File);
        if (SectionScanner.Read(reading, part, "\"comparison\" holds two sides, each below a \"###\" heading of its own.") is not { } sides)
            return null;
        foreach (var side in sides)
            side.Heading.Attributes.Allow(reading.File, id: false);
        if (sides.Count != 2)
        {
            reading.WrongParts(part, $"\"comparison\" holds exactly two sides, each with a \"###\" heading, and there are {sides.Count}.");
            return null;
        }

        return new Draft(part.Line, sides.Sum(side => side.Title.Words + side.Words.Words), Finish)
        {
            Anchors = Reading.Anchor(part.Attributes, id, $"{sides[0].Title.Text}, {sides[1].Title.Text}") is { } anchor ? [anchor] : [],
        };

        Block Finish(Linker links) => new Comparison(id, Side(links, sides[0]), Side(links, sides[1]));
    }

    private static ComparisonSide Side(Linker links, Section side) => new(side.Title.Text, links.Html(side.Words));
}
