using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Twenty seconds on the journal's first page.</summary>
public sealed class CaptureTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private static readonly Practice _capture = Published.Practice("capture");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_a_number_and_a_line_are_kept_and_nothing_more_is_to_do(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));

        await CaptureAsync(keeper);

        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Kept. Nothing more to do.");
        await keeper.Page.Locator("main").ExpectSaidAsync(_capture.Prompts);
        await Expect(keeper.Button("Add what happened")).ToHaveCountAsync(0);
        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.GetByText("Go on, if you like")).ToHaveCountAsync(0);
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Three_in_a_day_are_enough_and_a_fourth_is_still_possible()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false, at: own);
        var enough = keeper.Page.GetByText(_capture.Rest!.Say);
        await keeper.OpenAsync(words);
        for (var time = 1; time <= 3; time++)
        {
            await Expect(enough).ToHaveCountAsync(0);
            await CaptureAsync(keeper);
            await keeper.FollowAsync("Back to the journal");
        }

        await Expect(enough).ToBeVisibleAsync();
        await Expect(keeper.Button("Keep")).ToBeHiddenAsync();
        await keeper.Page.GetByText(_capture.Summary).ClickAsync();
        await CaptureAsync(keeper);
        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Kept. Nothing more to do.");

        await keeper.GoAsync("/journal/write");
        await keeper.PressAsync(_capture.Title);
        await Expect(enough).ToBeVisibleAsync();
        await keeper.PressAsync("Go on all the same");
        await Expect(keeper.Page.GetByText(_capture.Prompts[0].Title)).ToBeVisibleAsync();

        own.Clock.Move(TimeSpan.FromDays(1));
        await keeper.OpenAsync(words);
        await Expect(enough).ToHaveCountAsync(0);
        await Expect(keeper.Button("Keep")).ToBeVisibleAsync();
    }

    private static async Task CaptureAsync(Visitor keeper)
    {
        foreach (var prompt in _capture.Prompts) await keeper.AnswerAsync(prompt);
        await keeper.PressAsync("Keep");
    }
}
