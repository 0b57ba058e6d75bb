using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Each practice in an open journal, step by step, with what a browser can do without JavaScript.</summary>
public sealed class FlowTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    public static TheoryData<string> Practices => Flow.Ids;

    public static TheoryData<string> PracticesWithALater => Flow.IdsWithALater;

    [Theory]
    [MemberData(nameof(Practices))]
    public async Task Every_step_shows_what_was_answered_before_it_and_the_kept_entry_shows_all(string id)
    {
        var practice = Published.Practice(id);
        var answered = new List<Prompt>();
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        await keeper.StartAsync(practice);
        await GoThroughAsync(practice.FirstPart());
        if (answered.Count < practice.Prompts.Count(prompt => !prompt.IsPause()))
        {
            await keeper.PressAsync("Add what happened");
            await keeper.PassSafetyAsync(practice);
            await GoThroughAsync([.. practice.Prompts.Where(prompt => prompt.Later)]);
        }

        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.GetByText("Go on, if you like")).ToHaveCountAsync(0);
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(2);

        async Task GoThroughAsync(IReadOnlyList<Prompt> part)
        {
            foreach (var prompt in part)
            {
                await keeper.SoFar().ExpectSaidAsync(answered);
                if (prompt.IsPause())
                {
                    await keeper.PressAsync("Open now");
                    continue;
                }

                await keeper.AnswerAsync(prompt);
                answered.Add(prompt);
                await keeper.PressAsync(prompt == part[^1] ? "Keep" : "Go on");
            }

            await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"Kept. {practice.Ending}");
            await keeper.Page.Locator("main").ExpectSaidAsync(answered);
        }
    }

    [Theory]
    [MemberData(nameof(Practices))]
    public async Task Back_one_step_loses_no_answer_on_either_side(string id)
    {
        var practice = Published.Practice(id);
        var prompts = practice.BeforeAnyPause();
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        await keeper.StartAsync(practice);
        await Expect(keeper.Button("Back one step")).ToHaveCountAsync(0);
        await keeper.AnswerAsync(prompts[0]);
        foreach (var (before, here) in prompts.Zip(prompts.Skip(1)))
        {
            await keeper.PressAsync("Go on");
            await keeper.AnswerAsync(here);
            await keeper.PressAsync("Back one step");
            await keeper.ExpectAnswerAsync(before);
            await keeper.PressAsync("Go on");
            await keeper.ExpectAnswerAsync(here);
        }
    }

    [Theory]
    [MemberData(nameof(Practices))]
    public async Task Stop_here_keeps_what_is_written_and_asks_for_nothing_more(string id)
    {
        var practice = Published.Practice(id);
        var prompts = practice.BeforeAnyPause();
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        await keeper.StartAsync(practice);
        await keeper.AnswerAllAsync(prompts.Take(1));
        await keeper.AnswerAsync(prompts[1]);

        await keeper.PressAsync("Stop here");

        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"Kept. {practice.Ending}");
        await keeper.Page.Locator("main").ExpectSaidAsync([.. prompts.Take(2)]);
        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.GetByText("Go on, if you like")).ToHaveCountAsync(0);
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Stopping_with_nothing_written_leaves_no_empty_entry()
    {
        var practice = Published.Practice("catch-early");
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        await keeper.StartAsync(practice);

        await keeper.PressAsync("Stop here");

        await Expect(keeper.Heading).ToHaveTextAsync("Your journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(1);
        await Expect(keeper.Page.GetByText("Go on, if you like")).ToHaveCountAsync(0);
        await keeper.StartAsync(practice);
        await keeper.AnswerAsync(practice.Prompts[0]);
        await keeper.PressAsync("Stop here");
        await keeper.Page.Locator("main").ExpectSaidAsync([practice.Prompts[0]]);
    }

    [Theory]
    [MemberData(nameof(Practices))]
    public async Task What_was_left_in_the_middle_is_taken_up_in_another_browser(string id)
    {
        var practice = Published.Practice(id);
        var prompts = practice.BeforeAnyPause();
        var words = await Site.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(words);
        await keeper.StartAsync(practice);
        await keeper.AnswerAllAsync(prompts.Take(2));
        await Expect(keeper.Button("Stop here").Or(keeper.Button("Keep")).First).ToBeVisibleAsync();

        var elsewhere = await ArriveAsync(javaScript: false);
        await elsewhere.OpenAsync(words);
        await Expect(elsewhere.Page.Locator(".entries li")).ToHaveCountAsync(1);
        await elsewhere.TakeUpAsync(practice);
        await elsewhere.SoFar().ExpectSaidAsync([.. prompts.Take(2)]);
        await elsewhere.AnswerAsync(prompts[2]);
        await elsewhere.PressAsync("Stop here");

        await elsewhere.Page.Locator("main").ExpectSaidAsync([.. prompts.Take(3)]);
        await elsewhere.FollowAsync("Back to the journal");
        await Expect(elsewhere.Page.GetByText("Go on, if you like")).ToHaveCountAsync(0);
        await Expect(elsewhere.Page.Locator(".entries li")).ToHaveCountAsync(2);
    }

    [Theory]
    [MemberData(nameof(PracticesWithALater))]
    public async Task What_happened_is_added_when_it_is_known(string id)
    {
        var practice = Published.Practice(id);
        var prompts = practice.BeforeAnyPause();
        var later = practice.Prompts.Where(prompt => prompt.Later).ToList();
        var words = await Site.SeedAsync("An earlier day.");
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(words);
        await keeper.StartAsync(practice);
        await keeper.AnswerAllAsync(prompts.SkipLast(1));
        await keeper.AnswerAsync(prompts[^1]);
        await keeper.PressAsync(practice.Prompts.Any(Flow.IsPause) ? "Stop here" : "Keep");
        var entry = keeper.Page.Url.Split('?')[0];

        var elsewhere = await ArriveAsync(javaScript: false);
        await elsewhere.OpenAsync(words);
        await elsewhere.GoAsync(entry);
        await elsewhere.PressAsync("Add what happened");
        await elsewhere.PassSafetyAsync(practice);
        await elsewhere.SoFar().ExpectSaidAsync(prompts);
        await elsewhere.AnswerAllAsync(later.SkipLast(1));
        await elsewhere.AnswerAsync(later[^1]);
        await elsewhere.PressAsync("Keep");

        await elsewhere.Page.Locator("main").ExpectSaidAsync([.. prompts, .. later]);
        await Expect(elsewhere.Button("Add what happened")).ToHaveCountAsync(0);
    }
}
