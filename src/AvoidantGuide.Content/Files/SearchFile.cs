using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

internal sealed record EverydayDraft(IReadOnlyList<string> Words, IReadOnlyList<Link> To)
{
    public Everyday Finish(Linker links) => new(Words, [.. To.Select(links.AddressOf)]);
}

/// <summary>search.yml: what people type, and the places that answer it. It may be left out.</summary>
internal static class SearchFile
{
    public const string Path = "search.yml";

    private const string Shape = "Each item begins with \"- words: [breakup, split up]\" and holds \"to: [what-it-costs.md#longing]\".";

    public static IReadOnlyList<EverydayDraft> Read(SourceText file)
    {
        if (!Characters.Check(file) || YamlReader.Read(file, file.Text) is not { } root)
            return [];
        if (root is YamlList list)
            return [.. list.Items.Select(item => Item(file, item)).OfType<EverydayDraft>()];
        if (root is not YamlText { Value: "" } and not YamlMap { Fields.Count: 0 })
            file.Error(root.Line, root.Column, "AG112", $"search.yml is a list. {Shape}");
        return [];
    }

    private static EverydayDraft? Item(SourceText file, YamlNode item)
    {
        if (item is not YamlMap map)
        {
            file.Error(item.Line, item.Column, "AG112", Shape);
            return null;
        }

        var fields = new Fields(file, map, (map.Line, map.Column));
        var words = Needed("words");
        var to = Needed("to");
        fields.Done();
        return new EverydayDraft([.. words.Select(word => word.Value)], [.. to.Select(Place).OfType<Link>()]);

        IReadOnlyList<YamlText> Needed(string name)
        {
            if (!fields.Has(name))
                fields.Missing(name);
            return fields.List(name);
        }

        Link? Place(YamlText place)
        {
            var link = LinkSyntax.Read(place.Value, place.Line, place.Column, out _);
            if (link is { Kind: LinkKind.Page })
                return link;
            fields.Wrong(place, $"\"{place.Value}\" is no place of the guide. Write a page by its file, with a place on it or without: what-helps.md#slow-exit.");
            return null;
        }
    }
}
