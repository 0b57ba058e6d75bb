using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Reading;

public sealed class KeyboardTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/the-switch", 200)]
    [InlineData("/search", 200)]
    [InlineData("/whole-guide", 200)]
    [InlineData("/journal", 200)]
    [InlineData("/not-here", 404)]
    public async Task The_first_stop_passes_the_menu_and_the_second_leaves(string address, int status)
    {
        var reader = await ArriveAsync();
        await reader.GoAsync(address, status);

        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Link("Skip to the page")).ToBeFocusedAsync();
        await Expect(reader.Link("Skip to the page")).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.LeaveLink).ToBeFocusedAsync();

        await reader.Page.Keyboard.PressAsync("Shift+Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("main")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.Locator("main :focus, footer :focus")).ToHaveCountAsync(1);
    }
}
