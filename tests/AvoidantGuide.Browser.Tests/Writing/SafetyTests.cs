using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>The question before every practice that asks someone to stay, wait or open up.</summary>
public sealed class SafetyTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Yes_and_not_sure_lead_to_help_and_a_blank_page(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        foreach (var practice in Published.Practices.Where(practice => practice.AsksSafety))
            foreach (var answer in new[] { "Yes", "I'm not sure" })
            {
                await keeper.BeginAsync(practice.Title);
                await Expect(keeper.Page.Locator("textarea")).ToHaveCountAsync(0);
                await AnswerAsync(keeper, answer);

                await Expect(keeper.Heading).ToHaveTextAsync("If you are not safe");
                await Expect(keeper.Page.GetByText("if you need to leave, go", new PageGetByTextOptions { Exact = false })).ToBeVisibleAsync();
                await Expect(keeper.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Get help" })).ToBeVisibleAsync();
                await keeper.PressAsync(Keeper.BlankPage);
                await Expect(keeper.Paper()).ToBeVisibleAsync();
            }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_leads_on_and_no_answer_is_asked_for_again(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        foreach (var practice in Published.Practices.Where(practice => practice.AsksSafety))
        {
            await keeper.BeginAsync(practice.Title);
            await keeper.PressAsync("Go on");
            await Expect(keeper.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Choose one of the three.");

            await AnswerAsync(keeper, "No");
            await Expect(keeper.Heading).ToHaveTextAsync(practice.Title);
            await Expect(keeper.Button("Keep this")).ToBeVisibleAsync();
        }
    }

    private static async Task AnswerAsync(Visitor keeper, string answer)
    {
        await keeper.Page.GetByLabel(answer, new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await keeper.PressAsync("Go on");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_that_was_passed_by_is_where_one_is_then(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        await reader.GoAsync("/journal/write");
        await reader.PressAsync(Published.Practice("slow-exit").Title);

        await reader.PressAsync("Go on");

        await Expect(reader.Page.Locator("#safety-error")).ToBeFocusedAsync();
    }
}
