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

    [Fact]
    public void A_list_that_is_gone_is_missed_where_something_was_accepted()
    {
        var outlines = ("outlines.yml", Outlines.Of(Sample.Compile().Guide!));

        var problem = Assert.Single(Sample.Compile(outlines).Problems);
        Assert.Equal((Path, PublishedIds.Gone, Severity.Warning), (problem.File, problem.Code, problem.Severity));
        Assert.Empty(Sample.Compile(outlines, (Path, PublishedIds.Of(Sample.Compile().Guide!))).Problems);
        Assert.Empty(Sample.Compile().Problems);
    }

    [Fact]
    public void What_is_published_and_not_yet_accepted_is_known()
    {
        var texts = Sample.Texts();
        texts[Path] = PublishedIds.Of(Sample.Compile().Guide!);
        Assert.Empty(New());

        texts["guide/page.md"] = Sample.PageNamed("page") + "## Here";
        texts["guide/draft.md"] = Sample.PageNamed("draft").Replace("status: published", "status: draft", StringComparison.Ordinal) + "## There";
        Assert.Equal(["/page", "/page#here"], New());

        texts.Remove(Path);
        Assert.Contains("catch-early/noticed", New());

        IReadOnlyList<string> New() => PublishedIds.NotAccepted(Compiler.Compile(new ContentFiles(texts), Sample.Now).Guide!, new ContentFiles(texts));
    }

    [Fact]
    public void A_page_that_is_gone_is_told_of_once_with_the_places_on_it()
    {
        var problem = Assert.Single(Sample.Compile((Path, "pages: [/gone]\nanchors: [\"/gone#one\", \"/gone#two\"]")).Problems);

        Assert.Equal(("AG401", 1, 9), (problem.Code, problem.Line, problem.Column));
        Assert.Contains("with 2 places on it", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: the-switch", "id the-switch", "AG107")]
    [InlineData("---\nid: the-switch", "id: the-switch", "AG105")]
    public void A_page_that_cannot_be_read_is_not_said_to_be_gone(string right, string wrong, string code)
    {
        var texts = new[] { (Path, PublishedIds.Of(Sample.Compile().Guide!)), ("guide/the-switch.md", Sample.Page.Replace(right, wrong, StringComparison.Ordinal)) };

        Assert.Equal([code], Sample.Compile(texts).Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("guide/the-switch.md", "guide")]
    [InlineData("practices/catch-early.md", "practices")]
    public void A_folder_that_is_gone_is_told_of_and_nothing_that_follows_from_it(string file, string folder)
    {
        var texts = Sample.Texts();
        texts[Path] = PublishedIds.Of(Sample.Compile().Guide!);
        texts["glossary.md"] += "\n\nAs on [a page](the-switch.md#a-place) and [there](/the-switch).";
        Assert.True(texts.Remove(file));
        texts.Remove("sources.yml");

        var problem = Assert.Single(Compiler.Compile(new ContentFiles(texts), Sample.Now).Problems, problem => problem.Code is not "AG305");
        Assert.Equal((folder, "AG311"), (problem.File, problem.Code));
        Assert.Contains("is not there", problem.Message, StringComparison.Ordinal);
    }
}
