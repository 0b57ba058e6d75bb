using AvoidantGuide.Browser.Tests.Writing;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>Whatever a journal is taken away in, and the pages on which that is done.</summary>
public sealed class CopyPagesTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Text = "A heron stood in the rain. Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.";

    [Fact]
    public async Task Nothing_is_wrong_with_bringing_a_copy_back_paper_and_the_last_page()
    {
        var keeper = await ArriveAsync();
        var appearance = new Appearance(keeper);
        await keeper.OpenAsync(await Site.SeedAsync(Text));
        using var file = await TakenAway.FromAsync(keeper, TakenAway.Json);
        await keeper.GoAsync("/journal/import");
        await appearance.LookAtNotesAsync("bringing a copy back");
        await keeper.Page.GetByLabel("The file").SetInputFilesAsync(file.Path);
        await keeper.PressAsync("Bring it back");
        await appearance.LookAtNotesAsync("a copy was brought back");
        using var letter = await TakenAway.HoldingAsync("letter.txt", "Dear heron,");
        await keeper.Page.GetByLabel("The file").SetInputFilesAsync(letter.Path);
        await keeper.PressAsync("Bring it back", status: 422);
        await appearance.LookAtNotesAsync("a file that is no copy");

        await keeper.GoAsync("/journal/print");
        await appearance.LookAtNotesAsync("what is printed");
        await keeper.PressAsync("Show the sheet");
        await appearance.LookAtNotesAsync("the sheet");
        await keeper.GoAsync("/journal/done");
        await appearance.LookAtNotesAsync("the last page");
        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_the_encrypted_file()
    {
        var words = await Site.SeedAsync(Text, "The heron came back.");
        var keeper = await ArriveAsync();
        await keeper.OpenAsync(words);
        using var file = await TakenAway.FromAsync(keeper, TakenAway.Encrypted);

        var reader = await OpenFileAsync(file.Path);
        var appearance = new Appearance(reader);
        await appearance.LookAtNotesAsync("the file, closed");
        await reader.Page.GetByLabel("Ten words").FillAsync("heron heron");
        await reader.Button("Open").ClickAsync();
        await Expect(reader.Page.GetByText("These words do not open it.")).ToBeVisibleAsync();
        await appearance.LookAtNotesAsync("the file, after wrong words");
        await reader.Page.GetByLabel("Ten words").FillAsync(words);
        await reader.Button("Open").ClickAsync();
        await Expect(reader.Page.GetByText("2 entries.")).ToBeVisibleAsync();
        await appearance.LookAtNotesAsync("the file, open");
        appearance.AssertNothingWrong();
    }
}
