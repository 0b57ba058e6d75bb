using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Words that meet another tab, or the end of a session.</summary>
public sealed class NeverLostTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private static readonly TimeSpan _longerThanASession = TimeSpan.FromMinutes(21);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_tabs_never_overwrite_each_other(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(await Site.SeedAsync("Before."));
        await keeper.ClickAsync(keeper.Page.Locator(".entries a"));
        await keeper.FollowAsync("Change");
        var edit = keeper.Page.Url;
        var first = await keeper.OpenTabAsync();
        await keeper.GoAsync(edit);
        await keeper.Paper().FillAsync("Kept from the second tab.");
        await keeper.PressAsync("Keep");

        await keeper.TurnToAsync(first);
        await keeper.Paper().FillAsync("Written in the first tab.");
        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByText("This was changed somewhere else while you wrote")).ToBeVisibleAsync();
        await Expect(keeper.Page.GetByText("Kept from the second tab.")).ToBeVisibleAsync();
        await Expect(keeper.Paper()).ToHaveValueAsync("Written in the first tab.");

        await keeper.Paper().FillAsync("Both, put together.");
        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByText("Both, put together.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_detour_from_words_that_are_kept_nowhere_asks_first()
    {
        var keeper = await ArriveAsync(javaScript: true);
        await keeper.BeginAsync();
        await keeper.Paper().ClickAsync();
        await keeper.Paper().FillAsync("Not kept yet.");
        var asked = new TaskCompletionSource<string>();
        keeper.Page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.TrySetResult(dialog.Type);
        };

        await keeper.Link("Get help").First.ClickAsync();

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience), TestContext.Current.CancellationToken));
        await Expect(keeper.Paper()).ToHaveValueAsync("Not kept yet.");
        await keeper.PressAsync("Keep this");
        await Expect(keeper.Heading).ToHaveTextAsync("Your ten words");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_ends_in_the_middle_of_a_sentence_keeps_the_sentence_sealed(bool javaScript)
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript, at: own);
        await keeper.OpenAsync(words);
        await keeper.BeginAsync();
        await keeper.Paper().FillAsync("I was in the middle of");
        own.Clock.Move(_longerThanASession);

        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByText("The journal closed while you were writing.")).ToBeVisibleAsync();
        Assert.DoesNotContain("in the middle of", await keeper.Page.ContentAsync(), StringComparison.Ordinal);

        await keeper.TypeWordsAsync("not the words", status: 422);
        await keeper.TypeWordsAsync(words);
        await Expect(keeper.Page.GetByText("I was in the middle of")).ToBeVisibleAsync();
        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_that_meets_the_end_of_a_session_is_still_a_change_of_that_entry(bool javaScript)
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("Before.");
        var keeper = await ArriveAsync(javaScript, at: own);
        await keeper.OpenAsync(words);
        await keeper.ClickAsync(keeper.Page.Locator(".entries a"));
        await keeper.FollowAsync("Change");
        await keeper.Paper().FillAsync("After.");
        own.Clock.Move(_longerThanASession);

        await keeper.PressAsync("Keep");
        await keeper.TypeWordsAsync(words);

        await Expect(keeper.Page.GetByText("After.")).ToBeVisibleAsync();
        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(1);
    }
}
