using System.Globalization;
using System.Text.RegularExpressions;
using AvoidantGuide.Web.Components.Guide;
using Bunit;
using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed partial class LinePathsTests : BunitContext
{
    private static readonly Config _fixed = Config.QuickThrowOnFailure.WithReplay(7, 11).WithMaxTest(2000);

    [Fact]
    public void The_lines_and_so_their_curves_stay_inside_the_strip_and_never_cross() => Prop.ForAll<NonNull<string>>(id =>
    {
        var lines = LinePaths.Of(id.Get);
        return Heights(lines.Solid).Zip(Heights(lines.Dashed)).All(pair =>
            pair.First >= 0 && pair.Second <= 48 && pair.Second - pair.First >= 5);
    }).Check(_fixed);

    [Fact]
    public void The_same_page_always_draws_the_same_lines_and_another_page_draws_others()
    {
        // A known answer: what a page looks like does not change from one start of the program to the next.
        Assert.StartsWith("M0 14C30 14 ", LinePaths.Of("the-switch").Solid, StringComparison.Ordinal);
        Assert.NotEqual(LinePaths.Of("the-switch"), LinePaths.Of("faq"));
    }

    [Fact]
    public void They_are_decoration_and_are_drawn_once_for_both_places()
    {
        var lines = Render<TwoLines>(p => p.Add(c => c.Id, "x"));

        Assert.All(lines.FindAll("svg"), svg => Assert.Equal("true", svg.GetAttribute("aria-hidden")));
        Assert.Equal(2, lines.FindAll("path").Count);
        Assert.Equal("#" + lines.Find(".across g").Id, lines.Find(".down use").GetAttribute("href"));
    }

    /// <summary>Of every point, and of every control point: those that "S" leaves unsaid are mirror images.</summary>
    private static double[] Heights(string path)
    {
        var said = Points().Matches(path).Select(point => double.Parse(point.Groups["y"].Value, CultureInfo.InvariantCulture)).ToArray();
        List<double> all = [.. said[..4]];
        for (var i = 4; i < said.Length; i += 2) all.AddRange([(2 * said[i - 1]) - said[i - 2], said[i], said[i + 1]]);
        return [.. all];
    }

    [GeneratedRegex(@"[\d.]+ (?<y>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Points();
}
