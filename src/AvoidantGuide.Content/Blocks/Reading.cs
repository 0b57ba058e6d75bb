using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Blocks;

/// <summary>A file while its blocks are read.</summary>
internal sealed class Reading(SourceText file)
{
    public SourceText File => file;

    public MarkupReader Markup { get; } = new(file);

    public void WrongParts(FencedPart part, string message) => file.Error(part.Line, 1, "AG210", message);

    public void NoText(IEnumerable<Part> parts, string message)
    {
        if (parts.OfType<TextPart>().FirstOrDefault(text => !text.Blank) is { } text)
            file.Error(text.Lines.First(line => !line.Blank), "AG212", message);
    }

    public static Anchor? Anchor(Attributes attributes, string? id, string title) =>
        id is null ? null : new Anchor(id, attributes.Line, attributes.Id?.Column ?? attributes.Column, title);
}
