using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class BlockViewTests : BunitContext
{
    public static TheoryData<int> EveryBlock => [.. Enumerable.Range(0, Samples.EveryBlock().Length)];

    [Theory]
    [MemberData(nameof(EveryBlock))]
    public void Every_block_has_a_component_that_encodes_plain_text(int index)
    {
        var view = Render<BlockView>(p => p.Add(c => c.Block, Samples.EveryBlock()[index]));

        Assert.NotEmpty(view.Markup.Trim());
        Assert.Empty(view.FindAll("b"));
    }

    [Fact]
    public void Every_kind_of_block_is_among_the_samples()
    {
        var kinds = typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)));

        Assert.Equal(kinds.Select(kind => kind.Name).Order(), Samples.EveryBlock().Select(block => block.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Prose_is_written_as_it_is() =>
        Show(new Prose("<p>You cooked <em>together</em>.</p>")).MarkupMatches("<p>You cooked <em>together</em>.</p>");

    [Fact]
    public void A_heading_has_its_id_and_a_named_link_beside_it_not_in_it() =>
        Show(new Heading(3, "train", "On the <em>train</em>", "On the train")).MarkupMatches(
            """
            <div class="heading">
              <h3 id="train">On the <em>train</em></h3>
              <a class="anchor" href="#train"><span aria-hidden="true">#</span><span class="unseen">Link to “On the train”</span></a>
            </div>
            """);

    [Fact]
    public void A_sign_stands_at_its_id_in_its_own_voice() =>
        Show(new SignList("triggers", SignKind.Trigger, [new Sign("good-time", SignKind.Trigger, "A <good> time", "<p>An evening.</p>", "/x")])).MarkupMatches(
            """
            <ul class="signs" id="triggers">
              <li id="good-time"><p class="own">A &lt;good&gt; time</p><p>An evening.</p></li>
            </ul>
            """);

    [Fact]
    public void A_term_stands_at_its_id_with_its_other_names_and_its_strength_in_words()
    {
        var term = Show(new TermList([Samples.Term("autonomy-threat", Strength.ClinicalOpinion)])).Find("#autonomy-threat");

        Assert.Equal("Autonomy threat <b>a & b</b>", term.QuerySelector("h2")!.TextContent);
        Assert.Equal("Words people use: need space, <b>a & b</b>", term.QuerySelector(".also")!.TextContent);
        Assert.Equal("Clinical opinion", term.QuerySelector(".strength")!.TextContent);
    }

    [Theory]
    [InlineData(Strength.Established, "Well supported")]
    [InlineData(Strength.Mixed, "Mixed findings")]
    [InlineData(Strength.Contested, "Contested")]
    [InlineData(Strength.ClinicalOpinion, "Clinical opinion")]
    public void A_claim_says_in_words_how_sure_it_is(Strength strength, string words)
    {
        var claim = Show(new Claim(strength, "<p>Two studies.</p>"));

        Assert.Equal(words, claim.Find(".claim .strength").TextContent);
        Assert.Equal("Two studies.", claim.Find(".claim p:last-child").TextContent);
    }

    [Fact]
    public void The_sides_of_a_comparison_keep_their_order()
    {
        var titles = Show(new Comparison("sides", new ComparisonSide("From outside", ""), new ComparisonSide("From inside", ""))).FindAll("#sides h3");

        Assert.Equal(["From outside", "From inside"], titles.Select(title => title.TextContent));
    }

    [Fact]
    public void A_quote_says_whose_it_is_only_where_the_file_does()
    {
        Assert.Equal("someone", Show(new Quote("<p>So.</p>", "someone")).Find("figcaption").TextContent);
        Assert.Empty(Show(new Quote("<p>So.</p>", null)).FindAll("figcaption"));
    }

    [Fact]
    public void Care_says_the_page_s_words_then_the_note_then_the_ways_out()
    {
        var care = Show(new Care("<p>Trust the fear.</p>", "<p>Before you wait.</p>"));

        Assert.Equal(["Before you wait.", "Trust the fear."], care.FindAll("p").Take(2).Select(p => p.TextContent));
        Assert.Equal(["/get-help", "/leave"], care.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.True(care.Find("a[href='/leave']").HasAttribute("data-leave"));
        Assert.Equal("If you are not safe", care.Find("[role=note]").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_figure_is_described_in_words_for_those_who_do_not_see_it()
    {
        var figure = Show(new Figure("drawn", "Two lines", "<p>They part.</p>", "<svg viewBox=\"0 0 1 1\"></svg>"));

        Assert.Equal("Two lines", figure.Find("#drawn figcaption").TextContent);
        Assert.Equal("true", figure.Find("svg").ParentElement!.GetAttribute("aria-hidden"));
        Assert.Equal("They part.", figure.Find("details p").TextContent);
    }

    [Fact]
    public void A_question_is_a_heading_that_opens_its_answer_at_its_id()
    {
        var question = Show(new Faq([new Question("love", "Do they love?", "<p>Many do.</p>", "")])).Find("details:has(> #love)");

        Assert.False(question.HasAttribute("open"));
        // Inside what is folded: only then does a browser unfold it for a link to the id.
        Assert.Null(question.QuerySelector("summary #love"));
        Assert.Equal("Do they love?", question.QuerySelector("summary h2")!.TextContent);
        Assert.Equal("Many do.", question.QuerySelector("details > p")!.TextContent);
    }

    private IRenderedComponent<BlockView> Show(Block block) => Render<BlockView>(p => p.Add(c => c.Block, block));
}
