using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Leaving;

/// <summary>What was typed into a practice on a page of the guide is in no journal and nowhere else: after leaving, Back must not bring it.</summary>
public sealed class TriedTests(WholeChromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Text = "A heron stood in the rain.";

    [Fact]
    public async Task After_leaving_Back_shows_nothing_of_a_practice_that_was_tried_and_walked_away_from()
    {
        var reader = await ArriveAsync();
        var words = await TryAsync(reader);
        await reader.GoAsync("/get-help");
        await Elsewhere.StandInAsync(reader);

        await reader.ClickAsync(reader.LeaveLink);
        await Expect(reader.Heading).ToHaveTextAsync(Elsewhere.Heading);

        await reader.Page.GoBackAsync(new PageGoBackOptions { WaitUntil = WaitUntilState.Commit });
        await Expect(reader.Page).ToHaveURLAsync(Site.Address + "/right-now");
        await Expect(words).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Without_leaving_Back_brings_the_words_again()
    {
        var reader = await ArriveAsync();
        var words = await TryAsync(reader);
        await reader.GoAsync("/get-help");

        await reader.Page.GoBackAsync(new PageGoBackOptions { WaitUntil = WaitUntilState.Commit });

        await Expect(words).ToHaveValueAsync(Text);
    }

    private static async Task<ILocator> TryAsync(Visitor reader)
    {
        await reader.GoAsync("/right-now");
        await reader.Page.Locator("[name=safety][value=no]").CheckAsync();
        var words = reader.Page.Locator(".asked textarea").First;
        await words.FillAsync(Text);
        return words;
    }
}
