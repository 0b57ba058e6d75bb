using System.Text.Json;

namespace AvoidantGuide.Content.Tests;

public sealed class ProblemReportTests
{
    private static readonly Problem _wrong = new("guide/a,b.md", 3, 5, Severity.Error, "AG201", "100% wrong: \"x\".", "one\ttwo");

    [Fact]
    public void Text_is_the_canonical_line_the_excerpt_and_a_caret() =>
        Assert.Equal("content/guide/a,b.md(3,5): error AG201: 100% wrong: \"x\".\n    one.two\n        ^\n", ProblemReport.AsText([_wrong], "content"));

    [Fact]
    public void A_long_line_is_shown_around_its_place()
    {
        var text = ProblemReport.AsText([_wrong with { Excerpt = new string('a', 499) + "X" + new string('b', 500), Column = 500 }], "content").Split('\n');

        Assert.Equal('X', text[1][text[2].IndexOf('^', StringComparison.Ordinal)]);
        Assert.True(text[1].Length < 200);
    }

    [Fact]
    public void A_place_beyond_its_line_still_has_a_caret() =>
        Assert.EndsWith("    ^\n", ProblemReport.AsText([_wrong with { Excerpt = "x", Column = 900 }], "content"), StringComparison.Ordinal);

    [Fact]
    public void Json_holds_every_field()
    {
        using var json = JsonDocument.Parse(ProblemReport.AsJson([_wrong], "content"));

        var problem = json.RootElement[0];
        Assert.Equal("content/guide/a,b.md", problem.GetProperty("file").GetString());
        Assert.Equal(3, problem.GetProperty("line").GetInt32());
        Assert.Equal("error", problem.GetProperty("severity").GetString());
        Assert.Equal("AG201", problem.GetProperty("code").GetString());
    }

    [Fact]
    public void Workflow_commands_escape_what_would_end_them() =>
        Assert.Equal("::error file=content/guide/a%2Cb.md,line=3,col=5,title=AG201::100%25 wrong: \"x\".\n", ProblemReport.AsGitHub([_wrong], "content"));

    [Fact]
    public void Problems_of_all_files_are_sorted_by_file_line_and_column()
    {
        var compiled = Sample.Compile(("guide/a.md", "x"), ("guide/page.md", Sample.PageNamed("page") + "<b> <i>\n\n<b>"), ("help.yml", "care: x\n"));

        var places = compiled.Problems.Select(problem => (problem.File, problem.Line, problem.Column)).ToList();
        Assert.Equal(places.OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Line).ThenBy(place => place.Column), places);
        Assert.Equal(["guide/a.md", "guide/page.md", "help.yml"], places.Select(place => place.File).Distinct(StringComparer.Ordinal));
    }
}
