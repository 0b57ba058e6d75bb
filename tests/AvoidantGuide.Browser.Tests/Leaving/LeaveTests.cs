using AvoidantGuide.Browser.Tests.Writing;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Leaving;

public sealed class LeaveTests(WholeChromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_ends_the_session(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(await Site.SeedAsync("A heron stood in the rain."));
        await Elsewhere.StandInAsync(keeper);

        await keeper.ClickAsync(keeper.LeaveLink);

        await Expect(keeper.Heading).ToHaveTextAsync(Elsewhere.Heading);
        Assert.DoesNotContain(await keeper.Context.CookiesAsync(), cookie => cookie.Name == "__Host-notes");
        await keeper.GoAsync("/journal");
        await Expect(keeper.Heading).ToHaveTextAsync("A private journal");
    }

    [Fact]
    public async Task Leaving_in_the_middle_of_a_sentence_asks_nothing()
    {
        var keeper = await ArriveAsync(javaScript: true);
        await keeper.BeginAsync();
        await keeper.Paper().ClickAsync();
        await keeper.Paper().FillAsync("Not kept yet.");
        await Elsewhere.StandInAsync(keeper);
        var asked = false;
        keeper.Page.Dialog += async (_, dialog) =>
        {
            asked = true;
            await dialog.AcceptAsync();
        };

        await keeper.ClickAsync(keeper.LeaveLink);

        await Expect(keeper.Heading).ToHaveTextAsync(Elsewhere.Heading);
        Assert.False(asked);
    }

    [Theory]
    [InlineData("/get-help", "document.querySelector('[data-leave]').click()")]
    [InlineData("/journal", "document.querySelector('[data-leave]').click()")]
    [InlineData("/journal", "for (let times = 0; times < 3; times++) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))")]
    public async Task The_screen_is_covered_at_once_and_not_when_the_server_answers(string address, string step)
    {
        var reader = await ArriveAsync();
        await Elsewhere.StandInAsync(reader);
        await reader.GoAsync(address);

        // Read in the same turn of the script, before anything can have come from the server.
        var seen = "";
        await reader.LoadAsync(async () => seen = await reader.Page.EvaluateAsync<string>($$"""
            () => {
              {{step}};
              return document.documentElement.innerText + getComputedStyle(document.documentElement).backgroundColor;
            }
            """));

        Assert.Equal("rgb(255, 255, 255)", seen);
        await Expect(reader.Heading).ToHaveTextAsync(Elsewhere.Heading);
    }

    [Theory]
    [InlineData("/the-switch")]
    [InlineData("/journal")]
    public async Task Shift_three_times_in_a_row_leaves(string address)
    {
        var reader = await ArriveAsync();
        await Elsewhere.StandInAsync(reader);
        await reader.GoAsync(address);

        await reader.Page.Keyboard.PressAsync("Shift");
        await reader.Page.Keyboard.PressAsync("Shift");
        await Expect(reader.Page.Locator("body")).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Shift");

        await Expect(reader.Heading).ToHaveTextAsync(Elsewhere.Heading);
    }

    [Fact]
    public async Task Capital_letters_do_not_leave()
    {
        var keeper = await ArriveAsync();
        await keeper.BeginAsync();
        await keeper.Paper().FocusAsync();
        foreach (var capital in "HERON") await keeper.Page.Keyboard.PressAsync($"Shift+{capital}");

        await Expect(keeper.Paper()).ToHaveValueAsync("HERON");
        await Expect(keeper.Heading).ToHaveTextAsync(Keeper.BlankPage);
        Assert.DoesNotContain(keeper.Watch.Addresses, address => address.EndsWith("/leave", StringComparison.Ordinal));
    }
}
