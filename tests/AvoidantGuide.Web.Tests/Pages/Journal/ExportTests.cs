using System.Net;
using System.Text.Json;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>A copy to take away: everything in it, and nothing in its name.</summary>
public sealed class ExportTests(Site site) : IClassFixture<Site>
{
    private const string Script = "<script> & \"quotes\"\n\n# not a heading\n思い出 🙂";

    [Fact]
    public async Task The_file_for_programs_holds_every_entry()
    {
        var visitor = await KeeperOfThreeAsync();
        var file = await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A file for programs");

        AssertFile(file, "application/json; charset=utf-8", "notes-2026-11-22.json");
        var entries = JsonDocument.Parse(file.Html).RootElement.GetProperty("entries").EnumerateArray().ToList();
        var texts = entries.SelectMany(entry => entry.GetProperty("answers").EnumerateArray()).Select(answer => answer.GetProperty("text").GetString());
        Assert.Equal(new[] { "the first", "the second", Script }.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_text_to_read_holds_every_entry()
    {
        var visitor = await KeeperOfThreeAsync();
        var file = await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A text to read");

        AssertFile(file, "text/markdown; charset=utf-8", "notes-2026-11-22.md");
        foreach (var line in new[] { "> the first", "> the second", "> <script> & \"quotes\"", "> # not a heading", "> 思い出 🙂" })
            Assert.Contains(line, file.Html.Split('\n'));
        Assert.DoesNotContain("AvoidantGuide", file.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_encrypted_file_says_nothing_of_what_is_in_it_or_where_it_was_made()
    {
        var visitor = await KeeperOfThreeAsync();
        var file = await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "An encrypted file");

        AssertFile(file, "text/html; charset=utf-8", "notes-2026-11-22.html");
        Assert.DoesNotContain("the first", file.Html, StringComparison.Ordinal);
        foreach (var name in new[] { "avoidant", "guide", "localhost", "attachment", "http://", "https://" })
            Assert.DoesNotContain(name, file.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_is_made_for_nobody_but_the_open_journal()
    {
        var visitor = await KeeperOfThreeAsync();
        var page = await visitor.GetAsync("/journal/export");

        var forged = await visitor.PressAsync(page, "A file for programs", ("token", "forged"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.DoesNotContain("the first", forged.Html, StringComparison.Ordinal);

        await visitor.PressAsync(page, "Close and lock");
        var locked = await visitor.PressAsync(page, "A file for programs");
        Assert.Equal("A private journal", locked.Heading);
        Assert.DoesNotContain("the first", locked.Html, StringComparison.Ordinal);
    }

    private static void AssertFile(Seen file, string type, string name)
    {
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(type, file.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"attachment; filename=\"{name}\"", file.Response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.True(file.Response.Headers.CacheControl!.NoStore);
        ExpectedHeaders.On(file.Response);
    }

    private async Task<Visitor> KeeperOfThreeAsync()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("the first");
        await visitor.KeepAsync("the second");
        await visitor.KeepAsync(Script);
        return visitor;
    }
}
