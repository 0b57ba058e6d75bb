using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal sealed record Section(HeadingPart Heading, Fragment Title, Fragment Words);

/// <summary>The parts of a block that are told apart by <c>###</c> headings.</summary>
internal static class SectionScanner
{
    /// <returns>Null where the parts are wrong, which is then reported.</returns>
    public static IReadOnlyList<Section>? Read(Reading reading, FencedPart part, string shape)
    {
        var sections = new List<Section>();
        var right = true;
        foreach (var inner in HeadingScanner.Scan(reading.File, part.Lines))
        {
            switch (inner)
            {
                case HeadingPart { Level: 3 } heading:
                    var title = reading.Markup.Words(heading.Title);
                    if (title.Links.Count > 0)
                        reading.File.Error(heading.Line, title.Links[0].Column, "AG212", "This heading is plain words: links go into the text below it.");
                    sections.Add(new Section(heading, title, Fragment.Empty));
                    break;
                case HeadingPart heading:
                    reading.File.Error(heading.Line, 1, "AG210", $"Headings inside a block are \"###\". {shape}");
                    right = false;
                    break;
                case TextPart { Blank: false } when !right:
                    break;
                case TextPart { Blank: false } text when sections.Count == 0:
                    reading.File.Error(text.Lines.First(line => !line.Blank), "AG212", $"No text stands before the first heading. {shape}");
                    right = false;
                    break;
                case TextPart { Blank: false } text:
                    sections[^1] = sections[^1] with { Words = reading.Markup.Blocks(text.Lines) };
                    break;
            }
        }

        if (!right)
            return null;
        foreach (var empty in sections.Where(section => section.Words == Fragment.Empty))
            reading.File.Error(empty.Heading.Line, 1, "AG210", "Nothing stands below this heading. Write its text there, or delete it.");
        return sections;
    }
}
