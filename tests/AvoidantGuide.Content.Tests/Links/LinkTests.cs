namespace AvoidantGuide.Content.Tests.Links;

public sealed class LinkTests
{
    [Theory]
    [InlineData("term:deactivation", "/key-terms#deactivation\" class=\"term\" data-term=\"deactivation")]
    [InlineData("src:stanton-2017", "/sources#stanton-2017\" class=\"source")]
    [InlineData("the-switch.md", "/the-switch")]
    [InlineData("the-switch.md#a-place", "/the-switch#a-place")]
    [InlineData("the-switch.md#gone-off", "/the-switch#gone-off")]
    [InlineData("the-switch.md#inside", "/the-switch#inside")]
    [InlineData("/the-switch#a-place", "/the-switch#a-place")]
    [InlineData("#here", "#here")]
    [InlineData("/journal", "/journal")]
    [InlineData("/search", "/search")]
    [InlineData("/whole-guide", "/whole-guide")]
    [InlineData("/feed.xml", "/feed.xml")]
    [InlineData("https://example.org/a?b=c&d=e", "https://example.org/a?b=c&amp;d=e\" class=\"elsewhere\" rel=\"noreferrer")]
    [InlineData("mailto:help@example.org", "mailto:help@example.org")]
    [InlineData("tel:+44-116123", "tel:+44-116123")]
    public void A_link_leads_where_it_says(string target, string address)
    {
        var prose = Assert.IsType<Prose>(Sample.Blocks($"[words]({target})\n\n## Here")[0]);

        Assert.Equal($"<p><a href=\"{address}\">words</a></p>\n", prose.Html);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("java&#10;script:alert(1)")]
    [InlineData("java&#9;script:alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("&#160;javascript:alert(1)")]
    [InlineData("java\\&Tab;script:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("< javascript:alert(1)>")]
    [InlineData("javascript&colon;alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://example.org/")]
    [InlineData("HTTPS://example.org/")]
    [InlineData("https:example.org")]
    [InlineData("https:///example.org")]
    [InlineData("https://user:word@example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("\\\\example.org")]
    [InlineData("https://exa&#13;mple.org/")]
    [InlineData("mailto:a@b.c?bcc=d@e.f")]
    [InlineData("tel:0800 1111")]
    [InlineData("sms:85258")]
    [InlineData("../guide/the-switch.md")]
    [InlineData("guide/the-switch.md")]
    [InlineData("TERM:deactivation")]
    [InlineData("term:")]
    [InlineData("the-switch.md#")]
    [InlineData("")]
    public void A_hostile_or_malformed_link_never_becomes_one(string target)
    {
        var compiled = Sample.WithPage($"[words]({target})");

        Assert.Null(compiled.Guide);
        Assert.Contains(Sample.InBody(compiled), problem => problem is "AG301 1:1" or "AG224 1:7");
    }

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<JAVASCRIPT:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("<http://example.org/>")]
    public void A_hostile_autolink_never_becomes_one(string text) => Assert.Equal(["AG301 1:1"], Sample.InBody(Sample.WithPage(text)));

    [Theory]
    [InlineData("term:deactivatoin", "AG306", "deactivation")]
    [InlineData("src:stanton-2071", "AG305", "stanton-2017")]
    [InlineData("the-swich.md", "AG302", "the-switch.md")]
    [InlineData("the-switch.md#a-palce", "AG303", "a-place")]
    [InlineData("/the-swich", "AG302", "/the-switch")]
    [InlineData("/jurnal", "AG302", "/journal")]
    [InlineData("#nowhere", "AG303", null)]
    [InlineData("/journal#place", "AG303", null)]
    public void A_link_to_nothing_names_the_nearest(string target, string code, string? nearest)
    {
        var compiled = Sample.WithPage($"One line.\nSome [words]({target})");
        var problem = Assert.Single(compiled.Problems);

        Assert.Equal([$"{code} 2:6"], Sample.InBody(compiled));
        if (nearest is not null)
            Assert.Contains($"Did you mean \"{nearest}\"?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the-switch", "(the-switch.md)")]
    [InlineData("the-switch#a-place", "(the-switch.md#a-place)")]
    [InlineData("./the-switch.md", "(the-switch.md)")]
    [InlineData("../guide/the-switch.md#a-place", "(the-switch.md#a-place)")]
    [InlineData("guide/the-switch.md", "(the-switch.md)")]
    [InlineData("content/guide/the-switch.md", "(the-switch.md)")]
    [InlineData("/guide/the-switch.md", "(the-switch.md)")]
    [InlineData("/the-switch.md", "(the-switch.md)")]
    [InlineData("/the-switch/", "(the-switch.md)")]
    [InlineData("the-switch.html", "(the-switch.md)")]
    [InlineData("The-Switch.md", "\"the-switch.md\"")]
    [InlineData("a-slug", "(page.md)")]
    [InlineData("a-slug.md", "\"page.md\"")]
    [InlineData("journal", "(/journal)")]
    [InlineData("./search", "(/search)")]
    [InlineData("feed.xml", "(/feed.xml)")]
    public void A_link_that_is_nearly_right_is_told_the_right_one(string target, string right)
    {
        var problem = Assert.Single(Sample.Compile(("guide/page.md", Sample.PageNamed("page\nslug: a-slug") + $"[words]({target})")).Problems);

        Assert.Contains(right, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_page_cannot_lead_to_a_draft()
    {
        var draft = Sample.PageNamed("hidden").Replace("published", "draft", StringComparison.Ordinal) + "[back](hidden2.md)";
        var other = Sample.PageNamed("hidden2").Replace("published", "draft", StringComparison.Ordinal);

        var compiled = Sample.Compile(("guide/hidden.md", draft), ("guide/hidden2.md", other), ("guide/page.md", Sample.PageNamed("page") + "[x](hidden.md)"));

        Assert.Equal(["AG309"], compiled.Problems.Select(problem => problem.Code));
        Assert.Equal(["AG309 1:1"], Sample.InBody(compiled));
    }

    [Fact]
    public void A_page_that_waits_for_its_time_is_a_draft_until_then()
    {
        var waiting = Sample.PageNamed("later").Replace("status: published", "status: published\npublish: 2026-11-22T10:00Z", StringComparison.Ordinal);
        var texts = Sample.Texts();
        texts["guide/later.md"] = waiting;

        var before = Compiler.Compile(new ContentFiles(texts), Sample.Now);
        var after = Compiler.Compile(new ContentFiles(texts), Sample.Now.AddHours(1));

        Assert.Null(before.Guide!.PageAt("/later"));
        Assert.Equal(Sample.Now.AddHours(1), before.NextChange);
        Assert.NotNull(after.Guide!.PageAt("/later"));
        Assert.Equal(new DateTimeOffset(2027, 11, 21, 0, 0, 0, TimeSpan.Zero), after.NextChange);
    }

    [Fact]
    public void A_source_knows_each_place_that_uses_it_once()
    {
        var compiled = Sample.WithPage("[S](src:stanton-2017)\n\n## Evidence\n\n[S](src:stanton-2017) [S](src:stanton-2017)");

        var uses = Assert.Single(compiled.Guide!.Sources).Uses.Select(use => use.Address);
        Assert.Equal(["/page", "/page#evidence", "/the-switch"], uses);
    }

    [Theory]
    [InlineData("A question?", "A question? Evidence")]
    [InlineData("A page", "A page: Evidence")]
    public void A_place_that_uses_a_source_is_named_after_its_page(string page, string place)
    {
        var compiled = Sample.Compile(("guide/page.md", Sample.PageNamed("page").Replace("The switch", page, StringComparison.Ordinal) + "## Evidence\n\n[S](src:stanton-2017)"));

        Assert.Equal(place, Assert.Single(compiled.Guide!.Sources).Uses[0].Title);
    }

    [Fact]
    public void A_source_that_nobody_uses_is_a_warning()
    {
        var compiled = Sample.Compile(("sources.yml", Sample.Sources + "\n- id: spare-2001\n  authors: A\n  year: 2001\n  title: T\n"));

        var problem = Assert.Single(compiled.Problems);
        Assert.Equal(("AG304", Severity.Warning, 6, 7), (problem.Code, problem.Severity, problem.Line, problem.Column));
        Assert.NotNull(compiled.Guide);
    }
}
