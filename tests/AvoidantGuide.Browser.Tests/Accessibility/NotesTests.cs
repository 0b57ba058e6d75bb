using AvoidantGuide.Browser.Tests.Writing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>The pages of an open journal, each in every state that it has.</summary>
public sealed class NotesTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    // A long word is the first to leave a narrow screen.
    private const string Text = "A heron stood in the rain. Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.";

    [Fact]
    public async Task Nothing_is_wrong_with_reading_and_changing()
    {
        var keeper = await ArriveAsync();
        var appearance = new Appearance(keeper);
        await keeper.OpenAsync(await Site.SeedAsync(Text));
        await appearance.LookAtNotesAsync("the journal's first page");

        await keeper.BeginAsync();
        await keeper.PressAsync("Keep");
        await appearance.LookAtNotesAsync("an empty form that was sent");
        await keeper.Paper().FillAsync(Text);
        await keeper.PressAsync("Keep");
        await appearance.LookAtNotesAsync("an entry, just kept");

        await keeper.FollowAsync("Change");
        await appearance.LookAtNotesAsync("an entry's form");
        var edit = keeper.Page.Url;
        var first = await keeper.OpenTabAsync();
        await keeper.GoAsync(edit);
        await keeper.Paper().FillAsync("From the second tab.");
        await keeper.PressAsync("Keep");
        await keeper.TurnToAsync(first);
        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByText("What is kept now")).ToBeVisibleAsync();
        await appearance.LookAtNotesAsync("two tabs in conflict");

        await keeper.GoAsync(edit.Replace("/edit", "/delete", StringComparison.Ordinal));
        await appearance.LookAtNotesAsync("deleting an entry");
        await keeper.PressAsync("Delete it");
        await appearance.LookAtNotesAsync("entries, after one was deleted");
        await keeper.GoAsync(edit, status: 404);
        await appearance.LookAtNotesAsync("an entry that is not there");

        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_what_concerns_the_whole_journal()
    {
        var keeper = await ArriveAsync(at: await OwnSiteAsync());
        var appearance = new Appearance(keeper);
        await keeper.OpenAsync(await keeper.Site.SeedAsync([.. Enumerable.Repeat(Text, 51)]));
        await appearance.LookAtNotesAsync("the first page of a full journal");

        await keeper.GoAsync("/journal/entries?page=2");
        await appearance.LookAtNotesAsync("older entries");
        await keeper.GoAsync("/journal/export");
        await appearance.LookAtNotesAsync("taking a copy away");
        await keeper.GoAsync("/journal/settings");
        await keeper.PressAsync("Keep");
        await appearance.LookAtNotesAsync("settings, just kept");
        await keeper.GoAsync("/journal/nowhere", status: 404);
        await appearance.LookAtNotesAsync("a page of the journal that is not there");

        await keeper.GoAsync("/journal/delete");
        await keeper.Page.GetByLabel("Type the word").FillAsync("no");
        await keeper.PressAsync("Delete everything", status: 422);
        await appearance.LookAtNotesAsync("deleting the journal, after a wrong word");
        await keeper.Page.GetByLabel("Type the word").FillAsync("delete");
        await keeper.PressAsync("Delete everything");
        await appearance.LookAtNotesAsync("the journal is gone");

        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_words_that_waited_for_an_open_journal()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync(Text);
        var keeper = await ArriveAsync(at: own);
        var appearance = new Appearance(keeper);
        await keeper.OpenAsync(words);
        await keeper.BeginAsync();
        await keeper.Paper().FillAsync(Text);
        own.Clock.Move(TimeSpan.FromMinutes(21));
        await keeper.PressAsync("Keep");
        await appearance.LookAtNotesAsync("a session that ended while writing");
        await keeper.TypeWordsAsync("heron heron", status: 422);
        await appearance.LookAtNotesAsync("wrong words, with a text that waits");
        await keeper.TypeWordsAsync(words);
        await Expect(keeper.Page.GetByText(Text)).ToBeVisibleAsync();
        await appearance.LookAtNotesAsync("the text that waited");

        await keeper.BeginAsync();
        await keeper.Paper().FillAsync(Text);
        own.Clock.Move(TimeSpan.FromMinutes(21));
        await keeper.PressAsync("Keep");
        own.Clock.Move(TimeSpan.FromHours(2));
        await keeper.TypeWordsAsync(words);
        await Expect(keeper.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await appearance.LookAtNotesAsync("a text that waited too long");

        appearance.AssertNothingWrong();
    }
}
