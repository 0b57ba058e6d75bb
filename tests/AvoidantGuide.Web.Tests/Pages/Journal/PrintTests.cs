using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>A sheet for a therapist holds what was left on it, and nothing else.</summary>
public sealed class PrintTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Any_field_can_be_left_out()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("on the blank page");
        await visitor.WriteAsync("safe-relationships", ("text-who", "Xanthippe"), ("choice-what-happened", "asked"), ("text-line", "a line about it"));
        var form = await visitor.GetAsync("/journal/print");
        var fields = form.Document.QuerySelectorAll("input[name=field]").Select(field => field.GetAttribute("value")!).ToList();

        var whole = await SheetAsync(fields);
        foreach (var text in new[] { "on the blank page", "Xanthippe", "I asked for something", "a line about it", "22 November 2026" }) Assert.Contains(text, whole.Text, StringComparison.Ordinal);

        var some = await SheetAsync(fields.Except(["safe-relationships/who", "when"]));
        Assert.DoesNotContain("Xanthippe", some.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("22 November", some.Html, StringComparison.Ordinal);
        Assert.Contains("a line about it", some.Text, StringComparison.Ordinal);

        Assert.Contains("Nothing is left to print", (await SheetAsync([])).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is left to print", (await SheetAsync(fields, ("until", "2026-11-01"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SheetAsync(fields, ("from", "2026-02-31"))).Status);

        Task<Seen> SheetAsync(IEnumerable<string> chosen, params (string Name, string Value)[] days) =>
            visitor.PressAsync(form, "Show the sheet", [.. chosen.Select(field => ("field", field)), ("field", "none"), .. days]);
    }

    [Fact]
    public async Task A_message_set_aside_is_open_on_paper()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        await visitor.WriteAsync("slow-exit", ("choice-want", "send"), ("choice-length", "two-minutes"), ("text-message", "a message set aside"), ("choice-outcome", "waited"));
        var sheet = await visitor.PressAsync(await visitor.GetAsync("/journal/print"), "Show the sheet");
        Assert.Null(sheet.Document.QuerySelector("main details"));
        Assert.Contains("a message set aside", sheet.Text, StringComparison.Ordinal);
    }
}
