using AvoidantGuide.Browser.Tests.Writing;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>Each control of the journal's pages is reached by the Tab key, and it can be seen where one is.</summary>
public sealed class StopsTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData("/journal")]
    [InlineData("/journal/find")]
    [InlineData("/journal/settings")]
    [InlineData("/journal/noticed")]
    [InlineData("/journal/export")]
    [InlineData("/journal/import")]
    [InlineData("/journal/print")]
    [InlineData("/journal/done")]
    public async Task Tab_reaches_each_control_of_an_open_journal_s_page(string address)
    {
        var keeper = await ArriveAsync();
        await keeper.OpenAsync(await Site.SeedManyAsync(15));
        await keeper.GoAsync(address);
        Assert.Empty(await Stops.WrongAsync(keeper));
    }

    [Fact]
    public async Task Tab_reaches_each_control_of_every_step()
    {
        var keeper = await ArriveAsync();
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        var practice = Published.Practice("slow-exit");
        await keeper.GoAsync("/journal/write");
        await keeper.PressAsync(practice.Title);
        var wrong = new List<string>(await Stops.WrongAsync(keeper));
        await keeper.PassSafetyAsync(practice);
        foreach (var prompt in practice.Prompts)
        {
            wrong.AddRange(await Stops.WrongAsync(keeper));
            if (!prompt.IsPause()) await keeper.AnswerAsync(prompt);
            await keeper.PressAsync(prompt.IsPause() ? "Open now" : prompt == practice.Prompts[^1] ? "Keep" : "Go on");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Tab_reaches_each_control_of_the_encrypted_file()
    {
        var words = await Site.SeedAsync("A heron stood in the rain.");
        var keeper = await ArriveAsync();
        await keeper.OpenAsync(words);
        using var file = await TakenAway.FromAsync(keeper, TakenAway.Encrypted);
        var reader = await OpenFileAsync(file.Path);
        var wrong = new List<string>(await Stops.WrongAsync(reader));
        await reader.Page.GetByLabel("Ten words").FillAsync(words);
        await reader.Button("Open").ClickAsync();
        await Expect(reader.Button("Close")).ToBeVisibleAsync();
        wrong.AddRange(await Stops.WrongAsync(reader));
        Assert.Empty(wrong);
    }
}
