using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class FigureReader
{
    private const string Shape = "\"figure\" holds one \"###\" heading, its title, and below it a description for people who do not see it.";

    public static Draft? Read(Reading reading, FencedPart part)
    {
        var file = reading.File;
        part.Attributes.Allow(file, id: true, "src");
        var id = part.Attributes.RequireId(file, "A figure");
        var src = part.Attributes.Values.GetValueOrDefault("src");
        if (src is null && !part.Attributes.Malformed)
            file.Error(part.Line, 1, "AG207", "\"figure\" needs its drawing: {#id src=name.svg}.");
        var sections = SectionScanner.Read(reading, part, Shape);
        if (sections is { Count: not 1 })
            reading.WrongParts(part, Shape);
        if (id is null || src is null || sections is not { Count: 1 })
            return null;

        var (heading, title, words) = sections[0];
        heading.Attributes.Allow(file, id: false);
        return new Draft(part.Line, title.Words + words.Words, links =>
            new Figure(id, title.Text, links.Html(words), links.Drawing(src.Value, id, part.Line, src.Column)))
        {
            Anchors = [Reading.Anchor(part.Attributes, id, title.Text)!],
        };
    }
}
