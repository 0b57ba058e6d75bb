using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>published-ids.yml: what readers, links and people's entries already rely on.</summary>
internal static class PublishedIdsFile
{
    public const string Path = "published-ids.yml";

    public static readonly IReadOnlyList<string> Lists = ["pages", "anchors", "terms", "signs", "practices", "prompts", "choices"];

    private const string TakeOut = "or take the line out of published-ids.yml, knowing that old links will fail";

    /// <returns>Every id that was published, by the list it stands in.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<YamlText>> Read(SourceText file)
    {
        var lists = new Dictionary<string, IReadOnlyList<YamlText>>(StringComparer.Ordinal);
        if (!Characters.Check(file) || YamlReader.Read(file, file.Text) is not { } root)
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
        if (lists.Values.All(list => list.Count == 0))
            return;
        var there = PublishedIds.Lists(guide);
        var pages = Addressed(guide);
        // A page that is gone takes the places on it along: they are told of with it.
        var gone = lists.GetValueOrDefault("pages", []).Select(id => id.Value).Except(pages.Keys, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var places = gone.Count == 0 ? [] : lists.GetValueOrDefault("anchors", []).CountBy(id => Page(id.Value), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var moved = guide.Pages.SelectMany(page => page.Anchors.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var (list, ids) in lists.Where(list => !Hidden(list.Key)))
        {
            var known = there[list].ToHashSet(StringComparer.Ordinal);
            foreach (var id in ids.Where(id => !known.Contains(id.Value) && !Leads(list, id.Value)))
                problems.Add(file.Problem(id.Line, id.Column, Severity.Error, "AG401", list is "pages" ? Message(id.Value, places.GetValueOrDefault(id.Value)) : Message(list, id.Value, known)));
        }

        // What a file holds that cannot be read is not gone.
        bool Hidden(string list) => list switch
        {
            "pages" or "anchors" or "signs" => catalog.PagesHidden,
            "terms" => catalog.Unreadable.Contains(GlossaryFile.Path),
            _ => catalog.PracticesHidden,
        };

        bool Leads(string list, string id) => list switch
        {
            "pages" => false,
            "anchors" when gone.Contains(Page(id)) => true,
            "anchors" => id.Split('#', 2) is [var path, var place] && pages.TryGetValue(path, out var page)
                && (page.Anchors.ContainsKey(place) || catalog.PagesByPath[page.Path].Has(place)),
            _ => moved.Contains(id),
        };
    }

    /// <summary>Pages by their address and by their old ones.</summary>
    private static Dictionary<string, Page> Addressed(Guide guide)
    {
        var pages = new Dictionary<string, Page>(StringComparer.Ordinal);
        foreach (var page in guide.Pages)
            pages.TryAdd(page.Path, page);
        foreach (var page in guide.Pages)
        {
            foreach (var alias in page.Aliases)
                pages.TryAdd(alias, page);
        }

        return pages;
    }

    private static string Page(string anchor) => anchor.Split('#')[0];

    private static string Message(string page, int places) =>
        $"The page {page} was published and is gone{(places > 0 ? $", with {places} {(places == 1 ? "place" : "places")} on it" : "")}. Name its address in the \"aliases\" of the page that takes its place, {TakeOut}.";

    private static string Message(string list, string id, IEnumerable<string> known) => list switch
    {
        "anchors" => $"{id} was published and is gone. Name it in its page's \"anchors\": {{ old-id: new-id }}, {TakeOut}.",
        "terms" or "practices" or "signs" => $"\"{id}\" of the published {list} is gone.{Nearest.Hint(id, known)} Bring it back, map it in its page's \"anchors\": {{ old-id: new-id }}, {TakeOut}.",
        _ => $"The {list[..^1]} {id} was published and is gone.{Nearest.Hint(id, known)} Bring it back, {TakeOut}.",
    };
}
