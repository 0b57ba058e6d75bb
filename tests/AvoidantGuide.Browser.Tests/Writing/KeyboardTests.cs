using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

public sealed class KeyboardTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const int MostStops = 60;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journal_is_begun_locked_and_opened_by_keyboard_alone(bool javaScript)
    {
        var practice = Published.Practice("catch-early");
        var keeper = await ArriveAsync(javaScript);
        var keys = keeper.Page.Keyboard;
        await keeper.GoAsync("/journal");
        await EnterAsync(keeper, keeper.Button(practice.Title));

        await TabToAsync(keeper, keeper.Page.GetByRole(AriaRole.Checkbox).First);
        await keys.PressAsync("Space");
        await TabToAsync(keeper, keeper.Page.GetByLabel(practice.Prompts[^1].Title));
        await keys.TypeAsync("I want to be Somewhere Else.");
        await EnterAsync(keeper, keeper.Button("Keep this"));

        var words = await keeper.ReadTenWordsAsync();
        await EnterAsync(keeper, keeper.Button("I have them. Go on"));
        foreach (var asked in await keeper.Page.GetByText("Word number").AllInnerTextsAsync())
        {
            await TabToAsync(keeper, keeper.Page.GetByLabel(asked, new PageGetByLabelOptions { Exact = true }));
            await keys.TypeAsync(Keeper.Asked(asked, words));
        }

        await EnterAsync(keeper, keeper.Button("Keep it"));
        await Expect(keeper.Page.GetByText("I want to be Somewhere Else.")).ToBeVisibleAsync();

        await EnterAsync(keeper, keeper.Button("Close and lock"));
        await TabToAsync(keeper, keeper.Page.GetByLabel("Your ten words"));
        await keys.TypeAsync(words);
        await keeper.LoadAsync(() => keys.PressAsync("Enter"));
        await Expect(keeper.Heading).ToHaveTextAsync("Your journal");
    }

    private static async Task EnterAsync(Visitor keeper, ILocator target)
    {
        await TabToAsync(keeper, target);
        await keeper.LoadAsync(() => keeper.Page.Keyboard.PressAsync("Enter"));
    }

    private static async Task TabToAsync(Visitor keeper, ILocator target)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await keeper.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} is not reached by {MostStops} stops of the Tab key.");
    }
}
