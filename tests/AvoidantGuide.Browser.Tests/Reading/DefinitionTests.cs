using AvoidantGuide.Browser.Tests.Accessibility;
using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Reading;

/// <summary>A word of the guide says what it means where it stands, and is a link wherever it cannot.</summary>
public sealed class DefinitionTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private static readonly Page _page = Published.Sequence.MaxBy(page => page.Terms.Count)!;
    private static readonly Term _term = _page.Terms[^1];

    [Fact]
    public async Task A_tap_shows_the_definition_below_the_word_and_a_way_to_more()
    {
        var (reader, word, said) = await ReadAsync();
        await Expect(word).ToHaveRoleAsync(AriaRole.Button);
        await Expect(word).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(said).ToBeHiddenAsync();

        await word.ClickAsync();

        await Expect(said).ToBeVisibleAsync();
        await Expect(said).ToBeFocusedAsync();
        await Expect(said).ToHaveRoleAsync(AriaRole.Dialog);
        await Expect(said).ToHaveAccessibleNameAsync(_term.Name);
        await Expect(said).ToHaveAccessibleDescriptionAsync(_term.Definition.ReplaceLineEndings(" "));
        await Expect(said.Locator(".strength")).ToBeVisibleAsync();
        await Expect(word).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.True(await ClearAsync(word, said));
        await Expect(reader.Page).ToHaveURLAsync($"{reader.Site.Address}{_page.Path}");

        await reader.FollowAsync("More about this");
        await Expect(reader.Page).ToHaveURLAsync($"{reader.Site.Address}/key-terms#{_term.Id}");
    }

    [Fact]
    public async Task Escape_a_tap_elsewhere_the_word_and_the_button_close_it_and_focus_is_on_the_word()
    {
        var (reader, word, said) = await ReadAsync();
        Func<Task>[] ways =
        [
            () => reader.Page.Keyboard.PressAsync("Escape"),
            () => reader.Page.Mouse.ClickAsync(4, 4),
            () => word.ClickAsync(),
            () => said.GetByRole(AriaRole.Button).ClickAsync(),
        ];
        foreach (var close in ways)
        {
            await word.ClickAsync();
            await Expect(said).ToBeVisibleAsync();
            await close();
            await Expect(said).ToBeHiddenAsync();
            await Expect(word).ToBeFocusedAsync();
            await Expect(word).ToHaveAttributeAsync("aria-expanded", "false");
        }
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData(" ")]
    public async Task Keys_alone_open_it_and_go_through_it_and_on_from_the_word(string key)
    {
        var (reader, word, said) = await ReadAsync();
        await word.FocusAsync();
        await reader.Page.Keyboard.PressAsync(key);
        await Expect(said).ToBeFocusedAsync();

        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(said.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(said.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Tab");

        await Expect(said).ToBeHiddenAsync();
        Assert.True(await word.EvaluateAsync<bool>("""
            word => {
              const stops = [...document.querySelectorAll('main a, main button, main summary, main input')].filter((stop) => stop.checkVisibility());
              return document.activeElement === stops[stops.indexOf(word) + 1];
            }
            """), "The next stop is not the one after the word.");
    }

    [Fact]
    public async Task Pointing_at_the_word_alone_shows_nothing()
    {
        var (reader, word, _) = await ReadAsync();
        await word.HoverAsync();
        await word.FocusAsync();
        Assert.Equal(0, await reader.Page.Locator(":popover-open").CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_javascript_or_without_popovers_it_is_a_link(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        if (javaScript) await reader.Page.AddInitScriptAsync("delete HTMLElement.prototype.showPopover;");
        await reader.GoAsync(_page.Path);
        var word = reader.Page.Locator($"[data-term={_term.Id}]");
        await Expect(word).ToHaveRoleAsync(AriaRole.Link);
        Assert.Null(await word.GetAttributeAsync("aria-expanded"));

        await reader.ClickAsync(word);

        await Expect(reader.Page).ToHaveURLAsync($"{reader.Site.Address}/key-terms#{_term.Id}");
        await Expect(reader.Page.Locator($"[id='{_term.Id}']")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(MouseButton.Left, KeyboardModifier.Control)]
    [InlineData(MouseButton.Middle, null)]
    public async Task A_tab_of_its_own_is_still_a_tab_of_its_own(MouseButton button, KeyboardModifier? held)
    {
        var (reader, word, said) = await ReadAsync();
        var other = await reader.Context.RunAndWaitForPageAsync(() =>
            word.ClickAsync(new LocatorClickOptions { Button = button, Modifiers = held is { } key ? [key] : [] }));

        await Expect(other).ToHaveURLAsync($"{reader.Site.Address}/key-terms#{_term.Id}");
        await Expect(said).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_paper_a_page_ends_with_its_words_and_the_whole_guide_says_each_once(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript, Visitor.Desktop);
        await reader.GoAsync(_page.Path);
        await Expect(reader.Page.GetByText("Words used on this page")).ToBeHiddenAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(reader.Page.GetByText("Words used on this page")).ToBeVisibleAsync();
        foreach (var term in _page.Terms) await Expect(reader.Page.GetByText(term.Definition)).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".definition").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "More about this" })).ToHaveCountAsync(0);

        await reader.GoAsync("/whole-guide");
        Assert.Equal(1, await reader.Page.GetByText(_term.Definition).Filter(new LocatorFilterOptions { Visible = true }).CountAsync());
    }

    [Fact]
    public async Task Nothing_is_wrong_with_an_open_definition()
    {
        var (reader, word, said) = await ReadAsync();
        var appearance = new Appearance(reader);
        await word.ClickAsync();
        await appearance.LookAsync("an open definition");
        await Expect(said).ToBeVisibleAsync();

        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task At_four_hundred_per_cent_the_word_and_the_whole_definition_can_be_seen()
    {
        var (_, word, said) = await ReadAsync(new ViewportSize { Width = 320, Height = 256 });
        // At the foot of the screen, where the definition comes.
        await word.EvaluateAsync("word => word.scrollIntoView({ block: 'end' })");
        await word.ClickAsync();
        await Expect(word).ToBeInViewportAsync();
        Assert.True(await ClearAsync(word, said));
        await said.GetByRole(AriaRole.Button).ScrollIntoViewIfNeededAsync();
        await Expect(said.GetByRole(AriaRole.Button)).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
    }

    [Fact]
    public async Task In_forced_colours_its_edge_is_drawn()
    {
        var (reader, word, said) = await ReadAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await word.ClickAsync();
        Assert.Equal("2px dashed", await said.EvaluateAsync<string>("said => { const style = getComputedStyle(said); return `${style.borderTopWidth} ${style.borderTopStyle}`; }"));
        Assert.NotEqual(
            await said.EvaluateAsync<string>("said => getComputedStyle(said).borderTopColor"),
            await said.EvaluateAsync<string>("said => getComputedStyle(said).backgroundColor"));
    }

    private async Task<(Visitor Reader, ILocator Word, ILocator Said)> ReadAsync(ViewportSize? size = null)
    {
        var reader = await ArriveAsync(size: size);
        await reader.GoAsync(_page.Path);
        return (reader, reader.Page.Locator($"[data-term={_term.Id}]"), reader.Page.Locator($"#term_{_term.Id}"));
    }

    /// <summary>Whether the definition leaves the word in sight.</summary>
    private static async Task<bool> ClearAsync(ILocator word, ILocator said)
    {
        var (above, below) = (await word.BoundingBoxAsync(), await said.BoundingBoxAsync());
        return above!.Y >= 0 && above.Y + above.Height <= below!.Y;
    }
}
