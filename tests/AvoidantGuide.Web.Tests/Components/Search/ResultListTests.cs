using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;
using AvoidantGuide.Web.Components.Search;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Search;

public sealed class ResultListTests : BunitContext
{
    [Fact]
    public void Marked_words_are_elements_and_everything_else_is_text() =>
        Render<Marked>(p => p.Add(c => c.Text, new MarkedText([new Piece("<b>un", false), new Piece("mark<i>", true), new Piece("ed", false)])))
            .MarkupMatches("&lt;b&gt;un<mark>mark&lt;i&gt;</mark>ed");

    [Fact]
    public void No_space_comes_between_a_marked_word_and_what_stands_beside_it() =>
        Assert.Equal("a-word.", Render<Marked>(p => p.Add(c => c.Text, new MarkedText([new Piece("a-", false), new Piece("word", true), new Piece(".", false)]))).Nodes
            .Aggregate("", (text, node) => text + node.TextContent));

    [Theory]
    [InlineData(PlaceKind.Page, "A page")]
    [InlineData(PlaceKind.Section, "On the page “The switch”")]
    [InlineData(PlaceKind.Term, "A term, on the page “The switch”")]
    [InlineData(PlaceKind.Sign, "A thing to notice, on the page “The switch”")]
    [InlineData(PlaceKind.Question, "A question, on the page “The switch”")]
    [InlineData(PlaceKind.Practice, "A practice, on the page “The switch”")]
    public void A_result_says_what_it_is_and_where(PlaceKind kind, string where)
    {
        var text = new MarkedText([new Piece("Words", false)]);
        var list = Render<ResultList>(p => p.Add(c => c.Results, [new SearchResult(kind, "The switch", "/the-switch#place", text, text, HasAll: true)]));

        Assert.Equal(where, list.Find(".where").TextContent);
        Assert.Equal("/the-switch#place", list.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Help_comes_with_each_emergency_number_and_leads_to_the_country()
    {
        var help = new Help("", new SafetyQuestion("", "", ""), [new Country("uk", "United Kingdom", "999. On a mobile, press 55.", [])]);
        var first = Render<HelpFirst>(p => p.Add(c => c.Help, help));

        Assert.Equal(["/get-help#uk", "tel:999", "/get-help", "/leave"], first.FindAll("a").Select(link => link.GetAttribute("href")));
    }
}
