using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Blocks;

/// <summary>The parts of a page, or of a practice's words, as drafts.</summary>
internal static class BodyReader
{
    /// <param name="ofPage">A page's own headings begin with <c>##</c>; a practice's words stand below its title.</param>
    public static List<Draft> Read(SourceText file, IReadOnlyList<Part> parts, bool ofPage)
    {
        if (ofPage)
            NoJump(file, parts.OfType<HeadingPart>());
        var reading = new Reading(file);
        var drafts = new List<Draft>();
        foreach (var part in parts.SelectMany(part => Readable(file, part)))
        {
            var draft = part switch
            {
                TextPart text => Prose(reading, text),
                HeadingPart heading => Heading(reading, heading),
                FencedPart fenced when BlockKinds.All.TryGetValue(fenced.Name, out var read) => read(reading, fenced),
                _ => null,
            };
            if (draft is not null)
                drafts.Add(draft);
        }

        OneOfEach(file, drafts.SelectMany(draft => draft.Anchors));
        return drafts;
    }

    private static void NoJump(SourceText file, IEnumerable<HeadingPart> headings)
    {
        foreach (var heading in headings.TakeWhile(heading => heading.Level > 2).Where(heading => !file[heading.Line].StartsWith("####", StringComparison.Ordinal)))
            file.Warn(heading.Line, 1, "AG507", "This \"###\" has no \"##\" above it. Write \"##\", or put a \"##\" heading above.");
    }

    /// <summary>A block without an end swallows what follows it, which has problems of its own to show.</summary>
    private static IEnumerable<Part> Readable(SourceText file, Part part) => part switch
    {
        FencedPart { Broken: true, Name: "signs" } => [],
        FencedPart { Broken: true } broken => HeadingScanner.Scan(file, broken.Lines),
        _ => [part],
    };

    private static Draft? Prose(Reading reading, TextPart text)
    {
        var fragment = reading.Markup.Blocks(text.Lines);
        if (fragment == Fragment.Empty)
            return null;
        var lean = fragment.Lean();
        return new Draft(text.Line, fragment.Words, links => new Prose(links.Html(lean)));
    }

    private static Draft Heading(Reading reading, HeadingPart part)
    {
        part.Attributes.Allow(reading.File, id: true);
        var words = reading.Markup.Words(part.Title);
        var given = part.Attributes.Id is not null;
        var id = given ? part.Attributes.OptionalId(reading.File) : Ids.Of(words.Text);
        if (!given && !Ids.Valid(id!) && !part.Title.Blank)
            reading.File.Error(part.Line, 1, "AG402", $"These words make no id. Give the heading one: {{#some-id}}. {Ids.Form}");
        return new Draft(part.Line, words.Words, links => new Heading(part.Level, id ?? "", links.Html(words), words.Text))
        {
            Anchors = id is { Length: > 0 } ? [new Anchor(id, part.Line, part.Attributes.Id?.Column ?? 1, words.Text)] : [],
        };
    }

    private static void OneOfEach(SourceText file, IEnumerable<Anchor> anchors)
    {
        var seen = new Dictionary<string, Anchor>(StringComparer.Ordinal);
        foreach (var anchor in anchors)
        {
            if (!seen.TryAdd(anchor.Id, anchor))
            {
                file.Error(anchor.Line, anchor.Column, "AG403",
                    $"The id \"{anchor.Id}\" stands on line {seen[anchor.Id].Line} of this page already. Give this one another: {{#another-id}}.");
            }
        }
    }
}
