using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Writing in an open journal without a pointer.</summary>
public sealed class KeyboardFlowTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_practice_is_gone_through_back_and_stopped_by_keyboard_alone(bool javaScript)
    {
        var practice = Published.Practice("review-after");
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        var radios = keeper.Page.GetByRole(AriaRole.Radio);
        var boxes = keeper.Page.GetByRole(AriaRole.Checkbox);
        var goOn = keeper.Button("Go on");

        await keeper.EnterAsync(keeper.Button(practice.Title));
        await keeper.PressAtAsync(radios.First, "Space");
        await keeper.EnterAsync(goOn);
        await keeper.PressAtAsync(boxes.First, "Space");
        await keeper.PressAtAsync(boxes.Nth(2), "Space");
        await keeper.EnterAsync(goOn);
        await keeper.TypeAsync(keeper.Page.Locator("textarea"), "Two cups on the table.");
        await keeper.EnterAsync(goOn);
        await keeper.EnterAsync(goOn);
        await keeper.TypeAsync(keeper.Page.GetByLabel("If something else, what?"), "She is better off alone.");
        await keeper.EnterAsync(goOn);
        await keeper.PressAtAsync(radios.First, "ArrowDown");
        await keeper.EnterAsync(goOn);
        await keeper.PressAtAsync(radios.First, "ArrowRight", times: 4);

        await keeper.EnterAsync(keeper.Button("Back one step"));
        await Expect(keeper.Page.GetByLabel("Information", new PageGetByLabelOptions { Exact = true })).ToBeCheckedAsync();
        await keeper.EnterAsync(goOn);
        await Expect(keeper.Page.GetByLabel("4", new PageGetByLabelOptions { Exact = true })).ToBeCheckedAsync();
        await keeper.EnterAsync(keeper.Button("Stop here"));

        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kept.");
        await Expect(keeper.Page.Locator(".answers dd")).ToHaveCountAsync(5);
        foreach (var said in new[] { "Nothing", "I was worried or hurt", "Two cups on the table.", "She is better off alone.", "Information", "4 of 10" })
            await Expect(keeper.Page.Locator(".answers").GetByText(said, new LocatorGetByTextOptions { Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_moment_is_captured_by_keyboard_alone(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));

        await keeper.PressAtAsync(keeper.Page.GetByRole(AriaRole.Checkbox).First, "Space");
        await keeper.PressAtAsync(keeper.Page.GetByRole(AriaRole.Radio).First, "ArrowRight", times: 2);
        await keeper.TypeAsync(keeper.Page.GetByLabel("One line"), "On the stairs.");
        await keeper.EnterAsync(keeper.Button("Keep"));

        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Kept. Nothing more to do.");
        await Expect(keeper.Page.Locator(".answers dd")).ToHaveTextAsync([Published.Practice("capture").Prompts[0].Said(), "2 of 10", "On the stairs."]);
    }
}
