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
