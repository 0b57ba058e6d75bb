using System.Text.RegularExpressions;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Files;

internal sealed record SourceDraft(
    string Id, string Authors, int? Year, string Title, string? In, string? Doi, string? Address, string? Kind, int Line, int Column)
{
    public Source Finish(IReadOnlyList<SourceUse> uses) => new(Id, Authors, Year, Title, In, Doi, Address, Kind, uses);
}

/// <summary>sources.yml: a list, one item per source.</summary>
internal static partial class SourcesFile
{
    public const string Path = "sources.yml";

    private const string Shape = "Each source begins with \"- id: stanton-2017\" and holds authors, year and title.";
    public static IReadOnlyList<SourceDraft> Read(SourceText file)
    {
        if (!Characters.Check(file) || YamlReader.Read(file, file.Text) is not { } root)
            return [];
        if (root is YamlList list)
            return OneOfEach(file, [.. list.Items.Select(item => Source(file, item)).OfType<SourceDraft>()]);
        if (root is not YamlText { Value: "" } and not YamlMap { Fields.Count: 0 })
            file.Error(root.Line, root.Column, "AG112", $"sources.yml is a list. {Shape}");
        return [];
    }

    private static List<SourceDraft> OneOfEach(SourceText file, List<SourceDraft> sources)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        sources.RemoveAll(source =>
        {
            if (source.Id.Length == 0 || seen.TryAdd(source.Id, source.Line))
                return source.Id.Length == 0;
            file.Error(source.Line, source.Column, "AG403", $"The source \"{source.Id}\" stands on line {seen[source.Id]} already. Keep one, or choose another id.");
            return true;
        });
        return sources;
    }

    private static SourceDraft? Source(SourceText file, YamlNode item)
    {
        if (item is not YamlMap map)
        {
            file.Error(item.Line, item.Column, "AG112", Shape);
            return null;
        }

        var fields = new Fields(file, map, (map.Line, map.Column));
        var id = PageFields.Id(file, fields);
        var (line, column) = fields.At("id");
        var doi = fields.Optional("doi");
        if (doi is not null && !Doi().IsMatch(doi))
            fields.Wrong("doi", "A DOI begins with 10. and holds a slash; leave out https://doi.org/.");
        var address = fields.Optional("url");
        if (address is not null && !(address.StartsWith("https://", StringComparison.Ordinal) && Links.LinkSyntax.Read(address, 1, 1, out _) is not null))
            fields.Wrong("url", "\"url\" is an https address.");
        var source = new SourceDraft(id, fields.Text("authors"), fields.Has("year") ? fields.Number("year", 1800, 2100) : null, fields.Text("title"),
            fields.Optional("in"), doi, address ?? (doi is null ? null : "https://doi.org/" + doi), fields.Optional("kind"), line, column);
        fields.Done();
        return source;
    }

    [GeneratedRegex(@"^10\.[0-9]{4,9}/[A-Za-z0-9.()/:;_<>-]+\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Doi();
}
