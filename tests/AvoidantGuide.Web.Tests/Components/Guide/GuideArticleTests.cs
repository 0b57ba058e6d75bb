using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class GuideArticleTests : BunitContext
{
    [Fact]
    public void No_level_of_heading_is_skipped()
    {
        var levels = Show(whole: false).FindAll("h1, h2, h3, h4").Select(heading => heading.TagName[1] - '0').ToArray();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{pair.First} then {pair.Second}"));
    }

    [Fact]
    public void Ids_are_unique()
    {
        var ids = Show(whole: false).FindAll("[id]").Select(element => element.Id).ToArray();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("monday", ids);
    }

    [Fact]
    public void In_the_whole_guide_headings_sink_one_level_and_ids_forms_and_furniture_are_gone()
    {
        var article = Show(whole: true);

        Assert.Equal("A title <b>a & b</b>", article.FindAll("h2")[0].TextContent);
        Assert.Empty(article.FindAll("h1, :not(article, .lines g)[id], form, .anchor, .previous-next, .contents, .facts"));
        Assert.Equal("The cold Monday", article.Find(".heading h3").TextContent);
        Assert.All(article.FindAll(".faq details"), question => Assert.True(question.HasAttribute("open")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_styled_scripted_or_fetched_in_place(bool whole)
    {
        var article = Show(whole);

        Assert.Empty(article.FindAll("style, script, link, img, iframe"));
        Assert.DoesNotContain(
            article.FindAll("*").SelectMany(element => element.Attributes).Select(attribute => attribute.Name),
            name => name == "style" || name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("the-switch", true)]
    [InlineData("right-now", false)]
    [InlineData("get-help", false)]
    public void A_page_that_is_needed_at_once_begins_with_its_words(string id, bool factsFirst)
    {
        var page = Samples.Page(Samples.EveryBlock()) with { Id = id };
        var order = Render<GuideArticle>(p => p.Add(c => c.Page, page)).FindAll(".facts, .in-short").Select(part => part.ClassList.Contains("facts")).ToArray();

        Assert.Equal([factsFirst, !factsFirst], order);
    }

    private IRenderedComponent<GuideArticle> Show(bool whole) => Render<GuideArticle>(p => p
        .Add(c => c.Page, Samples.Page(Samples.EveryBlock()))
        .Add(c => c.Next, Samples.Page())
        .Add(c => c.Whole, whole));
}
