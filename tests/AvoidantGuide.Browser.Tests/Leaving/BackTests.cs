using AvoidantGuide.Browser.Tests.Writing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Leaving;

/// <summary>
/// Whoever takes the device next presses Back. Chromium may bring a page back from memory although it was sent with
/// no-store, so all of these run with that memory on.
/// </summary>
public sealed class BackTests(WholeChromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Text = "A heron stood in the rain.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_leaving_a_journal_that_was_just_begun_Back_shows_nothing_of_it(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.StartJournalAsync(Text);
        await keeper.FollowAsync("Back to the journal");

        var elsewhere = await LeaveAsync(keeper);

        await AssertBackShowsNothingAsync(keeper, await elsewhere.PagesBehindAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_leaving_a_journal_that_was_opened_and_read_Back_shows_nothing_of_it(bool javaScript)
    {
        var words = await Site.SeedAsync(Text);
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(words);
        await keeper.ClickAsync(keeper.Page.Locator(".entries a"));
        await keeper.FollowAsync("Change");
        await keeper.Paper().FillAsync("Not kept yet.");
        await keeper.ClickAsync(keeper.Page.Locator("footer").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Get help" }));

        var elsewhere = await LeaveAsync(keeper);

        await AssertBackShowsNothingAsync(keeper, await elsewhere.PagesBehindAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_locking_Back_shows_nothing_of_the_journal(bool javaScript)
    {
        var words = await Site.SeedAsync(Text);
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(words);
        await keeper.ClickAsync(keeper.Page.Locator(".entries a"));
        await keeper.LockAsync();

        await AssertBackShowsNothingAsync(keeper, pages: 3);
    }

    private static async Task<Elsewhere> LeaveAsync(Visitor keeper)
    {
        var elsewhere = await Elsewhere.StandInAsync(keeper);
        await keeper.ClickAsync(keeper.LeaveLink);
        await Expect(keeper.Heading).ToHaveTextAsync(Elsewhere.Heading);
        return elsewhere;
    }

    private static async Task AssertBackShowsNothingAsync(Visitor keeper, int pages)
    {
        for (var behind = pages; behind > 0; behind--)
        {
            try
            {
                // A page from memory never loads again, so only its arrival can be waited for.
                await keeper.Page.GoBackAsync(new PageGoBackOptions { WaitUntil = WaitUntilState.Commit });
            }
            catch (PlaywrightException refused) when (refused.Message.Contains("ERR_CACHE_MISS", StringComparison.Ordinal))
            {
                // The answer to a form that was posted: Chromium shows nothing of it and asks first.
                Assert.True(behind < pages, "Back showed no page at all.");
                return;
            }

            if (keeper.Page.Url == "about:blank") return;
            await Expect(keeper.Page.Locator("footer")).ToBeVisibleAsync();
            Assert.DoesNotContain(Text, await keeper.TextAsync(), StringComparison.Ordinal);
            await Expect(keeper.Page.Locator(".entries, .answers, textarea")).ToHaveCountAsync(0);
            await Expect(keeper.Heading).Not.ToHaveTextAsync("Your journal");
        }
    }
}
