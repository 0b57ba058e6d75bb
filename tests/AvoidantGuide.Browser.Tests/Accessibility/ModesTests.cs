using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>The guide as it is met in ways of one's own: another contrast, other spaces, on paper, magnified, without scripts.</summary>
public sealed partial class ModesTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    /// <summary>The width that a page has on a screen of 1,280 px at 400 %.</summary>
    private static readonly ViewportSize _magnified = new() { Width = 320, Height = 256 };

    public static TheoryData<string> Addresses => Published.Addresses;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_is_wrong_with_a_page_in_another_mode(string address)
    {
        var reader = await ArriveAsync();
        var appearance = new Appearance(reader);

        await reader.GoAsync(address);
        await appearance.LookInModesAsync(address);

        appearance.AssertNothingWrong();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_is_wrong_with_a_page_that_is_magnified_and_has_no_script(string address)
    {
        var reader = await ArriveAsync(size: _magnified);
        // Taken out of the page, and not switched off in the browser: axe is a script too.
        await reader.Page.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType != "document")
            {
                await route.ContinueAsync();
                return;
            }

            var answer = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = Script().Replace(await answer.TextAsync(), "") });
        });
        await reader.GoAsync(address);
        Assert.Equal(0, await reader.Page.Locator("script").CountAsync());
        Assert.Equal([], await (await Axe.IntoAsync(reader.Page)).EverythingAsync());
        Assert.InRange(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, _magnified.Width);
    }

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline, matchTimeoutMilliseconds: -1)]
    private static partial Regex Script();
}
