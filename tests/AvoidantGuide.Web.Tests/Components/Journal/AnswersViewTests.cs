using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Journal;

public sealed class AnswersViewTests : BunitContext
{
    [Fact]
    public void Each_prompt_reads_as_it_was_asked_with_its_answer()
    {
        var view = Show(
            new Answer("want", "one-of", "What <then>?", [new Chosen("other", "Something else")], "a <walk>", null),
            new Answer("pull", "scale", "The pull", [], "", 0));

        Assert.Equal(["What <then>?", "The pull"], view.FindAll("dt").Select(asked => asked.TextContent));
        Assert.Equal("Something else", view.Find("dd li").TextContent);
        Assert.Equal("a <walk>", view.Find("dd .own").TextContent);
        Assert.Equal("0 of 10", view.FindAll("dd")[1].TextContent.Trim());
    }

    [Fact]
    public void What_was_set_aside_stays_closed_until_opened()
    {
        var view = Show(new Answer("later", "sealed", "A message", [], "words", null));

        Assert.False(view.Find("dd > details").HasAttribute("open"));
        Assert.Equal("words", view.Find("dd > details .own").TextContent);
        Assert.Single(view.FindAll(".own"));
    }

    [Fact]
    public void What_was_left_empty_is_not_shown()
    {
        var view = Show(new Answer("a", "text", "One line", [], "", null), new Answer("b", "sealed", "A message", [], "", null), new Answer("c", "text", "Another", [], "said", null));

        Assert.Equal("Another", Assert.Single(view.FindAll("dt")).TextContent);
        Assert.Empty(view.FindAll("details"));
    }

    [Theory]
    [InlineData("2026-11-22T21:40", "22 November 2026, 21:40")]
    [InlineData("not a time", "not a time")]
    public void A_moment_reads_as_people_write_it(string kept, string read) =>
        Assert.Equal(read, Show(new Answer("when", "when", "When?", [], kept, null)).Find(".own").TextContent);

    private IRenderedComponent<AnswersView> Show(params Answer[] answers) => Render<AnswersView>(p => p.Add(c => c.Entry, new Entry(
        new EntryHead(DateTimeOffset.UnixEpoch, null, "slow-exit", 1, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, int>()),
        answers)));
}
