namespace AvoidantGuide.Content.Tests;

public sealed class PublishedIdsTests
{
    private const string Path = "published-ids.yml";

    [Fact]
    public void What_is_written_is_accepted_again()
    {
        var written = PublishedIds.Of(Sample.Compile().Guide!);

        Assert.Empty(Sample.Compile((Path, written)).Problems);
        Assert.Equal(
            """
            # Every id that was ever published. Written by: check --accept
            pages:
              - /the-switch
            anchors:
              - "/the-switch#a-place"
              - "/the-switch#inside"
            terms:
              - deactivation
            signs:
              - gone-off
            practices:
              - catch-early
            prompts:
              - catch-early/noticed
            choices:
              - catch-early/noticed/nothing

            """, written);
    }

    [Theory]
    [InlineData("pages: [/gone]", "AG401 1:9")]
    [InlineData("anchors:\n  - \"/the-switch#gone\"", "AG401 2:5")]
    [InlineData("terms: [gone]", "AG401 1:9")]
    [InlineData("signs: [gone]", "AG401 1:9")]
    [InlineData("practices: [gone]", "AG401 1:13")]
    [InlineData("prompts: [catch-early/gone]", "AG401 1:11")]
    [InlineData("choices: [catch-early/noticed/gone]", "AG401 1:11")]
    [InlineData("page: [x]", "AG110 1:1")]
    [InlineData("pages: /the-switch", "AG112 1:8")]
    [InlineData("- x", "AG112 1:1")]
    public void An_id_that_is_gone_is_an_error_where_it_is_listed(string text, string expected) =>
        Assert.Equal([expected], Sample.InBody(Sample.Compile((Path, text)), Path, 1));

    [Fact]
    public void An_alias_or_a_moved_anchor_keeps_an_old_address_alive()
    {
        var page = Sample.Page.Replace("order:", "aliases: [/gone]\nanchors: { old: a-place, old-sign: gone-off }\norder:", StringComparison.Ordinal);

        var compiled = Sample.Compile(("guide/the-switch.md", page), (Path, "pages: [/gone]\nanchors: [\"/gone#a-place\", \"/the-switch#old\"]\nsigns: [old-sign]"));

        Assert.Empty(compiled.Problems);
        Assert.Contains("  - /gone\n", PublishedIds.Of(compiled.Guide!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a-place")]
    [InlineData("gone-off")]
    [InlineData("inside")]
    public void An_anchor_that_still_stands_on_its_page_has_not_moved(string still)
    {
        var page = Sample.Page.Replace("order:", $"anchors: {{ {still}: a-place }}\norder:", StringComparison.Ordinal);

        var problem = Assert.Single(Sample.Compile(("guide/the-switch.md", page)).Problems);
        Assert.Equal(("AG403", 5), (problem.Code, problem.Line));
    }

    [Fact]
    public void A_page_that_became_a_draft_is_gone()
    {
        var texts = new[] { ("guide/page.md", Sample.PageNamed("page").Replace("status: published", "status: draft", StringComparison.Ordinal)), (Path, "pages: [/page]") };

        Assert.Equal(["AG401"], Sample.Compile(texts).Problems.Select(problem => problem.Code));
    }
}
