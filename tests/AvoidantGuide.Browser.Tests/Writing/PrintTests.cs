using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Writing;

public sealed class PrintTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_sheet_with_the_ten_words_holds_nothing_else(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.BeginAsync();
        await keeper.Paper().FillAsync("A heron stood in the rain.");
        await keeper.PressAsync("Keep this");
        var words = await keeper.ReadTenWordsAsync();

        await keeper.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal(words.Split(' '), (await keeper.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        // Browsers print the tab's title above it.
        Assert.Equal("Notes", await keeper.Page.TitleAsync());
        PaperTests.AssertGivesNothingAway(await keeper.Page.PdfAsync());
    }
}
