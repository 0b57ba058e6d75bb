namespace AvoidantGuide.Content.Tests.Files;

/// <summary>glossary.md, sources.yml and help.yml.</summary>
public sealed class ListsTests
{
    [Theory]
    [InlineData("## A term {#a-term strength=sure}\nText.", "AG207 1:20")]
    [InlineData("## A term {strength=mixed}\nText.", "AG211 1:1")]
    [InlineData("## A term {#a-term}\nText.", "AG207 1:1")]
    [InlineData("## A term {#a-term strength=mixed}\nAlso: b", "AG210 1:1")]
    [InlineData("## A term {#a-term strength=mixed}\nAlso:\n\nText.", "AG210 2:1")]
    [InlineData("Words first.", "AG212 1:1")]
    [InlineData("## A term {#a-term strength=mixed}\nText.\n\n### Deeper", "AG212 4:1")]
    [InlineData("## A term {#a-term strength=mixed}\nText.\n\n:::care\n:::", "AG212 4:1")]
    [InlineData("## A term {#a-term strength=mixed}\nText.\n## B {#a-term strength=mixed}\nText.", "AG403 3:7")]
    public void A_wrong_term_is_named_at_its_place(string text, string expected)
    {
        var page = Sample.Page.Replace("[the term](term:deactivation)", "it", StringComparison.Ordinal);

        Assert.Equal([expected], Sample.InBody(Sample.Compile(("glossary.md", text), ("guide/the-switch.md", page)), "glossary.md", 1));
    }

    [Fact]
    public void A_terms_id_cannot_stand_on_the_page_that_shows_it() =>
        Assert.Equal(["AG403 3:1"], Sample.InBody(Sample.WithPage("## Deactivation\n\n:::terms\n:::")));

    [Theory]
    [InlineData("  year: 2017", "  year: soon", "AG112 3:9")]
    [InlineData("  year: 2017", "  yaer: 2017", "AG110 3:3")]
    [InlineData("  title: ", "  titel: ", "AG110 4:3", "AG111 1:3")]
    [InlineData("doi: 10.1000/182", "doi: https://doi.org/10.1000/182", "AG112 5:8")]
    [InlineData("doi: 10.1000/182", "url: http://example.org", "AG112 5:8")]
    [InlineData("- id: stanton-2017", "- id: Stanton", "AG402 1:7")]
    [InlineData("- id: stanton-2017", "- just words\n- id: stanton-2017", "AG112 1:3")]
    public void A_wrong_source_is_named_at_its_place(string right, string wrong, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Sample.InBody(
            Sample.Compile(("sources.yml", Sample.Sources.Replace(right, wrong, StringComparison.Ordinal))), "sources.yml", 1).Order(StringComparer.Ordinal));

    [Fact]
    public void A_doi_makes_the_address()
    {
        var source = Assert.Single(Sample.Compile().Guide!.Sources);

        Assert.Equal(("https://doi.org/10.1000/182", "10.1000/182", 2017), (source.Address, source.Doi, source.Year));
    }

    [Theory]
    [InlineData("safety:", "safty:", "AG110 2:1", "AG111 1:1")]
    [InlineData("  leave:", "  leaf:", "AG110 5:3", "AG111 3:3")]
    [InlineData("[everyone, abuse]", "[everyone, adults]", "AG112 13:25")]
    [InlineData("\"116 123\"", "\"call us\"", "AG112 14:16")]
    [InlineData("        phone: \"116 123\"\n", "", "AG111 11:9")]
    [InlineData("2026-11-20", "soon", "AG112 15:18")]
    [InlineData("- id: uk", "- id: U", "AG402 7:9")]
    public void A_wrong_line_of_help_is_named_at_its_place(string right, string wrong, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Sample.InBody(
            Sample.Compile(("help.yml", Sample.Help.Replace(right, wrong, StringComparison.Ordinal))), "help.yml", 1).Order(StringComparer.Ordinal));

    [Fact]
    public void Help_is_by_country()
    {
        var help = Sample.Compile().Guide!.Help;

        Assert.Equal(("If you are afraid, trust that.", "Would you be punished?", "Would they punish you?"), (help.Care, help.Safety.Question, help.Safety.Person));
        var service = Assert.Single(Assert.Single(help.Countries).Services);
        Assert.Equal([HelpFor.Everyone, HelpFor.Abuse], service.Who);
        Assert.Equal(("116 123", new DateOnly(2026, 11, 20)), (service.Phone, service.Checked));
    }

    [Theory]
    [InlineData("help.yml")]
    [InlineData("guide/the-switch.md")]
    public void A_guide_without_help_or_pages_is_an_error(string missing)
    {
        var texts = Sample.Texts();
        texts.Remove(missing);

        Assert.Contains("AG311", Compiler.Compile(new ContentFiles(texts), Sample.Now).Problems.Select(problem => problem.Code));
    }
}
