using System.Globalization;

namespace AvoidantGuide.Content.Tests.Files;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("id: page\n", "", "AG111 1:1")]
    [InlineData("title: \"The switch\"\n", "", "AG111 1:1")]
    [InlineData("status: published\n", "", "AG111 1:1")]
    [InlineData("status: published", "status: publised", "AG112 6:9")]
    [InlineData("status: published", "statuss: published", "AG110 6:1", "AG111 1:1")]
    [InlineData("status: published", "status: published\nstatus: draft", "AG108 7:1")]
    [InlineData("order: 4", "order: four", "AG112 5:8")]
    [InlineData("order: 4", "order: 0", "AG112 5:8")]
    [InlineData("order: 4", "order: 100000", "AG112 5:8")]
    [InlineData("title: \"The switch\"", "title: \"The *switch*\"", "AG224 3:13")]
    [InlineData("title: \"The switch\"", "title: \"The `switch`\"", "AG224 3:13")]
    [InlineData("title: \"The switch\"", "title: \"[The switch](the-switch.md)\"", "AG224 3:9")]
    [InlineData("title: \"The switch\"", "title: \"The __switch__\"", "AG224 3:13")]
    [InlineData("title: \"The switch\"", "title: \"The <b>switch</b>\"", "AG224 3:13")]
    [InlineData("title: \"The switch\"", "title: \"The switch\"\nnav: \"**Switch**\"", "AG224 4:7")]
    [InlineData("summary: \"One sentence.\"", "summary: One *sentence*.", "AG224 4:14")]
    [InlineData("{ on: 2026-11-20, next: 2027-11-20 }", "{ on: 2026-11-24, next: 2027-11-20 }", "AG112 7:17")]
    [InlineData("order: 4", "order: 4\nnotice: [childhood-neglct]", "AG112 6:10")]
    [InlineData("order: 4", "order: 4\nnotice: [weather]", "AG112 6:10")]
    [InlineData("id: page", "id: preview", "AG404 2:5")]
    [InlineData("id: page", "id: search", "AG404 2:5")]
    [InlineData("id: page", "id: page\naliases: [/preview]", "AG112 3:11")]
    [InlineData("id: page", "id: page\naliases: [/healthz]", "AG112 3:11")]
    [InlineData("id: page", "id: page\naliases: [/feed.xml]", "AG112 3:11")]
    [InlineData("id: page", "id: page\naliases: [/../old]", "AG112 3:11")]
    [InlineData("id: page", "id: page\naliases: [/old/.]", "AG112 3:11")]
    [InlineData("title: \"The switch\"", "title: The switch: why", "AG107 3:18")]
    [InlineData("title: \"The switch\"", "title: \"The switch", "AG107")]
    [InlineData("title: \"The switch\"", "title: &x The switch", "AG107 3:8")]
    [InlineData("title: \"The switch\"", "title: *x", "AG107 3:8")]
    [InlineData("title: \"The switch\"", "title: !!binary x", "AG107 3:8")]
    [InlineData("title: \"The switch\"", "title: [a, b]", "AG112 3:8")]
    [InlineData("title: \"The switch\"", "title: [[[[[[[[[[[a]]]]]]]]]]]", "AG107")]
    [InlineData("{ on: 2026-11-20, next: 2027-11-20 }", "{ on: 2026-13-20, next: 2027-11-20 }", "AG112 7:17")]
    [InlineData("{ on: 2026-11-20, next: 2027-11-20 }", "{ on: 2026-11-20, next: 2026-11-20 }", "AG112 7:35")]
    [InlineData("{ on: 2026-11-20, next: 2027-11-20 }", "{ on: 2026-11-20, nxt: 2027-11-20 }", "AG110 7:29", "AG111 7:11")]
    [InlineData("{ on: 2026-11-20, next: 2027-11-20 }", "2026-11-20", "AG112 7:11")]
    [InlineData("id: page", "id: Page", "AG402 2:5")]
    [InlineData("id: page", "id: journal", "AG404 2:5")]
    [InlineData("id: page", "id: page\nslug: Some Page", "AG112 3:7")]
    [InlineData("id: page", "id: page\nslug: the-switch", "AG404")]
    [InlineData("id: page", "id: the-switch", "AG403", "AG404")]
    [InlineData("id: page", "id: page\npublish: tomorrow", "AG112 3:10")]
    [InlineData("id: page", "id: page\naliases: [old]", "AG112 3:11")]
    [InlineData("id: page", "id: page\naliases: [/the-switch]", "AG404 3:11")]
    [InlineData("id: page", "id: page\naliases: [/The-Switch]", "AG404 3:11")]
    [InlineData("id: page", "id: page\naliases: [/old, /OLD]", "AG404 3:17")]
    [InlineData("id: page", "id: page\naliases: [/page]", "AG404 3:11")]
    [InlineData("id: page", "id: page\naliases: [/Journal]", "AG112 3:11")]
    [InlineData("id: page", "id: page\naliases: [/journal/old]", "AG112 3:11")]
    [InlineData("id: page", "id: page\naliases: [/]", "AG112 3:11")]
    [InlineData("id: page", "id: page\nanchors: { old: gone }", "AG303 3:17")]
    [InlineData("id: page", "id: page\nanchors: { old: older, older: gone }", "AG303 3:17", "AG303 3:31")]
    [InlineData("id: page", "id: page\nanchors: { \"an old one\": gone }", "AG112 3:12")]
    public void A_wrong_field_is_named_at_its_place(string right, string wrong, params string[] expected)
    {
        var text = Sample.PageNamed("page");
        Assert.Contains(right, text, StringComparison.Ordinal);

        var compiled = Sample.Compile(("guide/page.md", text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Null(compiled.Guide);
        var found = compiled.Problems.Where(problem => problem.File is "guide/page.md" or "guide/the-switch.md").ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Zip(expected.Order(StringComparer.Ordinal), (problem, like) => like.Contains(' ', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{problem.Code} {problem.Line}:{problem.Column}") : problem.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("order: 4", "order: 4\naliases: [/search]", "/search is an address of the site itself")]
    [InlineData("order: 4", "order: 4\naliases: [/old name]", "such as /old-name")]
    [InlineData("order: 4", "order: 4\nnotice: [childhood-neglct]", "Did you mean \"childhood-neglect\"?")]
    [InlineData("order: 4", "order: 200000", "from 1 to 99999")]
    [InlineData("on: 2026-11-20", "on: 2036-11-20", "has not come yet")]
    public void What_would_be_right_is_said(string right, string wrong, string said) =>
        Assert.Contains(said, Assert.Single(Sample.Compile(("guide/page.md", Sample.PageNamed("page").Replace(right, wrong, StringComparison.Ordinal)
            .Replace("next: 2027", wrong.Contains("2036", StringComparison.Ordinal) ? "next: 2037" : "next: 2027", StringComparison.Ordinal))).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("order: 4", "order: 99999")]
    [InlineData("on: 2026-11-20", "on: 2026-11-23")]
    [InlineData("title: \"The switch\"", "title: \"2 * 3, snake_case and [so they said]\"")]
    [InlineData("order: 4", "order: 4\nnotice: [childhood-neglect, self-harm]")]
    [InlineData("order: 4", "order: 4\naliases: [/old.html, /one/two, /journals, /previews]")]
    public void What_is_right_is_let_through(string old, string now) =>
        Assert.Empty(Sample.Compile(("guide/page.md", Sample.PageNamed("page").Replace(old, now, StringComparison.Ordinal))).Problems);

    [Theory]
    [InlineData("\n---\nid: page\n---\n", "AG105")]
    [InlineData("\uFEFF---\nid: page\n---\n", "AG103")]
    [InlineData("---\nid: page\n", "AG106")]
    [InlineData("Words.\n", "AG105")]
    [InlineData("", "AG105")]
    [InlineData("--- \n- a\n---\n", "AG107")]
    [InlineData("---\nid: pa\0ge\n---\n", "AG102")]
    public void Front_matter_that_would_be_lost_is_named(string text, string code)
    {
        var compiled = Sample.Compile(("guide/page.md", text));

        Assert.Equal([code], compiled.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_misspelt_key_names_the_nearest()
    {
        var compiled = Sample.Compile(("guide/page.md", Sample.PageNamed("page").Replace("summary:", "sumary:", StringComparison.Ordinal)));

        Assert.Contains(compiled.Problems, problem => problem.Message.StartsWith("Unknown key \"sumary\". Did you mean \"summary\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_reaches_the_page()
    {
        var text = Sample.PageNamed("page").Replace("status:",
            "slug: a-page\nnav: Short\npublish: 2026-11-01T00:00Z\naliases: [/old]\nanchors: { past: here }\nnotice: [childhood-neglect]\nauthor: A\nclinical-reviewer: B\nstatus:",
            StringComparison.Ordinal);

        var page = Sample.Compile(("guide/page.md", text + "## Here")).Guide!.PageAt("/a-page")!;

        Assert.Equal(("page", "The switch", "Short", "One sentence.", 4, "A", "B"), (page.Id, page.Title, page.Nav, page.Summary, page.Order, page.Author, page.ClinicalReviewer));
        Assert.Equal(["/old"], page.Aliases);
        Assert.Equal("here", page.Anchors["past"]);
        Assert.Equal(["childhood-neglect"], page.Notices);
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2027, 11, 20)), (page.ReviewedOn, page.ReviewedNext));
        Assert.Equal("guide/page.md", page.File);
    }
}
