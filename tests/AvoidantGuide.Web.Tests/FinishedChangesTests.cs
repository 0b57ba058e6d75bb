using System.Net;

namespace AvoidantGuide.Web.Tests;

/// <summary>A kept page is never older than the guide, and never another one than it would be if it were made now.</summary>
public sealed class FinishedChangesTests : IAsyncLifetime
{
    private const string Later =
        """
        ---
        id: later
        title: "A page for later"
        nav: "Later"
        summary: "A page whose time has not come yet."
        order: 104
        status: published
        publish: 2026-11-22T10:00Z
        reviewed: { on: 2026-11-22, next: 2027-11-22 }
        ---

        :::short
        - It comes out in an hour.
        - Nobody reads it before that.
        - It is short.
        - It has no links.
        - It ends here.
        :::

        """;

    private readonly ContentCopy _content = new();
    private readonly List<string> _made = [];
    private readonly Site _site;

    public FinishedChangesTests()
    {
        // A page that is to come out an hour from now, with nothing on it that another page has.
        _content.Add("guide/later.md", Later);
        _site = new Site().With("Guide:ContentPath", _content.Path);
        foreach (var path in new[] { "/about", "/the-switch" }) _site.With(Shelves.Watching(path, _ => _made.Add(path)));
    }

    [Fact]
    public async Task What_an_editor_saved_is_in_the_next_answer_and_a_page_that_came_out_the_same_keeps_its_tag()
    {
        var (about, other) = (await AskAsync("/about"), await AskAsync("/the-switch"));
        await AskAsync("/about");
        Assert.Equal(["/about", "/the-switch"], _made);

        _content.Change("guide/about.md", "No clinician has reviewed it yet.", "No clinician has reviewed it yet. A heron stood still.");
        _site.Look();
        var (newAbout, newOther) = (await AskAsync("/about"), await AskAsync("/the-switch"));

        Assert.Contains("A heron stood still.", newAbout.Text, StringComparison.Ordinal);
        Assert.NotEqual(about.Tag, newAbout.Tag);
        Assert.Equal(other, newOther);
        // Nothing is compressed again of a page that came out the same.
        await Shelves.TightAsync(_site);
        var small = (await AskAsync("/the-switch", "br")).Tag;
        _content.Change("guide/about.md", "A heron stood still.", "A heron flew.");
        _site.Look();
        Assert.Equal(small, (await AskAsync("/the-switch", "br")).Tag);
        Assert.Contains("A heron flew.", (await AskAsync("/about")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_comes_out_when_its_time_has_come_and_stands_in_what_lists_it()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/later")).Status);
        foreach (var address in new[] { "/sitemap.xml", "/feed.xml" }) Assert.DoesNotContain("/later", (await AskAsync(address)).Text, StringComparison.Ordinal);

        _site.Clock.Move(TimeSpan.FromHours(2));
        _site.Look();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/later")).Status);
        foreach (var address in new[] { "/sitemap.xml", "/feed.xml" }) Assert.Contains("/later", (await AskAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_moved_leaves_nothing_at_its_old_address()
    {
        await AskAsync("/about");
        _content.Change("guide/about.md", "id: about\n", "id: about\nslug: about-it\naliases: [/about]\n");
        _site.Look();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/about-it")).Status);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await AskAsync("/about")).Status);
        Assert.Equal(["/about-it"], Shelves.Paths(_site));
    }

    [Fact]
    public async Task A_page_that_fails_is_not_kept_and_is_tried_again()
    {
        var fails = true;
        await using var own = new Site().With(Shelves.Watching("/about", _ =>
        {
            if (fails) throw new InvalidOperationException("A deliberate failure.");
        }));
        await own.InitializeAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, (await AskAsync("/about", at: own)).Status);
        Assert.DoesNotContain("/about", Shelves.Paths(own), StringComparer.Ordinal);
        fails = false;
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/about", at: own)).Status);
    }

    [Fact]
    public async Task A_shelf_knows_what_it_takes_also_after_a_change_and_lets_go_of_everything()
    {
        foreach (var address in new[] { "/about", "/the-switch", "/faq" }) await AskAsync(address);
        await Shelves.TightAsync(_site);
        var before = Shelves.Bytes(_site);
        _content.Change("guide/about.md", "No clinician has reviewed it yet.", "No clinician has reviewed it yet. A heron stood still.");
        _site.Look();
        foreach (var address in new[] { "/about", "/faq" }) await AskAsync(address);

        // One page that changed by a sentence, one that did not, and one that waits to be asked for again.
        Assert.InRange(Shelves.Bytes(_site), before - 20_000, before + 20_000);
        Shelves.Clear(_site);
        Assert.Equal((0, 0), (Shelves.Bytes(_site), Shelves.Paths(_site).Count));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/faq")).Status);
    }

    [Fact]
    public async Task An_editors_pages_are_never_kept()
    {
        await using var editors = new Site().ForEditors();
        await editors.InitializeAsync();
        Assert.Equal("", (await AskAsync("/about", at: editors)).Tag);
        Assert.Empty(Shelves.Paths(editors));
    }

    public async ValueTask InitializeAsync() => await _site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }

    private async Task<(HttpStatusCode Status, string Tag, string Text)> AskAsync(string address, string? accepted = null, Site? at = null)
    {
        using var client = (at ?? _site).CreateClient();
        if (accepted is not null) client.DefaultRequestHeaders.Add("Accept-Encoding", accepted);
        var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.ETag?.Tag ?? "", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
