using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AvoidantGuide.Content.Tests.Figures;

/// <summary>What the guide's own drawings keep to, beyond what any drawing must.</summary>
public sealed partial class ShippedDrawingTests
{
    private static readonly List<Figure> _figures =
        [.. Compiler.Compile(ContentFiles.Read(Repository.Folder("content")), TimeProvider.System.GetUtcNow()).Guide!.Pages.SelectMany(page => page.Blocks).OfType<Figure>()];

    public static TheoryData<string> Ids => [.. _figures.Select(figure => figure.Id)];

    public static TheoryData<string> Files => [.. new DirectoryInfo(Repository.Folder("content/figures")).EnumerateFiles().Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Whatever_a_drawing_says_its_title_and_description_say_too_where_a_search_finds_it(string id)
    {
        var figure = _figures.Single(figure => figure.Id == id);
        var drawn = XDocument.Parse(figure.Svg).Root!;
        var described = Plain(figure.Title + " " + WebUtility.HtmlDecode(Tag().Replace(figure.DescriptionHtml, "")));

        Assert.All(drawn.Descendants("text"), text => Assert.Contains(Plain(text.Value).TrimEnd('.'), described, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(figure.Title, drawn.Element("title")?.Value);
        Assert.InRange(drawn.Element("desc")?.Value.Length ?? 0, 20, 200);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_drawing_is_light_and_legible_on_the_narrowest_phone(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder("content/figures"), file));
        var drawing = XDocument.Parse(text).Root!;
        XNamespace svg = "http://www.w3.org/2000/svg";

        Assert.InRange(text.Length, 1, 4096);
        Assert.StartsWith("0 0 320 ", drawing.Attribute("viewBox")!.Value, StringComparison.Ordinal);
        Assert.All(drawing.Descendants(svg + "text"), words => Assert.True(Size(words) >= 15, words.Value));
    }

    private static double Size(XElement words) =>
        double.Parse(words.AncestorsAndSelf().Select(element => element.Attribute("font-size")?.Value).First(size => size is not null)!, CultureInfo.InvariantCulture);

    private static string Plain(string text) => Space().Replace(text, " ");

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
