namespace AvoidantGuide.Content.Tests;

public sealed class OutlinesTests
{
    private const string Path = "outlines.yml";

    private static readonly (string, string) _ids = ("published-ids.yml", PublishedIds.Of(Sample.Compile().Guide!));

    [Fact]
    public void What_is_written_is_accepted_again()
    {
        var written = Outlines.Of(Sample.Compile().Guide!);

        Assert.Empty(Sample.Compile((Path, written), _ids).Problems);
        Assert.Contains("\"## a-place\"", written, StringComparison.Ordinal);
        Assert.Contains("\"stanton-2017 2017 -> https://doi.org/10.1000/182\"", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guide/the-switch.md", "## A place", "### A place", "before \"## a-place\"; now \"### a-place\"")]
    [InlineData("guide/the-switch.md", "order: 4", "order: 40", "now \"/the-switch 40")]
    [InlineData("sources.yml", "10.1000/182", "10.1000/12", "https://doi.org/10.1000/12\"")]
    [InlineData("help.yml", "116 123", "16 123", "16 123")]
    [InlineData("practices/catch-early.md", "need=yes ", "", "noticed OneOf Sign")]
    [InlineData("glossary.md", "strength=mixed", "strength=contested", "deactivation Contested")]
    public void A_change_of_more_than_words_is_named_in_its_file(string path, string old, string changed, string said)
    {
        var written = Outlines.Of(Sample.Compile().Guide!);

        var problem = Assert.Single(Sample.Compile((Path, written), (path, Sample.Texts()[path].Replace(old, changed, StringComparison.Ordinal))).Problems, problem => problem.Code == Outlines.Changed);

        Assert.Equal((path, 1, Severity.Warning), (problem.File, problem.Line, problem.Severity));
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_are_no_change()
    {
        var written = Outlines.Of(Sample.Compile().Guide!);

        Assert.Empty(Sample.Compile((Path, written), _ids, ("guide/the-switch.md", Sample.Page.Replace("See [the source]", "Do see [this]", StringComparison.Ordinal))).Problems);
    }

    [Fact]
    public void What_is_not_yet_accepted_is_known_by_file()
    {
        var texts = Sample.Texts();
        texts[Path] = Outlines.Of(Sample.Compile().Guide!);
        Assert.Empty(New());

        texts["guide/page.md"] = Sample.PageNamed("page") + "## Here";
        texts["sources.yml"] = Sample.Sources.Replace("year: 2017", "year: 2018", StringComparison.Ordinal);
        Assert.Equal(["guide/page.md", "sources.yml"], New());

        IReadOnlyList<string> New() => Outlines.NotAccepted(Compiler.Compile(new ContentFiles(texts), Sample.Now).Guide!, new ContentFiles(texts));
    }
}
