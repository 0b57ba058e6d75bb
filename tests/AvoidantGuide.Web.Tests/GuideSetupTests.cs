using System.Net;
using AvoidantGuide.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>An editor's save shows when the server looks next; a broken one keeps what readers see and is said in the log.</summary>
public sealed class GuideSetupTests : IAsyncLifetime
{
    private const string Switch = "guide/the-switch.md";
    private readonly ContentCopy _content = new();
    private readonly Site _site;

    public GuideSetupTests() => _site = new Site().With("Guide:ContentPath", _content.Path);

    [Fact]
    public async Task A_saved_change_shows_and_a_broken_one_does_not_until_it_is_mended()
    {
        var visitor = _site.NewVisitor();
        var before = await visitor.GetAsync("/the-switch");
        Change(Switch, ("title: \"The switch: when good moments lead to distance\"", "title: \"The other title\""));
        Assert.NotEqual("The other title", before.Heading);
        Assert.Equal("The other title", (await visitor.GetAsync("/the-switch")).Heading);
        Assert.DoesNotContain("error AG", Log(), StringComparison.Ordinal);

        Change(Switch, ("The other title", "The broken title"), ("Nobody raised their voice", ":::claim {strength=mixed}\nNobody raised their voice"));
        var broken = await visitor.GetAsync("/the-switch");
        Assert.Equal(("The other title", HttpStatusCode.OK), (broken.Heading, broken.Status));
        Assert.Matches($@"{_content.Path}/guide/the-switch\.md\(\d+,\d+\): error AG2\d\d: ", Log());

        Change(Switch, (":::claim {strength=mixed}\nNobody raised their voice", "Nobody raised their voice"));
        Assert.Equal("The broken title", (await visitor.GetAsync("/the-switch")).Heading);
    }

    [Fact]
    public async Task A_broken_page_stops_no_other_page_from_changing()
    {
        var visitor = _site.NewVisitor();
        await visitor.GetAsync("/the-switch");
        Change(Switch, (":::quote", ":::qoute"));
        Change("guide/about.md", ("title: \"About this guide\"", "title: \"About it\""));
        Assert.Equal("About it", (await visitor.GetAsync("/about")).Heading);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/the-switch")).Status);
    }

    [Fact]
    public async Task A_page_that_becomes_a_draft_is_gone_and_comes_back()
    {
        var visitor = _site.NewVisitor();
        Add("guide/extra.md", """
            ---
            id: extra
            title: "An extra page"
            summary: "One more page."
            order: 150
            status: draft
            reviewed: { on: 2026-11-22, next: 2027-11-22 }
            ---
            Some words.
            """);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/extra")).Status);

        Change("guide/extra.md", ("status: draft", "status: published\naliases: [/before]"));
        Assert.Equal("An extra page", (await visitor.GetAsync("/extra")).Heading);
        Assert.Contains("/extra<", (await visitor.GetAsync("/sitemap.xml")).Html, StringComparison.Ordinal);
        var moved = await visitor.GetAsync("/Before/");
        Assert.Equal(("/extra", "An extra page"), (moved.Address, moved.Heading));

        Change("guide/extra.md", ("status: published", "status: draft"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/extra")).Status);
        Assert.DoesNotContain("/extra<", (await visitor.GetAsync("/sitemap.xml")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publish_time_that_comes_shows_the_page_without_a_save()
    {
        var visitor = _site.NewVisitor();
        Add("guide/extra.md", """
            ---
            id: extra
            title: "An extra page"
            summary: "One more page."
            order: 150
            status: published
            publish: 2026-11-23T00:00:00Z
            reviewed: { on: 2026-11-22, next: 2027-11-22 }
            ---
            Some words.
            """);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/extra")).Status);
        _site.Clock.Move(TimeSpan.FromDays(1));
        _site.Look();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/extra")).Status);
    }

    [Fact]
    public async Task A_review_that_becomes_overdue_is_said_on_the_page_and_in_the_log()
    {
        var visitor = _site.NewVisitor();
        Change(Switch, ("next: 2027-", "next: 2026-12-01 } #"));
        Assert.Contains("next review December 2026", (await visitor.GetAsync("/the-switch")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("AG505", Log(), StringComparison.Ordinal);

        _site.Clock.Move(TimeSpan.FromDays(10));
        _site.Look();
        Assert.Contains("review overdue since December 2026", (await visitor.GetAsync("/the-switch")).Text, StringComparison.Ordinal);
        Assert.Contains("AG505", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_is_seen_without_anyone_asking()
    {
        var library = _site.Services.GetRequiredService<GuideLibrary>();
        var changed = new TaskCompletionSource();
        library.Changed += (_, _) => changed.TrySetResult();

        _content.Change(Switch, "order: 6", "order: 60");

        await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(60, library.Current.PageAt("/the-switch")!.Order);
    }

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }

    private void Change(string file, params (string Old, string With)[] changes)
    {
        _content.Change(file, changes);
        _site.Look();
    }

    private void Add(string file, string text)
    {
        _content.Add(file, text);
        _site.Look();
    }

    private string Log()
    {
        var log = Directory.GetFiles(Path.Combine(_site.Data, "logs")).Single();
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
