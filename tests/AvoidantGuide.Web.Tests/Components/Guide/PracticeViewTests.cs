using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class PracticeViewTests : BunitContext
{
    [Fact]
    public void The_form_carries_the_practice_and_nothing_else() =>
        Show(asksSafety: false).Find("form").MarkupMatches(
            """<form method="post" action="/journal/write"><button type="submit" name="practice" value="slow-exit">Write this in the journal</button></form>""");

    [Fact]
    public void It_stands_at_its_id_with_title_summary_and_words()
    {
        var practice = Show(asksSafety: false).Find("#slow-exit");

        Assert.Equal("Take a pause <b>a & b</b>", practice.QuerySelector("h3")!.TextContent);
        Assert.Equal("Wait a little <b>a & b</b>", practice.QuerySelector(".lead")!.TextContent);
        Assert.Contains("Set a time.", practice.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Only_a_practice_that_asks_about_safety_says_so_with_a_way_to_help(bool asks, int links) =>
        Assert.Equal(links, Show(asks).FindAll(".note a[href='/get-help']").Count);

    private IRenderedComponent<PracticeView> Show(bool asksSafety) =>
        Render<PracticeView>(p => p.Add(c => c.Practice, Samples.Practice(asksSafety)));
}
