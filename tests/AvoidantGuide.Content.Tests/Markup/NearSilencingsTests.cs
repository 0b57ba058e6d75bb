namespace AvoidantGuide.Content.Tests.Markup;

/// <summary>What was meant to silence a warning and does not: readers would see it, or it would do nothing.</summary>
public sealed class NearSilencingsTests
{
    [Theory]
    [InlineData("Words. <!-- AG503: their word", "AG226 1:8")]
    [InlineData("Words. <!-- AG503: their word -- >", "AG226 1:8")]
    [InlineData("<!-- AG503: their word\n\nMore words.", "AG226 1:1")]
    [InlineData("# AG503: their word", "AG226 1:1")]
    [InlineData("## AG503: their word", "AG226 1:1")]
    [InlineData("Words. # AG503: their word", "AG226 1:8")]
    [InlineData("Words. <!– AG503: their word –>", "AG226 1:8")]
    [InlineData("Words. <!— ag503: their word —>", "AG226 1:8")]
    [InlineData("Words. <!- AG503: their word ->", "AG226 1:8")]
    [InlineData("Words. <-- AG503: their word -->", "AG226 1:8")]
    [InlineData("- Words. <!– AG503: their word –>", "AG226 1:10")]
    [InlineData("One line.\nWords. <!– AG503: their word –>\nA third.", "AG226 2:8")]
    [InlineData("`Words. <!– AG503: their word –>`")]
    [InlineData("```\n# AG503: their word\n```")]
    [InlineData("Words. \\<!-- AG503: shown")]
    [InlineData("A code such as AG503: it is one. <!-- AG503 is no code -->", "AG512 1:34")]
    public void Each_is_named_at_its_place(string body, params string[] expected) => Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)));

    [Theory]
    [InlineData("Words. <!-- AG503: their word", "<!-- AG503: why -->")]
    [InlineData("# AG503: their word", "<!-- AG503: why -->")]
    [InlineData("Words. <!– AG503: their word –>", "<!-- AG503: why -->")]
    [InlineData("A toxic evening. <!-- AG503: their word -->.", "<!-- AG503: why -->")]
    [InlineData("<!-- AG503: their word --> A toxic evening.", "<!-- AG503: why -->")]
    [InlineData("Words <!-- later --> and words", "<!-- AG503: why -->")]
    public void What_to_write_is_said(string body, string said) =>
        Assert.Contains(Sample.WithPage(body).Problems, problem => problem.Severity == Severity.Error && problem.Message.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("title: \"One\" <!-- AG503: their word -->")]
    [InlineData("title: One // AG503: their word")]
    public void In_front_matter_it_is_said_how_a_comment_is_written_there(string field)
    {
        var text = Sample.PageNamed("page").Replace("title: \"The switch\"", field, StringComparison.Ordinal);

        Assert.Contains(Sample.Compile(("guide/page.md", text)).Problems, problem => (problem.Code, problem.Line) == ("AG226", 3) && problem.Message.Contains("# AG505: why", StringComparison.Ordinal));
    }

    [Fact]
    public void In_the_glossary_and_in_practices_too()
    {
        var compiled = Sample.Compile(
            ("glossary.md", Sample.Glossary + "\n\nWords. <!– AG503: their word –>\n"),
            ("practices/catch-early.md", Sample.Practice + "\n\n## What else? {#else kind=text} # AG605: it is asked gently\n"));

        Assert.Contains(compiled.Problems, problem => (problem.File, problem.Code) == ("glossary.md", "AG226"));
        Assert.Contains(compiled.Problems, problem => (problem.File, problem.Code) == ("practices/catch-early.md", "AG226"));
    }
}
