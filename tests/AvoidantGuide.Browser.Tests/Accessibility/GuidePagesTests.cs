namespace AvoidantGuide.Browser.Tests.Accessibility;

public sealed class GuidePagesTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    public static TheoryData<string> Addresses => Published.Addresses;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_is_wrong_with_a_page_of_the_guide(string address)
    {
        var reader = await ArriveAsync();
        var appearance = new Appearance(reader);

        await reader.GoAsync(address);
        await appearance.LookAsync(address);

        appearance.AssertNothingWrong();
    }

    [Theory]
    [InlineData("/what-helps", "no")]
    [InlineData("/what-helps", "yes")]
    [InlineData("/right-now", "no")]
    [InlineData("/right-now", "not-sure")]
    public async Task Nothing_is_wrong_with_a_practice_that_is_tried_on_its_page(string address, string answer)
    {
        var reader = await ArriveAsync();
        var appearance = new Appearance(reader);

        await reader.GoAsync(address);
        foreach (var gate in await reader.Page.Locator(".gated").AllAsync()) await gate.Locator($"[value={answer}]").EvaluateAsync("radio => { radio.checked = true; }");
        foreach (var wait in await reader.Page.Locator("[value=ten-minutes]").AllAsync()) await wait.EvaluateAsync("radio => { radio.checked = true; }");
        await appearance.LookAsync($"{address} after {answer}");

        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_a_page_that_is_not_there()
    {
        var reader = await ArriveAsync();
        var appearance = new Appearance(reader);

        await reader.GoAsync("/not-here", status: 404);
        await appearance.LookAsync("a page that is not here");

        appearance.AssertNothingWrong();
    }
}
