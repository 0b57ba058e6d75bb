using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class StartReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: true);
        var id = part.Attributes.RequireId(reading.File, "A start");
        var ways = reading.Markup.Items(part.Lines) ?? [];
        if (ways.Count < 2 || ways.Any(way => way.Links.Count == 0 || way.Html[0].Length > 0))
            reading.WrongParts(part, "\"start\" holds a list of at least two ways into the guide, each beginning with its link: - [This is me](inside-experience.md)");
        return id is null ? null : new Draft(part.Line, ways.Sum(way => way.Words), links => new Start(id, [.. ways.Select(links.Html)]))
        {
            Anchors = [Reading.Anchor(part.Attributes, id, "Where to begin")!],
        };
    }
}
