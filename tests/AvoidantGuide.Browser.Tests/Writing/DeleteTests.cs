using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

public sealed class DeleteTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_entry_is_deleted_after_one_question_and_the_others_stay(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(await Site.SeedAsync("To stay."));
        await keeper.KeepAsync("To go.");
        var entry = keeper.Page.Url.Split('?')[0];

        await keeper.FollowAsync("Delete this entry");
        await keeper.FollowAsync("Keep it");
        await Expect(keeper.Page.GetByText("To go.")).ToBeVisibleAsync();
        await keeper.FollowAsync("Delete this entry");
        await keeper.PressAsync("Delete it");

        await Expect(keeper.Page.GetByText("The entry is deleted.")).ToBeVisibleAsync();
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(1);
        await keeper.GoAsync(entry, status: 404);
        await Expect(keeper.Page.GetByText("This entry is not in the journal")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_journal_is_deleted_after_one_clear_word_and_its_ten_words_open_nothing(bool javaScript)
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("A heron stood in the rain.");
        var keeper = await ArriveAsync(javaScript, at: own);
        await keeper.OpenAsync(words);
        await keeper.FollowAsync("Delete the journal");

        await keeper.Page.GetByLabel("Type the word").FillAsync("yes");
        await keeper.PressAsync("Delete everything", status: 422);
        await Expect(keeper.Page.GetByText("Nothing is deleted.")).ToBeVisibleAsync();
        await keeper.Page.GetByLabel("Type the word").FillAsync("delete");
        await keeper.PressAsync("Delete everything");

        await Expect(keeper.Heading).ToHaveTextAsync("It is deleted");
        Assert.DoesNotContain(await keeper.Context.CookiesAsync(), cookie => cookie.Name == "__Host-notes");
        await keeper.GoAsync("/journal");
        await keeper.TypeWordsAsync(words, status: 422);
        await Expect(keeper.Page.GetByText("No journal opens with these words.")).ToBeVisibleAsync();
    }
}
