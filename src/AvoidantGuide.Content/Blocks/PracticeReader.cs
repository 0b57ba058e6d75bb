using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class PracticeReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        var attributes = part.Attributes;
        attributes.Allow(reading.File, id: false, "ref", "form");
        reading.NoText([new TextPart(part.Line, part.Lines)], "\"practice\" holds no text of its own: its words come from practices/. Put the text above or below the block.");
        var formOnly = attributes.Values.ContainsKey("form");
        if (formOnly && attributes.OneOf(reading.File, "form", "open") is null)
            return null;
        if (!attributes.Values.TryGetValue("ref", out var practice))
        {
            if (!attributes.Malformed)
                reading.File.Error(part.Line, 1, "AG207", "\"practice\" needs the practice's id: {ref=catch-early}.");
            return null;
        }

        return new Draft(part.Line, 0, links =>
            links.Practice(practice.Value, part.Line, practice.Column) is { } found ? new PracticeBlock(formOnly ? found : links.Shown(found)) { FormOnly = formOnly } : null)
        {
            // Its words, its id and its sources belong to the page that shows the whole of it.
            Practice = formOnly ? null : practice.Value,
            Anchors = formOnly ? [new Anchor(PracticeBlock.FormIdOf(practice.Value), part.Line, practice.Column, "")] : [],
        };
    }
}
