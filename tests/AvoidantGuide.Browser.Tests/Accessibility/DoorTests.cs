using AvoidantGuide.Browser.Tests.Writing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>The journal's pages before one is open: the locked door, each practice's form, and the ten words.</summary>
public sealed class DoorTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    public static TheoryData<string> PracticeIds => Published.PracticeIds;

    [Fact]
    public async Task Nothing_is_wrong_with_the_locked_door()
    {
        var keeper = await ArriveAsync(at: await OwnSiteAsync());
        var appearance = new Appearance(keeper);
        await keeper.GoAsync("/journal");
        await appearance.LookAtNotesAsync("the locked door");
        await keeper.TypeWordsAsync("heron heron", status: 422);
        await appearance.LookAtNotesAsync("the locked door, after wrong words");
        await keeper.GoAsync("/journal?device=mine");
        await keeper.TypeWordsAsync("heron heron", status: 422);
        await appearance.LookAtNotesAsync("the locked door on a device of one's own, after wrong words");
        await keeper.GoAsync("/journal/settings");
        await appearance.LookAtNotesAsync("a page of a closed journal");
        await keeper.GoAsync("/journal/lost-words");
        await appearance.LookAtNotesAsync("lost words");

        appearance.AssertNothingWrong();
    }

    [Theory]
    [MemberData(nameof(PracticeIds))]
    public async Task Nothing_is_wrong_with_a_practice_s_form(string id)
    {
        var practice = Published.Practice(id);
        var keeper = await ArriveAsync();
        var appearance = new Appearance(keeper);
        await keeper.BeginAsync(practice.Title);
        if (practice.AsksSafety)
        {
            await keeper.PressAsync("Go on");
            await appearance.LookAtNotesAsync("the safety question, not answered");
            await keeper.Page.GetByLabel("No", new PageGetByLabelOptions { Exact = true }).CheckAsync();
            await keeper.PressAsync("Go on");
        }

        await appearance.LookAtNotesAsync("the form");
        await keeper.PressAsync("Keep this");
        await Expect(keeper.Page.Locator("#problem")).ToBeVisibleAsync();
        await appearance.LookAtNotesAsync("the form, with what is missing");

        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_the_page_for_who_is_not_safe()
    {
        var keeper = await ArriveAsync();
        var appearance = new Appearance(keeper);
        await keeper.GoAsync("/journal/write");
        await appearance.LookAtNotesAsync("the choice of a practice");
        await keeper.BeginAsync(Published.Practices.First(practice => practice.AsksSafety).Title);
        await appearance.LookAtNotesAsync("the safety question");
        await keeper.Page.GetByLabel("Yes", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await keeper.PressAsync("Go on");
        await appearance.LookAtNotesAsync("not safe");

        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_the_ten_words()
    {
        var own = await OwnSiteAsync();
        var keeper = await ArriveAsync(at: own);
        var appearance = new Appearance(keeper);
        await keeper.BeginAsync();
        await keeper.Paper().FillAsync("A heron stood in the rain.");
        await keeper.PressAsync("Keep this");
        await appearance.LookAtNotesAsync("the ten words");

        await keeper.PressAsync("I have them. Go on");
        await appearance.LookAtNotesAsync("two words asked back");
        await keeper.AnswerAsync("one two three four five six seven eight nine ten");
        await keeper.PressAsync("Keep it", status: 422);
        await appearance.LookAtNotesAsync("the ten words, after wrong answers");
        await keeper.Page.GetByLabel("Yes: the browser’s password manager may keep the words").CheckAsync();
        await keeper.PressAsync("I have them. Go on");
        await appearance.LookAtNotesAsync("two words asked back on a device of one's own");

        await keeper.PressAsync("Show the ten words again");
        await keeper.Page.GetByText("I have a journal already").ClickAsync();
        await keeper.TypeWordsAsync("heron heron", status: 422);
        await appearance.LookAtNotesAsync("a first text, and wrong words of another journal");
        own.Clock.Move(TimeSpan.FromHours(3));
        await keeper.TypeWordsAsync("heron heron", status: 400);
        await appearance.LookAtNotesAsync("a first text that waited too long");

        appearance.AssertNothingWrong();
    }
}
