using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class PageFurnitureTests : BunitContext
{
    [Fact]
    public void The_contents_hold_the_headings_of_level_two_as_plain_text()
    {
        var page = Samples.Page(new Heading(2, "a", "<em>A</em>", "A <x>"), new Heading(3, "b", "B", "B"), new Heading(2, "c", "C", "C"));
        var view = Render<ContentsList>(p => p.Add(c => c.Page, page));

        Assert.Equal(["#a", "#c"], view.FindAll(".wide a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["A <x>", "C"], view.FindAll("details a").Select(link => link.TextContent));
    }

    [Fact]
    public void One_heading_needs_no_contents() =>
        Assert.Empty(Render<ContentsList>(p => p.Add(c => c.Page, Samples.Page(new Heading(2, "a", "A", "A")))).Markup.Trim());

    [Fact]
    public void The_pages_before_and_after_are_linked_by_title()
    {
        var view = Render<PreviousNext>(p => p.Add(c => c.Next, Samples.Page()));

        Assert.Empty(view.FindAll("[rel=prev]"));
        Assert.Equal("/sample", view.Find("[rel=next]").GetAttribute("href"));
        Assert.Contains("A title <b>a & b</b>", view.Find("[rel=next]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_on_its_own_leads_nowhere_before_or_after() => Assert.Empty(Render<PreviousNext>().Markup.Trim());

    [Theory]
    [InlineData(0, "1 minute to read.")]
    [InlineData(200, "1 minute to read.")]
    [InlineData(201, "2 minutes to read.")]
    [InlineData(1320, "7 minutes to read.")]
    public void Reading_time_is_rounded_up_at_200_words_a_minute(int words, string text) =>
        Assert.Equal(text, Render<PageFacts>(p => p.Add(c => c.Page, Samples.Page() with { Words = words })).Find("span").TextContent);

    [Fact]
    public void The_facts_name_the_reviews_and_say_when_no_clinician_has_read_it()
    {
        var text = Render<PageFacts>(p => p.Add(c => c.Page, Samples.Page())).Find(".facts").TextContent;

        Assert.Contains("Last reviewed 22 November 2026, next review November 2027.", text, StringComparison.Ordinal);
        Assert.Contains("Not yet clinically reviewed.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clinical_reviewer_is_named() =>
        Assert.Contains(
            "Clinically reviewed by A. Name.",
            Render<PageFacts>(p => p.Add(c => c.Page, Samples.Page() with { ClinicalReviewer = "A. Name" })).Find(".facts").TextContent,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("childhood-neglect", "This page mentions childhood neglect.")]
    [InlineData("childhood-neglect loss abuse", "This page mentions childhood neglect, loss and abuse.")]
    public void A_notice_says_what_a_page_mentions(string notices, string text) =>
        Assert.Equal(text, Render<Notice>(p => p.Add(c => c.Page, Samples.Page() with { Notices = notices.Split(' ') })).Find("p").TextContent);

    [Fact]
    public void No_notice_leaves_no_trace() => Assert.Empty(Render<Notice>(p => p.Add(c => c.Page, Samples.Page())).Markup.Trim());
}
