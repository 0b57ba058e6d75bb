using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Content.Tests.Files;

/// <summary>search.yml: what people type, and the places that answer it.</summary>
public sealed class SearchFileTests
{
    private const string Right = "- words: [breakup, split up]\n  to: [page.md#part, page.md]\n";

    private static readonly string _page = Sample.PageNamed("page") + "An evening.\n\n## A part {#part}\n\nA part of it.\n";

    [Fact]
    public void Its_words_lead_where_it_says_in_any_form_and_mistyped()
    {
        var guide = Compiled(Right).Guide!;
        using var index = new SearchIndex();
        index.Update(guide);

        Assert.Equal(["/page#part", "/page"], Assert.Single(guide.Everyday).Addresses);
        foreach (var query in new[] { "breakup", "breakups", "my brekup", "splitting up" })
            Assert.Equal(["/page#part", "/page"], index.Find(query).Results.Select(result => result.Address));
    }

    [Fact]
    public void A_changed_file_counts_at_once_and_one_that_is_gone_is_forgotten()
    {
        using var index = new SearchIndex();
        var page = Compiled(Right).Guide!;
        index.Update(page);
        index.Update(page with { Everyday = Compiled(Right.Replace("breakup", "divorce", StringComparison.Ordinal)).Guide!.Everyday });

        Assert.Empty(index.Find("breakup").Results);
        Assert.NotEmpty(index.Find("divorce").Results);
        index.Update(page with { Everyday = [] });
        Assert.Empty(index.Find("divorce").Results);
    }

    [Theory]
    [InlineData("to: [page.md#part, page.md]", "to: [page.md#prat]", "AG303 2:8")]
    [InlineData("to: [page.md#part, page.md]", "to: [pgae.md]", "AG302 2:8")]
    [InlineData("to: [page.md#part, page.md]", "to: [/page]", "AG112 2:8")]
    [InlineData("to: [page.md#part, page.md]", "to: page.md", "AG112 2:7")]
    [InlineData("  to: [page.md#part, page.md]\n", "", "AG111 1:3")]
    [InlineData("words", "wrods", "AG110 1:3", "AG111 1:3")]
    [InlineData(Right, "words: [breakup]", "AG112 1:1")]
    [InlineData(Right, "- breakup", "AG112 1:3")]
    [InlineData(Right, "")]
    public void What_is_wrong_is_named_where_it_stands(string right, string wrong, params string[] expected) =>
        Assert.Equal(expected, Sample.InBody(Compiled(Right.Replace(right, wrong, StringComparison.Ordinal)), "search.yml", 1).Order(StringComparer.Ordinal));

    private static Compilation Compiled(string search) => Sample.Compile(("guide/page.md", _page), ("search.yml", search));
}
