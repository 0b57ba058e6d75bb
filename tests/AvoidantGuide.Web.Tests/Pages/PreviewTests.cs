using System.Net;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>What editors see at work, and nobody else.</summary>
public sealed class PreviewTests : IDisposable
{
    private const string Draft = """
        ---
        id: extra
        title: "An extra page"
        summary: "One more page."
        order: 150
        status: draft
        reviewed: { on: 2026-11-22, next: 2027-11-22 }
        ---
        Some words.
        """;

    private readonly ContentCopy _content = new();

    [Fact]
    public async Task A_draft_is_shown_and_marked_and_listed_with_its_state()
    {
        _content.Add("guide/extra.md", Draft);
        await using var site = new Site().With("Guide:ContentPath", _content.Path).ForEditors();
        var editor = site.NewVisitor();

        var page = await editor.GetAsync("/extra");
        var list = await editor.GetAsync("/preview");

        Assert.Equal((HttpStatusCode.OK, "An extra page"), (page.Status, page.Heading));
        Assert.Contains("Draft: readers do not see this page.", page.Document.QuerySelector(".editor")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft:", (await editor.GetAsync("/the-switch")).Text, StringComparison.Ordinal);
        var rows = list.Document.QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("code")!.TextContent, row => row.QuerySelectorAll("td"), StringComparer.Ordinal);
        Assert.Equal(("Draft", "22 November 2027"), (rows["guide/extra.md"][0].TextContent, rows["guide/extra.md"][1].TextContent));
        Assert.Equal("Published", rows["guide/the-switch.md"][0].TextContent);
        Assert.All(Directory.GetFiles(Path.Combine(_content.Path, "guide")), file => Assert.Contains($"guide/{Path.GetFileName(file)}", rows.Keys));
    }

    [Fact]
    public async Task A_mistake_stands_over_the_last_good_text_and_in_the_list()
    {
        await using var site = new Site().With("Guide:ContentPath", _content.Path).ForEditors();
        var editor = site.NewVisitor();
        var before = await editor.GetAsync("/the-switch");
        Assert.Empty(before.Document.QuerySelectorAll(".problems"));
        _content.Change("guide/the-switch.md", ":::quote", ":::qoute");
        site.Look();

        var page = await editor.GetAsync("/the-switch");
        var elsewhere = await editor.GetAsync("/faq");
        var list = await editor.GetAsync("/preview");

        Assert.Equal(before.Heading, page.Heading);
        Assert.NotEqual(before.Document.QuerySelector(".editor")!.GetAttribute("data-version"), page.Document.QuerySelector(".editor")!.GetAttribute("data-version"));
        foreach (var seen in new[] { page, elsewhere, list })
        {
            Assert.Contains("AG201", seen.Document.QuerySelector(".editor .problems")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(":::qoute\n^", seen.Document.QuerySelector(".editor pre")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_warning_stands_on_its_own_page_only()
    {
        _content.Change("guide/the-switch.md", "next: 2027-", "next: 2026-11-21 } #");
        _content.Change("guide/the-switch.md", "on: 2026-11-2", "on: 2026-11-1");
        await using var site = new Site().With("Guide:ContentPath", _content.Path).ForEditors();
        var editor = site.NewVisitor();

        Assert.Contains("AG505", (await editor.GetAsync("/the-switch")).Document.QuerySelector(".editor details")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await editor.GetAsync("/faq")).Document.QuerySelector(".editor details"));
    }

    [Fact]
    public async Task None_of_it_exists_for_readers()
    {
        _content.Add("guide/extra.md", Draft);
        await using var site = new Site().With("Guide:ContentPath", _content.Path);
        var reader = site.NewVisitor();

        foreach (var address in new[] { "/extra", "/preview", "/Preview", "/preview/changes" })
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).Status);
        var page = await reader.GetAsync("/the-switch");
        Assert.Null(page.Document.QuerySelector(".editor"));
        Assert.DoesNotContain("/preview", page.Html, StringComparison.Ordinal);
    }

    public void Dispose() => _content.Dispose();
}
