using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Reading;

public sealed class SearchTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_a_word_is_looked_up_on_the_search_page(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        await reader.GoAsync("/");
        await reader.FollowAsync("Search");
        await reader.Page.GetByLabel("What are you looking for?").FillAsync("deactivating");
        await reader.PressAsync("Search");
        await AssertTheFirstResultLeadsSomewhereAsync(reader);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_desk_a_word_is_looked_up_at_the_top_of_any_page(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript, Visitor.Desktop);
        await reader.GoAsync("/nervous-system");
        await reader.Page.GetByLabel("Search the guide").FillAsync("deactivating");
        await reader.LoadAsync(() => reader.Page.Keyboard.PressAsync("Enter"));
        await AssertTheFirstResultLeadsSomewhereAsync(reader);
    }

    private static async Task AssertTheFirstResultLeadsSomewhereAsync(Visitor reader)
    {
        await Expect(reader.Heading).ToHaveTextAsync("Search the guide");
        var first = reader.Page.Locator(".results").GetByRole(AriaRole.Link).First;
        var address = (await first.GetAttributeAsync("href"))!;

        await reader.ClickAsync(first);

        await Expect(reader.Page).ToHaveURLAsync(reader.Site.Address + address);
        if (address.Split('#') is [_, var section]) await Expect(reader.Page.Locator($"[id='{section}']")).ToBeInViewportAsync();
    }
}
