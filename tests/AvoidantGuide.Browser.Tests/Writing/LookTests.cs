using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Looking again after a day and after a week: the old number stays away until there is a new one.</summary>
public sealed class LookTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Offer = "Look again, if you like";

    private static readonly Practice _practice = Published.Practice("review-after");

    [Fact]
    public async Task Each_look_asks_before_it_shows_and_there_are_two()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false, at: own);
        await keeper.OpenAsync(words);
        await KeepReviewAsync(keeper);
        await keeper.GoAsync("/journal");
        await Expect(keeper.Page.GetByText(Offer)).ToHaveCountAsync(0);

        await PassAsync(keeper, words, days: 1);
        await TakeAsync(keeper);
        await ExpectUnseenAsync(keeper, "8 of 10");
        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByText("Choose a number, or “I can't tell”.")).ToBeVisibleAsync();
        await ExpectUnseenAsync(keeper, "8 of 10");
        await keeper.ChooseAsync("5");
        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByRole(AriaRole.Row)).ToHaveTextAsync(["Then8 of 10", "After a day5 of 10"]);
        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.GetByText(Offer)).ToHaveCountAsync(0);

        await PassAsync(keeper, words, days: 6);
        await TakeAsync(keeper);
        await ExpectUnseenAsync(keeper, "8 of 10", "5 of 10");
        await keeper.ChooseAsync("I can't tell");
        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByRole(AriaRole.Row)).ToHaveTextAsync(["Then8 of 10", "After a day5 of 10", "After a weekI can't tell"]);
        var look = keeper.Page.Url;

        foreach (var days in new[] { 1, 7, 14 })
        {
            await PassAsync(keeper, words, days);
            await Expect(keeper.Page.GetByText(Offer)).ToHaveCountAsync(0);
            await keeper.GoAsync(look);
            await Expect(keeper.Page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
            await Expect(keeper.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        }
    }

    [Fact]
    public async Task A_look_that_is_not_taken_stays_for_two_weeks_and_is_gone_without_a_word()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false, at: own);
        await keeper.OpenAsync(words);
        await KeepReviewAsync(keeper);
        var entry = keeper.Page.Url.Split('?')[0];

        await PassAsync(keeper, words, days: 20);
        await Expect(keeper.Page.GetByText(Offer)).ToBeVisibleAsync();
        await Expect(keeper.Page.Locator("a[href^='/journal/look/']")).ToHaveCountAsync(1);
        var before = await keeper.Page.Locator("main").GetByRole(AriaRole.Heading).AllInnerTextsAsync();
        await PassAsync(keeper, words, days: 1);
        Assert.Equal([.. before.Where(heading => heading != Offer)], await keeper.Page.Locator("main").GetByRole(AriaRole.Heading).AllInnerTextsAsync());

        await keeper.GoAsync(entry);
        await Expect(keeper.Heading).ToHaveTextAsync(_practice.Title);
        await Expect(keeper.Link("Look again")).ToHaveCountAsync(0);
        await keeper.GoAsync(entry.Replace("/entries/", "/look/", StringComparison.Ordinal), status: 404);
    }

    [Fact]
    public async Task What_cannot_be_checked_is_not_asked_again()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false, at: own);
        await keeper.OpenAsync(words);
        await KeepReviewAsync(keeper);
        await PassAsync(keeper, words, days: 1);
        await TakeAsync(keeper);

        await keeper.PressAsync("This cannot be checked. Do not ask again");

        await Expect(keeper.Heading).ToHaveTextAsync("Your journal");
        await Expect(keeper.Page.GetByText(Offer)).ToHaveCountAsync(0);
        await PassAsync(keeper, words, days: 6);
        await Expect(keeper.Page.GetByText(Offer)).ToHaveCountAsync(0);
    }

    private static async Task PassAsync(Visitor keeper, string words, int days)
    {
        keeper.Site.Clock.Move(TimeSpan.FromDays(days));
        await keeper.OpenAsync(words);
    }

    private static async Task TakeAsync(Visitor keeper)
    {
        await Expect(keeper.Page.GetByText(Offer)).ToBeVisibleAsync();
        await keeper.ClickAsync(keeper.Page.Locator("a[href^='/journal/look/']"));
        await Expect(keeper.Heading).ToHaveTextAsync("Look again");
        // Whoever does not want to answer closes it; that it can stay empty would not be true.
        await Expect(keeper.Page.GetByText("can stay empty")).ToHaveCountAsync(0);
        await Expect(keeper.Page.GetByText("leave it empty")).ToHaveCountAsync(0);
    }

    private static async Task ExpectUnseenAsync(Visitor keeper, params string[] numbers)
    {
        await Expect(keeper.Page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(12);
        await Expect(keeper.Page.Locator("input:checked")).ToHaveCountAsync(0);
        var page = await keeper.Page.ContentAsync();
        Assert.All(numbers, number => Assert.DoesNotContain(number, page, StringComparison.Ordinal));
    }

    private static async Task KeepReviewAsync(Visitor keeper)
    {
        await keeper.StartAsync(_practice);
        foreach (var prompt in _practice.Prompts)
        {
            if (prompt.LooksAgain) await keeper.ChooseAsync("8");
            else await keeper.AnswerAsync(prompt);
            await keeper.PressAsync(prompt == _practice.Prompts[^1] ? "Keep" : "Go on");
        }

        await Expect(keeper.Page.GetByText("8 of 10")).ToBeVisibleAsync();
    }
}
