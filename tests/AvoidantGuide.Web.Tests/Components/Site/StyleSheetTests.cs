using System.Globalization;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Web.Tests.Components.Site;

public sealed partial class StyleSheetTests
{
    private static readonly string _root = Above(AppContext.BaseDirectory);
    private static readonly string _css = File.ReadAllText(Path.Combine(_root, "src", "AvoidantGuide.Web", "wwwroot", "site.css"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_text_has_seven_to_one_and_every_edge_three_to_one_on_every_ground(int scheme)
    {
        var colours = Colour().Matches(Schemes().Matches(_css)[scheme].Value).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["hex"].Value);

        foreach (var ground in new[] { "ground", "raised", "care", "mark" })
        {
            Assert.All(["ink", "quiet", "wine", "pine"], text => Assert.True(Contrast(colours[text], colours[ground]) >= 7, $"{text} on {ground}"));
            Assert.True(Contrast(colours["edge"], colours[ground]) >= 3, $"edge on {ground}");
        }
    }

    [Fact]
    public void No_style_sheet_or_script_asks_for_anything_from_elsewhere()
    {
        var all = Directory.GetFiles(Path.Combine(_root, "src", "AvoidantGuide.Web", "wwwroot")).Where(file => Path.GetExtension(file) is ".css" or ".js").ToList();

        Assert.NotEmpty(all);
        Assert.All(all, file => Assert.DoesNotMatch("url\\(|@import|@font-face|</", File.ReadAllText(file)));
    }

    [Fact]
    public void Drawings_hold_presentation_attributes_and_classes_only()
    {
        var drawings = Directory.GetFiles(Path.Combine(_root, "content", "figures"), "*.svg");

        Assert.NotEmpty(drawings);
        Assert.All(drawings, drawing => Assert.DoesNotMatch("<style|<script|style=|href|url\\(| on[a-z]+=|data:", File.ReadAllText(drawing)));
    }

    /// <summary>WCAG 2's ratio of relative luminances.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var channels = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "AvoidantGuide.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@":root \{[^}]*--ground[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Schemes();

    [GeneratedRegex(@"--(?<name>\w+): #(?<hex>[0-9a-f]{6});", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}
