namespace AvoidantGuide.Web.Tests.Pages.Journal.Entries;

/// <summary>The list of entries, a page at a time.</summary>
public sealed class IndexTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Older_entries_are_on_the_next_page()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        for (var more = 0; more < 50; more++) await visitor.KeepAsync($"number {more}");

        var first = await visitor.GetAsync("/journal/entries");
        var second = await visitor.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, first.Document.QuerySelectorAll("ul.entries > li").Length);
        var oldest = Assert.Single(second.Document.QuerySelectorAll("ul.entries > li a"));
        Assert.DoesNotContain(first.Document.QuerySelectorAll("ul.entries > li a"), link => link.GetAttribute("href") == oldest.GetAttribute("href"));
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.Equal("/journal/entries?page=1", second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("99999999999")]
    [InlineData("two")]
    public async Task A_page_that_is_not_there_shows_the_nearest(string page)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        Assert.Single((await visitor.GetAsync($"/journal/entries?page={page}")).Document.QuerySelectorAll("ul.entries > li"));
    }
}
