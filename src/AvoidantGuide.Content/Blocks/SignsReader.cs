using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class SignsReader
{
    public static readonly IReadOnlyDictionary<string, SignKind> Kinds = new Dictionary<string, SignKind>(StringComparer.Ordinal)
    {
        ["trigger"] = SignKind.Trigger,
        ["sign"] = SignKind.Sign,
        ["story"] = SignKind.Story,
        ["move"] = SignKind.Move,
    };

    public static Draft? Read(Reading reading, FencedPart part)
    {
        var file = reading.File;
        part.Attributes.Allow(file, id: true, "of");
        var id = part.Attributes.RequireId(file, "A list of signs");
        var of = part.Attributes.OneOf(file, "of", [.. Kinds.Keys]);
        var items = ListScanner.Read(file, part.Lines);
        if (items is { Count: 0 })
            reading.WrongParts(part, "\"signs\" holds a list: each item begins with \"- \" and ends with its id in braces.");
        var read = (items ?? []).Select(item => Item(reading, item)).ToList();
        if (id is null || of is null || read.Any(item => item is null))
            return null;

        var kind = Kinds[of];
        return new Draft(part.Line, read.Sum(item => item!.Label.Words + item.Below.Words), Finish)
        {
            Anchors = [Reading.Anchor(part.Attributes, id, "")!, .. read.Select(item => item!.Anchor)],
            Signs = [.. read.Select(item => new SignDraft(item!.Anchor.Id, kind, item.Label.Text, item.Anchor.Line, item.Anchor.Column))],
        };

        Block Finish(Linker links) => new SignList(id, kind, [.. read.Select(item =>
        {
            links.Pass(item!.Anchor);
            return new Sign(item.Anchor.Id, kind, item.Label.Text, links.Html(item.Below), links.Path);
        })]);
    }

    private static ReadItem? Item(Reading reading, ListItem item)
    {
        item.Attributes.Allow(reading.File, id: true);
        var id = item.Attributes.RequireId(reading.File, "Each item, which the journal offers as a choice,");
        var label = reading.Markup.Words(item.Label);
        var below = reading.Markup.Blocks(item.Below);
        if (label.Text.Length == 0)
            reading.File.Error(item.Attributes.Line, 1, "AG210", "This item has no words. Write them before its braces.");
        if (label.Links.Count > 0)
            reading.File.Error(item.Attributes.Line, label.Links[0].Column, "AG212", "The first line is what the journal offers as a choice: links go into the lines below it.");
        return id is null ? null : new ReadItem(Reading.Anchor(item.Attributes, id, label.Text)!, label, below);
    }

    private sealed record ReadItem(Anchor Anchor, Fragment Label, Fragment Below);
}
