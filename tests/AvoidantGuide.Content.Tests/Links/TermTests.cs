namespace AvoidantGuide.Content.Tests.Links;

/// <summary>Where a page shows the definition of a term, and what editors are told of terms.</summary>
public sealed class TermTests
{
    private const string First = "<a href=\"/key-terms#deactivation\" class=\"term\" data-term=\"deactivation\">";
    private const string Later = "<a href=\"/key-terms#deactivation\" class=\"term\">";

    private const string TwoTerms = Sample.Glossary + "\n\n## Secure {#secure strength=mixed}\n\nLeaning, and standing.\n";

    [Fact]
    public void Only_the_first_use_on_a_page_shows_the_definition()
    {
        var page = Page("[a](term:deactivation) and [b](term:deactivation).\n\n- [c](term:deactivation)");

        Assert.Equal($"<p>{First}a</a> and {Later}b</a>.</p>\n<ul>\n<li>{Later}c</a></li>\n</ul>\n", Assert.IsType<Prose>(page.Blocks[0]).Html);
        Assert.Equal(["deactivation"], page.Terms.Select(term => term.Id));
        Assert.Equal("Turning a need down.", page.Terms[0].Definition);
    }

    [Fact]
    public void Each_page_begins_anew_and_lists_its_terms_in_the_order_of_their_first_use()
    {
        var compiled = Sample.Compile(
            ("glossary.md", TwoTerms),
            ("guide/page.md", Sample.PageNamed("page") + "## A [head](term:secure)\n\n[x](term:deactivation) [y](term:secure)"));

        Assert.Empty(compiled.Problems);
        Assert.Equal(["secure", "deactivation"], compiled.Guide!.PageAt("/page")!.Terms.Select(term => term.Id));
        Assert.Equal(["deactivation"], compiled.Guide.PageAt("/the-switch")!.Terms.Select(term => term.Id));
    }

    [Fact]
    public void The_words_of_practices_count_as_those_of_the_page_they_stand_on()
    {
        var compiled = Sample.Compile(
            ("glossary.md", TwoTerms),
            ("practices/catch-early.md", Practice("[a](term:deactivation) [b](term:secure) [S](src:stanton-2017)")),
            ("practices/other.md", Practice("[c](term:secure)").Replace("id: catch-early", "id: other", StringComparison.Ordinal)),
            ("guide/page.md", Sample.PageNamed("page") + "[d](term:deactivation)\n\n:::practice {ref=catch-early}\n:::\n\n:::practice {ref=other}\n:::"),
            ("guide/second.md", Sample.PageNamed("second") + ":::practice {ref=other}\n:::"),
            ("guide/third.md", Sample.PageNamed("third") + ":::practice {ref=other form=open}\n:::"));

        Assert.Empty(compiled.Problems);
        var page = compiled.Guide!.PageAt("/page")!;
        Assert.Equal(["deactivation", "secure"], page.Terms.Select(term => term.Id));
        Assert.Equal([true, false, true, false], Html(page).SelectMany(Marks));
        Assert.Equal([true], Html(compiled.Guide.PageAt("/second")!).SelectMany(Marks));
        Assert.Empty(compiled.Guide.PageAt("/third")!.Terms);
        Assert.All(compiled.Guide.Practices, practice => Assert.DoesNotContain("data-term", Words(practice), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_with_a_practice_is_said_once_wherever_it_stands()
    {
        var compiled = Sample.Compile(
            ("practices/catch-early.md", Practice("[a](term:deactivatoin) [b](src:stanton-2071)")),
            ("guide/page.md", Sample.PageNamed("page") + ":::practice {ref=catch-early}\n:::"));

        Assert.Equal(["AG306", "AG305"], compiled.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_place_of_the_key_terms_is_found_from_every_page_that_shows_the_definition()
    {
        var glossary = Sample.Glossary.Replace("Turning a need down.", "Turning a [need](#needs) down.", StringComparison.Ordinal);

        var compiled = Sample.Compile(("glossary.md", glossary), ("guide/key-terms.md", Sample.PageNamed("key-terms") + ":::terms\n:::\n\n## Needs"));

        Assert.Empty(compiled.Problems);
        Assert.Equal("<p>Turning a <a href=\"/key-terms#needs\">need</a> down.</p>\n", Assert.Single(compiled.Guide!.PageAt("/the-switch")!.Terms).DefinitionHtml);
    }

    [Fact]
    public void Nothing_is_marked_where_every_term_stands()
    {
        var compiled = Sample.WithPage("[a](term:deactivation) is deactivation.\n\n:::terms\n:::", id: "key-terms");

        Assert.Empty(compiled.Problems);
        var page = compiled.Guide!.PageAt("/key-terms")!;
        Assert.Empty(page.Terms);
        Assert.Equal([false], Html(page).SelectMany(Marks));
    }

    [Theory]
    [InlineData("Deactivation is odd.\n\n[a](term:deactivation)", "AG312 1:1")]
    [InlineData("It is called **deactivation**, or\n[a](term:deactivation), and deactivation.", "AG312 1:16")]
    [InlineData("A deactivation, a deactivation. [a](term:deactivation)\n\n[b](term:deactivation)", "AG312 1:3")]
    [InlineData(":::short\n- One.\n- Two: deactivation.\n- Three.\n- Four.\n- Five.\n:::\n\n[a](term:deactivation)", "AG312 3:8")]
    [InlineData(":::quote\nMy deactivation.\n:::\n\n## See [a](term:deactivation)", "AG312 2:4")]
    public void A_term_that_is_named_before_its_first_link_is_reported_where_it_is_named_first(string body, string place)
    {
        var compiled = Sample.WithPage(body);

        Assert.Equal([place], Sample.InBody(compiled));
        Assert.Equal(Severity.Warning, Assert.Single(compiled.Problems).Severity);
    }

    [Theory]
    [InlineData("[a](term:deactivation) is deactivation.")]
    [InlineData("Deactivation, and no link at all.")]
    [InlineData("## Deactivation\n\n[a](term:deactivation)")]
    [InlineData("[deactivation elsewhere](the-switch.md), and [a](term:deactivation)")]
    [InlineData("Deactivations, nondeactivation, and [a](term:deactivation)")]
    [InlineData("Shutting down, going numb, and [a](term:deactivation)")]
    [InlineData("`deactivation`, ``one deactivation``, and [a](term:deactivation)")]
    [InlineData("```\ndeactivation\n```\n\n[a](term:deactivation)")]
    [InlineData(":::faq\n### What is deactivation? {#what}\n[a](term:deactivation)\n:::")]
    [InlineData(":::signs {#some of=sign}\n- Deactivation {#some-sign}\n  [a](term:deactivation)\n:::")]
    public void Headings_links_other_names_and_parts_of_words_are_no_use_of_a_term(string body) =>
        Assert.Empty(Sample.WithPage(body).Problems);

    [Fact]
    public void A_name_inside_a_longer_name_is_that_longer_one()
    {
        var glossary = Sample.Glossary + "\n\n## Slow\ndeactivation {#slow strength=mixed}\n\nSlowly.\n".Replace("Slow\n", "Slow ", StringComparison.Ordinal);

        var compiled = Sample.Compile(
            ("glossary.md", glossary), ("guide/page.md", Sample.PageNamed("page") + "Slow\ndeactivation, [a](term:deactivation), [b](term:slow)."));

        Assert.Equal(["AG312 1:1"], Sample.InBody(compiled));
        Assert.Contains("term:slow", Assert.Single(compiled.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_named_too_early_in_a_practice_is_reported_there_and_once()
    {
        const string Around = ":::practice {ref=catch-early}\n:::\n\n[a](term:deactivation)";
        var compiled = Sample.Compile(
            ("practices/catch-early.md", Practice("Some deactivation.")),
            ("guide/page.md", Sample.PageNamed("page") + Around),
            ("guide/second.md", Sample.PageNamed("second") + Around));

        Assert.Equal(["AG312 1:6"], Sample.InBody(compiled, "practices/catch-early.md", Sample.PracticeBody));
        Assert.Single(compiled.Problems);
    }

    [Fact]
    public void A_term_that_nothing_links_to_and_no_text_names_is_unused()
    {
        var problem = Assert.Single(Sample.Compile(("glossary.md", TwoTerms + "\n[Myself](term:secure).\n")).Problems);

        Assert.Equal(("glossary.md", 8, 12, Severity.Warning, "AG310"), (problem.File, problem.Line, problem.Column, problem.Severity, problem.Code));
    }

    [Theory]
    [InlineData("guide/page.md", "[a](term:secure)")]
    [InlineData("guide/page.md", "To be secure.")]
    [InlineData("guide/page.md", "## Secure")]
    [InlineData("practices/catch-early.md", "More secure.")]
    [InlineData("glossary.md", "See [that](term:secure).")]
    public void A_term_that_a_page_a_practice_or_another_term_uses_is_not_unused(string file, string use)
    {
        var text = file switch
        {
            "guide/page.md" => Sample.PageNamed("page") + use,
            "glossary.md" => TwoTerms.Replace("It shows in short replies.", use, StringComparison.Ordinal),
            _ => Practice(use),
        };

        Assert.Empty(Sample.Compile(("glossary.md", TwoTerms), (file, text)).Problems);
    }

    private static Page Page(string body)
    {
        var compiled = Sample.WithPage(body);
        Assert.Empty(compiled.Problems);
        return compiled.Guide!.PageAt("/page")!;
    }

    private static string Practice(string words) => Sample.Practice.Replace("Some words.", words, StringComparison.Ordinal);

    private static string Words(Practice practice) => string.Concat(practice.Blocks.OfType<Prose>().Select(prose => prose.Html));

    private static IEnumerable<string> Html(Page page) => page.Blocks.Select(block => block switch
    {
        Prose prose => prose.Html,
        PracticeBlock practice => Words(practice.Practice),
        _ => "",
    });

    /// <summary>Of each link to a term, whether it shows the definition.</summary>
    private static IEnumerable<bool> Marks(string html) =>
        html.Split("class=\"term\"").Skip(1).Select(after => after.StartsWith(" data-term=", StringComparison.Ordinal));
}
