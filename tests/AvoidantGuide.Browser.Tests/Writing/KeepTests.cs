using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

public sealed class KeepTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Text = "A heron stood in the rain.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_is_kept_once_two_of_the_ten_words_are_given_back(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript, at: await OwnSiteAsync());
        await keeper.GoAsync("/journal");
        await keeper.PressAsync(Keeper.BlankPage);
        await keeper.Paper().FillAsync(Text);
        Assert.Empty(await keeper.Context.CookiesAsync());

        await keeper.PressAsync("Keep this");
        await Expect(keeper.Heading).ToHaveTextAsync("Your ten words");
        var words = await keeper.ReadTenWordsAsync();

        await keeper.PressAsync("I have them. Go on");
        await Expect(keeper.Heading).ToHaveTextAsync("Two of your words");
        await keeper.AnswerAsync("one two three four five six seven eight nine ten");
        await keeper.PressAsync("Keep it", status: 422);
        Assert.Equal(words, await keeper.ReadTenWordsAsync());

        await keeper.PressAsync("I have them. Go on");
        await keeper.AnswerAsync(words);
        await keeper.PressAsync("Keep it");
        await Expect(keeper.Page.GetByText("Kept. Your journal exists now")).ToBeVisibleAsync();
        await Expect(keeper.Page.GetByText(Text)).ToBeVisibleAsync();

        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Heading).ToHaveTextAsync("Your journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_practice_that_the_guide_explains_is_begun_there_and_read_as_it_was_asked(bool javaScript)
    {
        var practice = Published.Practice("catch-early");
        var prompts = practice.Prompts;
        var keeper = await ArriveAsync(javaScript);
        await keeper.GoAsync($"/what-helps#{practice.Id}");
        await keeper.ClickAsync(keeper.Page.Locator($"[id='{practice.Id}']").GetByRole(AriaRole.Button));
        await Expect(keeper.Heading).ToHaveTextAsync(practice.Title);

        await keeper.PressAsync("Keep this");
        await Expect(keeper.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        var noticed = prompts.Single(prompt => prompt.Id == "noticed");
        await keeper.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = noticed.Title }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await keeper.Page.GetByLabel(prompts.Single(prompt => prompt.Id == "words").Title).FillAsync(Text);
        await keeper.PressAsync("Keep this");
        var words = await keeper.ReadTenWordsAsync();
        await keeper.PressAsync("I have them. Go on");
        await keeper.AnswerAsync(words);
        await keeper.PressAsync("Keep it");

        await Expect(keeper.Page.Locator(".answers dt")).ToHaveTextAsync([.. prompts.Where(prompt => prompt.Id is "noticed" or "words").Select(prompt => prompt.Title)]);
        await Expect(keeper.Page.Locator(".answers")).ToContainTextAsync(noticed.Choices[0].Label);
        await Expect(keeper.Page.Locator(".answers")).ToContainTextAsync(Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_has_a_journal_already_keeps_the_new_words_in_that_one(bool javaScript)
    {
        var words = await Site.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript);
        await keeper.BeginAsync();
        await keeper.Paper().FillAsync(Text);
        await keeper.PressAsync("Keep this");

        await keeper.Page.GetByText("I have a journal already").ClickAsync();
        await keeper.TypeWordsAsync(words);
        await Expect(keeper.Page.GetByText(Text)).ToBeVisibleAsync();
        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task No_address_ever_holds_what_was_written_or_chosen()
    {
        var keeper = await ArriveAsync();
        var words = await keeper.StartJournalAsync(Text);
        await keeper.KeepAsync("Another heron.");
        await keeper.LockAsync();
        await keeper.OpenAsync(words);

        // A word of the list that the site's own addresses use, drawn by chance, says nothing.
        string[] own = ["delete", "device", "gone", "keep", "kept", "late", "same"];
        var said = words.Split(' ').Except(own).Append("heron").Append("blank").ToList();
        Assert.All(keeper.Watch.Addresses, address => Assert.DoesNotContain(said, word => address.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
