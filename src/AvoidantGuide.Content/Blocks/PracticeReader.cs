using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class PracticeReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: false, "ref");
        reading.NoText([new TextPart(part.Line, part.Lines)], "\"practice\" holds no text of its own: its words come from practices/.");
        if (!part.Attributes.Values.TryGetValue("ref", out var practice))
        {
            if (!part.Attributes.Malformed)
                reading.File.Error(part.Line, 1, "AG207", "\"practice\" needs the practice's id: {ref=catch-early}.");
            return null;
        }

        return new Draft(part.Line, 0, links =>
            links.Practice(practice.Value, part.Line, practice.Column) is { } found ? new PracticeBlock(found) : null)
        {
            Practice = practice.Value,
        };
    }
}
