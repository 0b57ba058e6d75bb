using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>The file that opens by itself: on a phone, from the device, with no connection at all.</summary>
public sealed class EncryptedFileTests(WholeChromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Heron = "A <b>heron</b> & “rain” 🐦.\nIt came back.";
    private const string Bridge = "We met at the old bridge.";

    [Fact]
    public async Task The_ten_words_show_every_entry_with_its_words()
    {
        var words = await Site.SeedAsync(Heron, Bridge);
        var keeper = await ArriveAsync();
        await keeper.OpenAsync(words);
        var prompts = Published.Practice("capture").Prompts;
        foreach (var prompt in prompts) await keeper.AnswerAsync(prompt);
        await keeper.PressAsync("Keep");
        using var file = await TakenAway.FromAsync(keeper, TakenAway.Encrypted);
        Assert.Equal("notes-2026-11-22.html", Path.GetFileName(file.Path));
        var inside = await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken);
        Assert.All(["heron", "bridge", .. prompts.Select(prompt => prompt.Said())], said => Assert.DoesNotContain(said, inside, StringComparison.OrdinalIgnoreCase));

        var reader = await OpenFileAsync(file.Path);
        await Expect(reader.Page).ToHaveTitleAsync("Notes");
        await OpenAsync(reader, words);

        await Expect(reader.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("3 entries.");
        await Expect(reader.Page.GetByRole(AriaRole.Status)).ToBeFocusedAsync();
        var captured = Entries(reader).Filter(new LocatorFilterOptions { HasText = prompts[0].Title });
        await Expect(captured.Locator("dt")).ToHaveTextAsync(prompts.Select(prompt => prompt.Title));
        await Expect(captured.Locator("dd")).ToHaveTextAsync(prompts.Select(prompt => prompt.Said()));
        foreach (var text in new[] { Heron, Bridge })
            await Expect(Entries(reader).GetByText(text, new LocatorGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Expect(Entries(reader).Locator("b")).ToHaveCountAsync(0);
        AssertNothingWasAskedFor(reader, file);
    }

    [Fact]
    public async Task The_words_open_it_however_they_are_typed()
    {
        var words = await Site.SeedAsync(Heron);
        using var file = await TakeAsync(words);
        var reader = await OpenFileAsync(file.Path);
        foreach (var typed in new[]
        {
            words.ToUpperInvariant(),
            words.Replace(' ', '\n'),
            words.Replace(' ', '-'),
            $"\n  {words.Replace(" ", ",  ", StringComparison.Ordinal)}.\n",
        })
        {
            await OpenAsync(reader, typed);
            await Expect(reader.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("One entry.");
            await reader.ClickAsync(reader.Button("Close"));
        }
    }

    [Fact]
    public async Task Wrong_words_open_nothing_and_say_so()
    {
        var words = await Site.SeedAsync(Heron);
        using var file = await TakeAsync(words);
        var reader = await OpenFileAsync(file.Path);
        var alert = reader.Page.GetByRole(AriaRole.Alert);

        await OpenAsync(reader, "");
        await Expect(alert).ToHaveTextAsync("Type the ten words here.");
        foreach (var wrong in new[] { "heron heron", string.Join(' ', words.Split(' ').Reverse()), await Site.SeedAsync(Bridge) })
        {
            await OpenAsync(reader, wrong);
            await Expect(alert).ToContainTextAsync("These words do not open it.");
            await Expect(Entries(reader)).ToHaveCountAsync(0);
        }

        await OpenAsync(reader, words);
        await Expect(Entries(reader)).ToHaveCountAsync(1);
        await Expect(alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Finding_leaves_what_fits_and_closing_leaves_nothing()
    {
        var words = await Site.SeedAsync(Heron, Bridge);
        using var file = await TakeAsync(words);
        var reader = await OpenFileAsync(file.Path);
        await OpenAsync(reader, words);
        var shown = Entries(reader).Filter(new LocatorFilterOptions { Visible = true });
        await Expect(shown).ToHaveCountAsync(2);

        var find = reader.Page.GetByLabel("Show only entries with");
        await find.FillAsync("BRIDGE");
        await Expect(shown).ToHaveCountAsync(1);
        await Expect(shown).ToContainTextAsync(Bridge);
        await find.FillAsync("no such word");
        await Expect(shown).ToHaveCountAsync(0);
        await find.FillAsync("");
        await Expect(shown).ToHaveCountAsync(2);

        await reader.PressAsync("Close");

        await Expect(reader.Button("Open")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByLabel("Ten words")).ToHaveValueAsync("");
        await Expect(Entries(reader)).ToHaveCountAsync(0);
        Assert.DoesNotContain("bridge", await reader.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await reader.Page.GoBackAsync();
        await Expect(Entries(reader)).ToHaveCountAsync(0);
        AssertNothingWasAskedFor(reader, file);
    }

    [Fact]
    public async Task Without_JavaScript_it_says_that_it_cannot_open()
    {
        using var file = await TakeAsync(await Site.SeedAsync(Heron));
        var reader = await OpenFileAsync(file.Path, javaScript: false);
        // What is looked for by its text is never looked for in a noscript.
        var said = reader.Page.Locator("noscript > p");
        await Expect(said).ToHaveTextAsync("This page can only open the notes with JavaScript turned on.");
        await Expect(said).ToBeVisibleAsync();
        await Expect(said).ToBeInViewportAsync();
        AssertNothingWasAskedFor(reader, file);
    }

    private static ILocator Entries(Visitor reader) => reader.Page.Locator("article");

    private static async Task OpenAsync(Visitor reader, string words)
    {
        await reader.Page.GetByLabel("Ten words").FillAsync(words);
        await reader.Button("Open").ClickAsync();
    }

    private static void AssertNothingWasAskedFor(Visitor reader, TakenAway file) =>
        Assert.All(reader.Watch.Addresses, address => Assert.StartsWith(new Uri(file.Path).AbsoluteUri, address, StringComparison.Ordinal));

    private async Task<TakenAway> TakeAsync(string words)
    {
        var keeper = await ArriveAsync();
        await keeper.OpenAsync(words);
        return await TakenAway.FromAsync(keeper, TakenAway.Encrypted);
    }
}
