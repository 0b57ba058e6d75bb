using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>One answer for every prompt: how it is given, how it stands in its field, and how it is read afterwards.</summary>
internal static class Answering
{
    private const string Rating = "3";
    private const string Moment = "2026-11-20T18:30";

    public static string Said(this Prompt prompt) => prompt.Kind switch
    {
        PromptKind.OneOf or PromptKind.AnyOf => prompt.Choices[0].Label,
        PromptKind.Scale => $"{Rating} of 10",
        PromptKind.When => "20 November 2026, 18:30",
        PromptKind.Person => "K",
        _ => $"My words for {prompt.Id}.",
    };

    public static Task AnswerAsync(this Visitor keeper, Prompt prompt) => prompt.Kind switch
    {
        PromptKind.OneOf or PromptKind.AnyOf or PromptKind.Scale => keeper.Choice(prompt).CheckAsync(),
        PromptKind.When => keeper.Field(prompt).FillAsync(Moment),
        _ => keeper.Field(prompt).FillAsync(prompt.Said()),
    };

    /// <summary>Where it was answered, the answer still stands.</summary>
    public static Task ExpectAnswerAsync(this Visitor keeper, Prompt prompt) => prompt.Kind switch
    {
        PromptKind.OneOf or PromptKind.AnyOf or PromptKind.Scale => Expect(keeper.Choice(prompt)).ToBeCheckedAsync(),
        PromptKind.When => Expect(keeper.Field(prompt)).ToHaveValueAsync(Moment),
        _ => Expect(keeper.Field(prompt)).ToHaveValueAsync(prompt.Said()),
    };

    /// <summary>These answers are read there, each below its question, and no others.</summary>
    public static async Task ExpectSaidAsync(this ILocator place, IReadOnlyList<Prompt> prompts)
    {
        var questions = place.Locator(".answers dt");
        if (prompts.Count == 0) await Expect(questions).ToHaveCountAsync(0);
        else await Expect(questions).ToHaveTextAsync(prompts.Select(prompt => prompt.Title));
        for (var number = 0; number < prompts.Count; number++)
        {
            var answer = place.Locator(".answers dd").Nth(number);
            if (prompts[number].Kind == PromptKind.Sealed)
            {
                await Expect(answer.GetByText(prompts[number].Said())).ToBeHiddenAsync();
                await answer.GetByText("Open what was set aside").ClickAsync();
            }

            await Expect(answer.GetByText(prompts[number].Said(), new LocatorGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        }
    }

    private static ILocator Choice(this Visitor keeper, Prompt prompt) => keeper.Place(prompt)
        .GetByLabel(prompt.Kind == PromptKind.Scale ? Rating : prompt.Said(), new LocatorGetByLabelOptions { Exact = true });

    private static ILocator Field(this Visitor keeper, Prompt prompt) => keeper.Place(prompt).Locator($"#text-{prompt.Id}");

    private static ILocator Place(this Visitor keeper, Prompt prompt) => keeper.Page.Locator($"#prompt-{prompt.Id}");
}
