using AvoidantGuide.Browser.Tests.Writing;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>The steps of the practices and the pages that look back on them.</summary>
public sealed class FlowPagesTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task Nothing_is_wrong_with_the_steps_of_a_pause()
    {
        var keeper = await ArriveAsync();
        var appearance = new Appearance(keeper);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        await appearance.LookAtNotesAsync("the journal's first page");
        await keeper.BeginSafelyAsync("slow-exit");
        await appearance.LookAtNotesAsync("a first step");
        await keeper.PressAsync("Go on");
        await appearance.LookAtNotesAsync("a step that asks again");
        await keeper.ChooseAsync("Send a message");
        await keeper.PressAsync("Go on");
        await appearance.LookAtNotesAsync("a scale");
        await keeper.PressAsync("Go on");
        await keeper.ChooseAsync("20 minutes");
        await keeper.PressAsync("Go on");
        await keeper.PressAsync("Go on");
        await appearance.LookAtNotesAsync("the pause");
        await keeper.PressAsync("Open now");
        await keeper.PressAsync("Stop here");
        await appearance.LookAtNotesAsync("an entry to which something can be added");
        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_small_steps_people_looks_and_what_is_found()
    {
        var own = await OwnSiteAsync();
        var words = await own.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(at: own);
        var appearance = new Appearance(keeper);
        await keeper.OpenAsync(words);
        await keeper.BeginSafelyAsync("small-doses");
        await keeper.Page.GetByLabel("Who?").FillAsync("K");
        await keeper.PressAsync("Go on");
        await keeper.Page.Locator("textarea").FillAsync("Send the photo");
        await keeper.PressAsync("Go on");
        await keeper.ChooseAsync("9");
        await keeper.PressAsync("Go on");
        await appearance.LookAtNotesAsync("something smaller may be better");
        await keeper.PressAsync("Keep");
        await keeper.BeginSafelyAsync("safe-relationships");
        await appearance.LookAtNotesAsync("people to choose from");
        await keeper.ChooseAsync("K");
        await keeper.PressAsync("Go on");
        await keeper.ChooseAsync("It came after something frightening");
        await keeper.PressAsync("Go on");
        await appearance.LookAtNotesAsync("help after something frightening");
        await keeper.PressAsync("Stop here");
        await keeper.BeginSafelyAsync("review-after");
        await keeper.ChooseAsync("Nothing");
        for (var step = 0; step < 3; step++) await keeper.PressAsync("Go on");
        await keeper.ChooseAsync("I can't tell");
        await keeper.PressAsync("Go on");
        await keeper.PressAsync("Go on");
        await keeper.ChooseAsync("8");
        await keeper.PressAsync("Go on");
        await keeper.PressAsync("Stop here");
        await appearance.LookAtNotesAsync("an entry with looks to come");
        foreach (var address in new[] { "/journal/people", "/journal/steps", "/journal/noticed", "/journal/find" })
        {
            await keeper.GoAsync(address);
            await appearance.LookAtNotesAsync(address);
        }

        await keeper.PressAsync("Find");
        await appearance.LookAtNotesAsync("what was found");
        await keeper.GoAsync("/journal/people");
        await keeper.FollowAsync("K");
        await appearance.LookAtNotesAsync("a person");

        own.Clock.Move(TimeSpan.FromDays(1));
        await keeper.OpenAsync(words);
        await keeper.ClickAsync(keeper.Page.Locator("a[href^='/journal/look/']"));
        await appearance.LookAtNotesAsync("a look again");
        await keeper.ChooseAsync("5");
        await keeper.PressAsync("Keep");
        await appearance.LookAtNotesAsync("what was answered then and now");
        appearance.AssertNothingWrong();
    }

    [Fact]
    public async Task Nothing_is_wrong_with_what_i_noticed()
    {
        var keeper = await ArriveAsync();
        var appearance = new Appearance(keeper);
        await keeper.OpenAsync(await Site.SeedManyAsync(60));
        await keeper.GoAsync("/journal/noticed");
        await appearance.LookAtNotesAsync("figures from sixty entries");
        await keeper.PressAsync("Show what came before and after");
        await appearance.LookAtNotesAsync("around one sign");
        appearance.AssertNothingWrong();
    }
}
