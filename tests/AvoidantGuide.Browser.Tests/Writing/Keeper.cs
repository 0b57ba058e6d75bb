using System.Globalization;
using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>The steps a journal keeper takes, each ending on the page that comes after it.</summary>
internal static class Keeper
{
    private static readonly Practice _blank = Published.Practice("blank");

    public static string BlankPage => _blank.Title;

    /// <summary>The place to write in on the blank page.</summary>
    public static ILocator Paper(this Visitor keeper) => keeper.Page.GetByLabel(_blank.Prompts[0].Title);

    /// <summary>To the blank page, or to another practice's first page.</summary>
    public static async Task BeginAsync(this Visitor keeper, string? practice = null)
    {
        await keeper.GoAsync("/journal/write");
        await keeper.PressAsync(practice ?? BlankPage);
        await Expect(keeper.Heading).ToHaveTextAsync(practice ?? BlankPage);
    }

    /// <summary>To the first step of a practice in the open journal, past the safety question.</summary>
    public static async Task BeginSafelyAsync(this Visitor keeper, string practice)
    {
        await keeper.GoAsync("/journal/write");
        await keeper.PressAsync(Published.Practice(practice).Title);
        await keeper.ChooseAsync("No");
        await keeper.PressAsync("Go on");
    }

    /// <summary>The radio button or box of this name.</summary>
    public static Task ChooseAsync(this Visitor keeper, string label) =>
        keeper.Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.CheckAsync();

    /// <summary>Writes on the blank page and goes all the way to a journal of one's own; answers with its ten words.</summary>
    public static async Task<string> StartJournalAsync(this Visitor keeper, string text)
    {
        await keeper.BeginAsync();
        await keeper.Paper().FillAsync(text);
        await keeper.PressAsync("Keep this");
        var words = await keeper.ReadTenWordsAsync();
        await keeper.PressAsync("I have them. Go on");
        await keeper.AnswerAsync(words);
        await keeper.PressAsync("Keep it");
        await Expect(keeper.Page.GetByText("Kept. Your journal exists now")).ToBeVisibleAsync();
        return words;
    }

    /// <summary>Keeps another entry on the blank page of the open journal.</summary>
    public static async Task KeepAsync(this Visitor keeper, string text)
    {
        await keeper.BeginAsync();
        await keeper.Paper().FillAsync(text);
        await keeper.PressAsync("Keep");
        await Expect(keeper.Page.GetByText("Kept.")).ToBeVisibleAsync();
    }

    public static async Task<string> ReadTenWordsAsync(this Visitor keeper)
    {
        var words = await keeper.Page.Locator("ol.words li").AllInnerTextsAsync();
        Assert.Equal(10, words.Count);
        return string.Join(' ', words);
    }

    /// <summary>Types the two words that are asked back.</summary>
    public static async Task AnswerAsync(this Visitor keeper, string words)
    {
        foreach (var label in await keeper.Page.GetByText("Word number").AllInnerTextsAsync())
            await keeper.Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).FillAsync(Asked(label, words));
    }

    /// <summary>The word that a label such as "Word number 4" asks for.</summary>
    public static string Asked(string label, string words) => words.Split(' ')[int.Parse(label.Split(' ')[^1], CultureInfo.InvariantCulture) - 1];

    public static async Task LockAsync(this Visitor keeper)
    {
        await keeper.PressAsync("Close and lock");
        await Expect(keeper.Heading).ToHaveTextAsync("A private journal");
    }

    /// <summary>To the journal's first page with the ten words.</summary>
    public static async Task OpenAsync(this Visitor keeper, string words)
    {
        await keeper.GoAsync("/journal");
        await keeper.TypeWordsAsync(words);
        await Expect(keeper.Heading).ToHaveTextAsync("Your journal");
    }

    public static async Task TypeWordsAsync(this Visitor keeper, string words, int status = 200)
    {
        await keeper.Page.GetByLabel("Your ten words").FillAsync(words);
        await keeper.PressAsync("Open", status);
    }
}
