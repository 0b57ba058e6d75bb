using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class DefinitionsTests : BunitContext
{
    private static readonly Term[] _terms = [Samples.Term("autonomy-threat", Strength.Contested), Samples.Term("secure", Strength.Mixed)];

    [Fact]
    public void A_definition_is_a_named_dialog_with_its_strength_and_a_way_to_the_term()
    {
        var view = Render<Definitions>(p => p.Add(c => c.Terms, _terms));
        var shown = view.FindAll(".definition");

        Assert.Equal(["term_autonomy-threat", "term_secure"], shown.Select(term => term.Id));
        Assert.All(shown, term => Assert.True(term.HasAttribute("popover")));
        Assert.Equal("dialog", shown[0].GetAttribute("role"));
        Assert.Equal("Autonomy threat <b>a & b</b>", view.Find("#" + shown[0].GetAttribute("aria-labelledby")).TextContent);
        Assert.Equal("Feeling crowded.", view.Find("#" + shown[0].GetAttribute("aria-describedby")).TextContent);
        Assert.Equal("Contested", view.Find("#term_autonomy-threat .strength.contested").TextContent);
        Assert.Equal("/key-terms#autonomy-threat", view.Find("#term_autonomy-threat a").GetAttribute("href"));
        Assert.Equal("term_autonomy-threat", view.Find("#term_autonomy-threat button[type=button][popovertargetaction=hide]").GetAttribute("popovertarget"));
        Assert.Equal("Words used on this page", view.Find("h2").TextContent);
    }

    [Fact]
    public void What_stands_in_the_document_already_is_not_printed_again()
    {
        var some = Render<Definitions>(p => p.Add(c => c.Terms, _terms).Add(c => c.Listed, ["secure"]));
        Assert.Equal(["term_secure"], some.FindAll(".unprinted").Select(term => term.Id));
        Assert.Single(some.FindAll("h2"));

        var all = Render<Definitions>(p => p.Add(c => c.Terms, _terms).Add(c => c.Listed, ["secure", "autonomy-threat"]));
        Assert.Equal(2, all.FindAll(".definition.unprinted").Count);
        Assert.Empty(all.FindAll("h2"));
    }

    [Fact]
    public void A_page_without_terms_has_none() => Assert.Empty(Render<Definitions>(p => p.Add(c => c.Terms, [])).Markup.Trim());

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public void An_article_ends_with_those_of_its_page_and_the_whole_guide_has_its_own(bool whole, int count)
    {
        var page = Samples.Page(new Prose("<p>Words.</p>")) with { Terms = _terms };
        var article = Render<GuideArticle>(p => p.Add(c => c.Page, page).Add(c => c.Whole, whole));

        Assert.Equal(count, article.FindAll(".definition").Count);
    }
}
