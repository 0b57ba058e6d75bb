using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Entries on a sheet, with what should not be on it taken off.</summary>
public sealed class PaperTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Heron = "A heron stood in the rain.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_sheet_holds_what_was_left_on_it_and_nothing_else(bool javaScript)
    {
        var capture = Published.Practice("capture");
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync(Heron);
        own.Clock.Move(TimeSpan.FromMinutes(1));
        var keeper = await ArriveAsync(javaScript, at: own);
        await keeper.OpenAsync(words);
        foreach (var prompt in capture.Prompts) await keeper.AnswerAsync(prompt);
        await keeper.PressAsync("Keep");
        await keeper.GoAsync("/journal/export");
        await keeper.FollowAsync("choose what is printed");
        await keeper.Page.GetByLabel("When it was").UncheckAsync();
        await keeper.Page.GetByLabel(capture.Prompts[^1].Title).UncheckAsync();

        await keeper.PressAsync("Show the sheet");
        await Expect(keeper.Page.GetByText("Print this page with your browser.")).ToBeVisibleAsync();
        await Expect(keeper.LeaveLink).ToBeVisibleAsync();
        await keeper.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        string[] sheet = ["Notes", .. Read(Keeper.BlankPage, [(Published.Practice("blank").Prompts[0].Title, Heron)]), .. Read(capture.Title, capture.Prompts.SkipLast(1).Select(prompt => (prompt.Title, prompt.Said())))];
        Assert.Equal(sheet, (await keeper.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal("Notes", await keeper.Page.TitleAsync());
        // Neither for eyes nor for whatever reads a printed file aloud.
        await Expect(keeper.Page.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await Expect(keeper.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(keeper.Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        AssertGivesNothingAway(await keeper.Page.PdfAsync());
    }

    [Fact]
    public async Task An_entry_of_which_nothing_is_left_is_not_on_the_sheet()
    {
        var capture = Published.Practice("capture");
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync(Heron));
        await keeper.AnswerAsync(capture.Prompts[0]);
        await keeper.PressAsync("Keep");
        await keeper.GoAsync("/journal/print");
        await keeper.Page.GetByLabel(capture.Prompts[0].Title).UncheckAsync();
        await keeper.PressAsync("Show the sheet");

        await Expect(keeper.Page.Locator(".printed h2")).ToHaveTextAsync([Keeper.BlankPage]);
    }

    [Fact]
    public async Task Days_leave_out_what_lies_outside_them()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync(Heron);
        own.Clock.Move(TimeSpan.FromDays(3));
        var keeper = await ArriveAsync(javaScript: false, at: own);
        await keeper.OpenAsync(words);
        await keeper.KeepAsync("Three days later.");

        foreach (var (from, until, kept) in new[] { ("2026-11-22", "2026-11-24", new[] { Heron }), ("2026-11-23", "", ["Three days later."]), ("2026-11-26", "", []) })
        {
            await keeper.GoAsync("/journal/print");
            await keeper.Page.GetByLabel("From").FillAsync(from);
            await keeper.Page.GetByLabel("Until").FillAsync(until);
            await keeper.PressAsync("Show the sheet");
            Assert.Equal(kept, await keeper.Page.Locator(".printed .own").AllInnerTextsAsync());
            await Expect(keeper.Page.GetByText("Nothing is left to print.")).ToHaveCountAsync(kept.Length == 0 ? 1 : 0);
        }
    }

    /// <summary>What stands in a printed file beside its text: its title, and where its links lead.</summary>
    internal static void AssertGivesNothingAway(byte[] pdf)
    {
        var file = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Contains("/Title (Notes)", file, StringComparison.Ordinal);
        foreach (var telling in new[] { "/URI", "AvoidantGuide", "localhost", "127.0.0.1", "journal", "attachment" }) Assert.DoesNotContain(telling, file, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Read(string title, IEnumerable<(string Question, string Answer)> answers) =>
        [title, .. answers.SelectMany(answer => new[] { answer.Question, answer.Answer })];
}
