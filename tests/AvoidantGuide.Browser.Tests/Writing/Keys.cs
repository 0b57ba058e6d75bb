using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Someone who uses no pointer.</summary>
internal static class Keys
{
    private const int MostStops = 100;

    public static async Task TabToAsync(this Visitor keeper, ILocator target)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await keeper.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} is not reached by {MostStops} stops of the Tab key.");
    }

    /// <summary>Goes to a control that leads on, and waits for the page it leads to.</summary>
    public static async Task EnterAsync(this Visitor keeper, ILocator target)
    {
        await keeper.TabToAsync(target);
        await keeper.LoadAsync(() => keeper.Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Goes to a field and types into it.</summary>
    public static async Task TypeAsync(this Visitor keeper, ILocator field, string text)
    {
        await keeper.TabToAsync(field);
        await keeper.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a box, button or the like and presses one key there, several times if need be.</summary>
    public static async Task PressAtAsync(this Visitor keeper, ILocator target, string key, int times = 1)
    {
        await keeper.TabToAsync(target);
        for (var time = 0; time < times; time++) await keeper.Page.Keyboard.PressAsync(key);
    }
}
