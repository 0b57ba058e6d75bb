using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>published-ids.yml: what readers, links and people's entries already rely on.</summary>
internal static class PublishedIdsFile
{
    public const string Path = "published-ids.yml";

    public static readonly IReadOnlyList<string> Lists = ["pages", "anchors", "terms", "signs", "practices", "prompts"];

    private const string TakeOut = "or take the line out of published-ids.yml, knowing that old links will fail";

    /// <returns>Every id that was published, by the list it stands in.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<YamlText>> Read(SourceText file)
    {
        var lists = new Dictionary<string, IReadOnlyList<YamlText>>(StringComparer.Ordinal);
        if (!Characters.Check(file) || YamlReader.Read(file, file.Whole) is not { } root)
            return lists;
        if (root is YamlMap map)
        {
            var fields = new Fields(file, map, (1, 1));
            foreach (var list in Lists)
                lists[list] = fields.List(list);
            fields.Done();
        }
        else if (root is not YamlText { Value: "" })
        {
            file.Error(root.Line, root.Column, "AG112", $"published-ids.yml holds lists: {string.Join(", ", Lists)}.");
        }

        return lists;
    }

    /// <summary>Reports every published id that is gone and leads nowhere.</summary>
    public static void Check(SourceText file, IReadOnlyDictionary<string, IReadOnlyList<YamlText>> lists, Guide guide, Catalog catalog, List<Problem> problems)
    {
        var there = PublishedIds.Lists(guide);
        var moved = Moved(guide, catalog);
        foreach (var (list, ids) in lists)
        {
            var known = there[list].ToHashSet(StringComparer.Ordinal);
            foreach (var id in ids.Where(id => !known.Contains(id.Value) && !moved.Contains((Kind(list), id.Value))))
                problems.Add(file.Problem(id.Line, id.Column, Severity.Error, "AG401", Message(list, id.Value, known)));
        }
    }

    private static string Message(string list, string id, IEnumerable<string> known) => list switch
    {
        "pages" => $"The page {id} was published and is gone. Name its address in the \"aliases\" of the page that takes its place, {TakeOut}.",
        "anchors" => $"{id} was published and is gone. Name it in its page's \"anchors\": {{ old-id: new-id }}, {TakeOut}.",
        "terms" or "practices" or "signs" => $"\"{id}\" of the published {list} is gone.{Nearest.Hint(id, known)} Bring it back, map it in its page's \"anchors\": {{ old-id: new-id }}, {TakeOut}.",
        _ => $"The prompt {id} was published and is gone.{Nearest.Hint(id, known)} Bring it back, {TakeOut}.",
    };

    private static string Kind(string list) => list is "pages" or "anchors" ? list : "ids";

    /// <summary>Old addresses and anchors that still lead somewhere.</summary>
    private static HashSet<(string Kind, string Id)> Moved(Guide guide, Catalog catalog)
    {
        var moved = new HashSet<(string, string)>();
        foreach (var page in guide.Pages)
        {
            var anchors = catalog.AnchorsOf(catalog.PagesByPath[page.Path]).Keys.Concat(page.Anchors.Keys).ToList();
            moved.UnionWith(page.Anchors.Keys.Select(old => ("ids", old)));
            foreach (var alias in page.Aliases)
                moved.UnionWith(anchors.Select(anchor => ("anchors", $"{alias}#{anchor}")));
        }

        return moved;
    }
}
