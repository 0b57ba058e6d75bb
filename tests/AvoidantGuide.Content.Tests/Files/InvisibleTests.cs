namespace AvoidantGuide.Content.Tests.Files;

/// <summary>What no editor can see in a file, and what would still change how it is read.</summary>
public sealed class InvisibleTests
{
    [Theory]
    [InlineData("A quiet\u200b evening.", "U+200B")]
    [InlineData("A qui\u00adet evening.", "U+00AD")]
    [InlineData("A \u202equiet\u202c evening.", "U+202E")]
    [InlineData("A \u2066quiet\u2069 evening.", "U+2066")]
    [InlineData("A \u200equiet evening.", "U+200E")]
    [InlineData("A \ufeffquiet evening.", "U+FEFF")]
    [InlineData("A \u2060quiet evening.", "U+2060")]
    [InlineData("A \u200cquiet evening.", "U+200C")]
    [InlineData("A \u200dquiet evening.", "U+200D")]
    [InlineData("A \u2028quiet evening.", "U+2028")]
    [InlineData("A \u0085quiet evening.", "U+0085")]
    [InlineData("A \U000e0041quiet evening.", "U+E0041")]
    public void It_is_named_where_it_stands(string body, string name)
    {
        var problem = Assert.Single(Sample.WithPage("Words.\n\n" + body).Problems);

        Assert.Equal(("AG102", Severity.Error, Sample.Body + 2), (problem.Code, problem.Severity, problem.Line));
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A qui&shy;et evening.")]
    [InlineData("A quiet&#x200B; evening.")]
    [InlineData("A &rlm;quiet evening.")]
    public void It_cannot_be_written_as_an_entity(string body) => Assert.Equal(["AG102"], Sample.WithPage(body).Problems.Select(problem => problem.Code));

    [Theory]
    [InlineData("glossary.md", "Turning a need")]
    [InlineData("sources.yml", "Good moments")]
    [InlineData("help.yml", "A helpline")]
    [InlineData("practices/catch-early.md", "Some words")]
    [InlineData("guide/the-switch.md", "One sentence")]
    public void It_is_named_in_every_file(string path, string words)
    {
        var compiled = Sample.Compile((path, Sample.Texts()[path].Replace(words, words + "\u200b", StringComparison.Ordinal)));

        Assert.Contains(compiled.Problems, problem => (problem.File, problem.Code) == (path, "AG102"));
    }

    [Fact]
    public void An_escape_cannot_make_one() =>
        Assert.Equal(["AG102"], Sample.Compile(("help.yml", Sample.Help.Replace("A helpline", "A \\u202ehelpline", StringComparison.Ordinal))).Problems.Select(problem => problem.Code));

    [Theory]
    [InlineData("##\u00a0The body", 1, 3)]
    [InlineData("-\u00a0A point", 1, 2)]
    [InlineData("1.\u00a0A point", 1, 3)]
    [InlineData(">\u00a0A voice", 1, 2)]
    [InlineData("## The body {#the-body\u00a0}", 1, 23)]
    [InlineData("\u00a0\u00a0Words.", 1, 1)]
    public void A_space_that_is_none_is_named_where_a_mark_needs_a_plain_one(string body, int line, int column)
    {
        var problem = Assert.Single(Sample.WithPage(body).Problems, problem => problem.Code == "AG102");

        Assert.Equal((line + Sample.Body - 1, column), (problem.Line, problem.Column));
        Assert.Contains("U+00A0", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title:\u00a0\"The switch\"")]
    [InlineData("title\u00a0: \"The switch\"")]
    [InlineData("\u00a0title: \"The switch\"")]
    public void It_is_named_around_a_key_as_well(string field) =>
        Assert.Contains(Sample.Compile(("guide/page.md", Sample.PageNamed("page").Replace("title: \"The switch\"", field, StringComparison.Ordinal))).Problems,
            problem => (problem.Code, problem.Line) == ("AG102", 3));

    [Theory]
    [InlineData("About 20\u00a0minutes, or 3\u202fkm, an ordinary evening.")]
    [InlineData("A family \U0001f468\u200d\U0001f469\u200d\U0001f467, a heart \u2764\ufe0f, and &nbsp; and &amp;.")]
    [InlineData("É, ñ, ø and 漢字.")]
    public void What_can_be_seen_or_is_meant_is_let_through(string body) => Assert.Empty(Sample.WithPage(body).Problems);
}
