using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>A practice on its way through an open journal.</summary>
internal static class Flow
{
    /// <summary>Those that are gone through in steps; of the others, one has no questions and one has a form on the journal's first page.</summary>
    public static IEnumerable<Practice> All => Published.Practices.Where(practice => practice.Id is not ("blank" or "capture"));

    public static TheoryData<string> Ids => [.. All.Select(practice => practice.Id)];

    /// <summary>Those that ask for something which can only be told afterwards.</summary>
    public static TheoryData<string> IdsWithALater => [.. All.Where(practice => practice.Prompts.Any(prompt => prompt.Later)).Select(practice => practice.Id)];

    /// <summary>What is asked in one go: the pause of a practice leads on to what comes after it, elsewhere that waits.</summary>
    public static IReadOnlyList<Prompt> FirstPart(this Practice practice) => practice.Prompts.Any(IsPause) ? practice.Prompts : [.. practice.Prompts.Where(prompt => !prompt.Later)];

    /// <summary>What is asked before any pause, with nothing told afterwards.</summary>
    public static IReadOnlyList<Prompt> BeforeAnyPause(this Practice practice) => [.. practice.Prompts.TakeWhile(prompt => !prompt.Later && !IsPause(prompt))];

    public static bool IsPause(this Prompt prompt) => prompt.Kind == PromptKind.Pause;

    public static ILocator SoFar(this Visitor keeper) => keeper.Page.Locator(".so-far");

    /// <summary>From the journal's first page to a practice's first step.</summary>
    public static async Task StartAsync(this Visitor keeper, Practice practice)
    {
        await keeper.GoAsync("/journal");
        await keeper.PressAsync(practice.Title);
        await keeper.PassSafetyAsync(practice);
    }

    /// <summary>From the journal's first page to where the practice was left.</summary>
    public static async Task TakeUpAsync(this Visitor keeper, Practice practice)
    {
        await Expect(keeper.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Go on, if you like" })).ToBeVisibleAsync();
        await keeper.ClickAsync(keeper.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"{practice.Title}, " }));
        await keeper.PassSafetyAsync(practice);
    }

    public static async Task PassSafetyAsync(this Visitor keeper, Practice practice)
    {
        await Expect(keeper.Heading).ToHaveTextAsync(practice.Title);
        if (!practice.AsksSafety) return;
        await keeper.ChooseAsync("No");
        await keeper.PressAsync("Go on");
    }

    /// <summary>Answers these steps and goes on after each.</summary>
    public static async Task AnswerAllAsync(this Visitor keeper, IEnumerable<Prompt> prompts)
    {
        foreach (var prompt in prompts)
        {
            await keeper.AnswerAsync(prompt);
            await keeper.PressAsync("Go on");
        }
    }
}
