using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class ClaimReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: false, "strength");
        var strength = Strengths.Read(reading.File, part.Attributes);
        var words = reading.Markup.Blocks(part.Lines, Tone.Sourced).Lean();
        if (words.Links.All(link => link.Kind != LinkKind.Source))
            reading.WrongParts(part, "\"claim\" says what research found, so it links to at least one source: [Name and colleagues, 2017](src:name-2017).");
        return strength is { } sure ? new Draft(part.Line, words.Words, links => new Claim(sure, links.Html(words))) : null;
    }
}
