using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>A pause is the server's: it outlives the page it was begun on, and the server's own restart.</summary>
public sealed class PauseTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Message = "I cannot come on Friday.";
    private const string Until = "Until 22 November 2026, 09:20. (UTC)";

    private static readonly Practice _practice = Published.Practice("slow-exit");
    private static readonly Prompt _after = _practice.Prompts.First(prompt => prompt.Later);

    [Fact]
    public async Task A_pause_stands_as_it_was_after_a_restart_and_can_be_opened_at_any_time()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false, at: own);
        await BeginAsync(keeper, words);
        await Expect(Status(keeper)).ToHaveTextAsync(Until);

        own.Clock.Move(TimeSpan.FromMinutes(5));
        var again = await RestartAsync(own);

        var elsewhere = await ArriveAsync(javaScript: false, at: again);
        await elsewhere.OpenAsync(words);
        await elsewhere.TakeUpAsync(_practice);
        await Expect(Status(elsewhere)).ToHaveTextAsync(Until);
        await Expect(elsewhere.SoFar().GetByText(Message)).ToBeHiddenAsync();
        await elsewhere.PressAsync("Open now");
        await Expect(elsewhere.Page.GetByText(_after.Title)).ToBeVisibleAsync();
        await elsewhere.SoFar().GetByText("Open what was set aside").ClickAsync();
        await Expect(elsewhere.SoFar().GetByText(Message)).ToBeVisibleAsync();

        await elsewhere.PressAsync("Back one step");
        await Expect(Status(elsewhere)).ToHaveTextAsync("The pause is over.");
    }

    [Fact]
    public async Task A_page_that_stayed_open_goes_on_after_a_restart()
    {
        var own = await OwnSiteAsync();
        var keeper = await ArriveAsync(javaScript: false, at: own);
        await BeginAsync(keeper, await own.SeedAsync("An earlier day."));
        own.Clock.Move(TimeSpan.FromMinutes(5));
        await RestartAsync(own);

        await keeper.FollowAsync("See how long is left");
        await Expect(Status(keeper)).ToHaveTextAsync(Until);
        await keeper.PressAsync("Open now");
        await Expect(keeper.Page.GetByText(_after.Title)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pause_ends_by_itself_though_nobody_and_nothing_waited()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false, at: own);
        await BeginAsync(keeper, words);
        own.Clock.Move(TimeSpan.FromMinutes(20));
        var again = await RestartAsync(own);

        var elsewhere = await ArriveAsync(javaScript: false, at: again);
        await elsewhere.OpenAsync(words);
        await elsewhere.TakeUpAsync(_practice);
        await Expect(Status(elsewhere)).ToHaveTextAsync("The pause is over.");
        await Expect(elsewhere.Button("Open now")).ToHaveCountAsync(0);
        await elsewhere.PressAsync("Go on");
        await Expect(elsewhere.Page.GetByText(_after.Title)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_JavaScript_no_time_is_shown_that_would_stand_still()
    {
        var keeper = await ArriveAsync(javaScript: false);
        await BeginAsync(keeper, await Site.SeedAsync("An earlier day."));
        await Expect(keeper.Page.Locator("[data-left]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_time_that_is_left_moves_and_only_the_end_is_spoken()
    {
        var own = await OwnSiteAsync();
        var keeper = await ArriveAsync(at: own);
        // The browser's clock stands still too, and moves only where it is told to.
        await keeper.Page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = own.Clock.GetUtcNow().UtcDateTime });
        await keeper.Page.Clock.PauseAtAsync(own.Clock.GetUtcNow().UtcDateTime.AddMinutes(1));
        await BeginAsync(keeper, await own.SeedAsync("An earlier day."));
        own.Clock.Move(TimeSpan.FromMinutes(5));
        await keeper.FollowAsync("See how long is left");
        var left = keeper.Page.Locator("[data-left]");
        await Expect(left).ToHaveTextAsync("15:00");
        await keeper.Page.EvaluateAsync("""
            () => {
              window.spoken = [];
              const listen = new MutationObserver(() => window.spoken.push(document.querySelector('.pause [role=status]').textContent));
              for (const live of document.querySelectorAll('[role=status], [role=alert], [role=timer], [aria-live]'))
                listen.observe(live, { childList: true, characterData: true, subtree: true });
            }
            """);

        await keeper.Page.Clock.RunForAsync(61_000);
        await Expect(left).ToHaveTextAsync("13:59");
        await keeper.Page.Clock.RunForAsync(839_000);

        await Expect(Status(keeper)).ToHaveTextAsync("The pause is over.");
        await Expect(left).ToBeHiddenAsync();
        Assert.Equal(["The pause is over."], await keeper.Page.EvaluateAsync<string[]>("window.spoken"));
    }

    private static ILocator Status(Visitor keeper) => keeper.Page.GetByRole(AriaRole.Status);

    private static async Task BeginAsync(Visitor keeper, string words)
    {
        await keeper.OpenAsync(words);
        await keeper.BeginSafelyAsync(_practice.Id);
        await keeper.ChooseAsync("Cancel a plan");
        await keeper.PressAsync("Go on");
        await keeper.ChooseAsync("7");
        await keeper.PressAsync("Go on");
        await keeper.ChooseAsync("20 minutes");
        await keeper.PressAsync("Go on");
        await keeper.Page.Locator("textarea").FillAsync(Message);
        await keeper.PressAsync("Go on");
        await Expect(keeper.Button("Open now")).ToBeVisibleAsync();
    }
}
