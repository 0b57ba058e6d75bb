using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

public sealed class KeyboardTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journal_is_begun_locked_and_opened_by_keyboard_alone(bool javaScript)
    {
        var practice = Published.Practice("catch-early");
        var keeper = await ArriveAsync(javaScript);
        var keys = keeper.Page.Keyboard;
        await keeper.GoAsync("/journal");
        await keeper.EnterAsync(keeper.Button(practice.Title));

        await keeper.TabToAsync(keeper.Page.GetByRole(AriaRole.Checkbox).First);
        await keys.PressAsync("Space");
        await keeper.TabToAsync(keeper.Page.GetByLabel(practice.Prompts[^1].Title));
        await keys.TypeAsync("I want to be Somewhere Else.");
        await keeper.EnterAsync(keeper.Button("Keep this"));

        var words = await keeper.ReadTenWordsAsync();
        await keeper.EnterAsync(keeper.Button("I have them. Go on"));
        foreach (var asked in await keeper.Page.GetByText("Word number").AllInnerTextsAsync())
        {
            await keeper.TabToAsync(keeper.Page.GetByLabel(asked, new PageGetByLabelOptions { Exact = true }));
            await keys.TypeAsync(Keeper.Asked(asked, words));
        }

        await keeper.EnterAsync(keeper.Button("Keep it"));
        await Expect(keeper.Page.GetByText("I want to be Somewhere Else.")).ToBeVisibleAsync();

        await keeper.EnterAsync(keeper.Button("Close and lock"));
        await keeper.TabToAsync(keeper.Page.GetByLabel("Your ten words"));
        await keys.TypeAsync(words);
        await keeper.LoadAsync(() => keys.PressAsync("Enter"));
        await Expect(keeper.Heading).ToHaveTextAsync("Your journal");
    }
}
