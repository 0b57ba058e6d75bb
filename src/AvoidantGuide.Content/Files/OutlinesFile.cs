using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>outlines.yml: what each file made readers see when it was last accepted. Without it nothing is compared.</summary>
internal static class OutlinesFile
{
    public const string Path = "outlines.yml";

    /// <summary>So much of a difference is named; a page that was written anew differs in everything.</summary>
    private const int Named = 3;

    public static IReadOnlyDictionary<string, IReadOnlyList<YamlText>> Read(SourceText file)
    {
        var outlines = new Dictionary<string, IReadOnlyList<YamlText>>(StringComparer.Ordinal);
        if (!Characters.Check(file) || YamlReader.Read(file, file.Text) is not { } root)
            return outlines;
        if (root is YamlMap map)
        {
            var fields = new Fields(file, map, (1, 1));
            foreach (var field in map.Fields)
                outlines[field.Key.Value] = fields.List(field.Key.Value);
        }
        else if (root is not YamlText { Value: "" })
        {
            file.Error(root.Line, root.Column, "AG112", "outlines.yml holds a list for each file. Take it away, and let check --accept write it anew.");
        }

        return outlines;
    }

    /// <summary>Warns of each file that is no longer what was accepted, at its first line.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyDictionary<string, IReadOnlyList<YamlText>> accepted, Guide guide, IEnumerable<SourceText> files)
    {
        if (accepted.Count == 0)
            yield break;
        var pages = guide.Pages.ToDictionary(page => page.File, StringComparer.Ordinal);
        var rest = Outlines.Rest(guide);
        foreach (var file in files)
        {
            var problem = pages.TryGetValue(file.Path, out var page) ? Compare(accepted, file, page)
                : rest.TryGetValue(file.Path, out var lines) ? Compare(accepted, file, lines) : null;
            if (problem is not null)
                yield return problem;
        }
    }

    public static Problem? Compare(IReadOnlyDictionary<string, IReadOnlyList<YamlText>> accepted, SourceText file, Page page) =>
        accepted.TryGetValue(file.Path, out var before) && Outlines.Digest(before.Select(line => line.Value)) != page.Outline
            ? Compare(accepted, file, Outlines.Page(page)) : null;

    private static Problem? Compare(IReadOnlyDictionary<string, IReadOnlyList<YamlText>> accepted, SourceText file, IReadOnlyList<string> now) =>
        accepted.TryGetValue(file.Path, out var before) && !before.Select(line => line.Value).SequenceEqual(now)
            ? file.Problem(1, 1, Severity.Warning, Outlines.Changed, Message([.. before.Select(line => line.Value)], now)) : null;

    private static string Message(List<string> before, IReadOnlyList<string> now)
    {
        var (gone, come) = (Less(before, now), Less(now, before));
        var what = gone.Count == 0 && come.Count == 0 ? "the same parts stand in another order" : $"{Say("before", gone)}{(gone.Count > 0 && come.Count > 0 ? "; " : "")}{Say("now", come)}";
        return $"Not only words have changed here since this was last accepted: {what}. If that is meant, run check --accept.";
    }

    private static string Say(string when, List<string> lines) => lines.Count == 0 ? ""
        : $"{when} \"{string.Join("\", \"", lines.Take(Named))}\"{(lines.Count > Named ? $" and {lines.Count - Named} more" : "")}";

    private static List<string> Less(IReadOnlyList<string> from, IReadOnlyList<string> take)
    {
        var left = from.ToList();
        foreach (var line in take)
            left.Remove(line);
        return left;
    }
}
