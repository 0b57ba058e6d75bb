using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>The pages around the entries, without a pointer.</summary>
public sealed class KeyboardJournalTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task An_entry_is_found_by_keyboard_alone()
    {
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync("A heron stood in the rain.", "We met at the old bridge."));
        await keeper.EnterAsync(keeper.Link("Find an entry"));
        await keeper.TypeAsync(keeper.Page.GetByLabel("Words in it"), "bridge");
        await keeper.LoadAsync(() => keeper.Page.Keyboard.PressAsync("Enter"));

        await Expect(keeper.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "One entry" })).ToBeVisibleAsync();
        await keeper.EnterAsync(keeper.Page.Locator(".entries a"));
        await Expect(keeper.Page.GetByText("We met at the old bridge.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Settings_are_changed_by_keyboard_alone()
    {
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync("An earlier day."));
        await keeper.EnterAsync(keeper.Link("Settings"));
        var times = keeper.Page.GetByRole(AriaRole.Radio);
        await keeper.PressAtAsync(times.First, "ArrowDown");
        await keeper.TypeAsync(keeper.Page.GetByLabel("Your time zone"), "Europe/Paris");
        await keeper.PressAtAsync(keeper.Page.GetByLabel("Let the browser check my spelling"), "Space");
        await keeper.EnterAsync(keeper.Button("Keep"));

        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Kept.");
        await keeper.GoAsync("/journal/settings");
        await Expect(times.Nth(1)).ToBeCheckedAsync();
        await Expect(keeper.Page.GetByLabel("Your time zone")).ToHaveValueAsync("Europe/Paris");
        await Expect(keeper.Page.GetByLabel("Let the browser check my spelling")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_came_around_one_sign_is_looked_at_by_keyboard_alone()
    {
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedManyAsync(15));
        await keeper.EnterAsync(keeper.Link("What I’ve noticed"));
        await keeper.TabToAsync(keeper.Page.GetByLabel("Which sign?"));
        await keeper.EnterAsync(keeper.Button("Show what came before and after"));

        var table = keeper.Page.GetByRole(AriaRole.Table).Filter(new LocatorFilterOptions { HasText = "Before" });
        await keeper.EnterAsync(table.GetByRole(AriaRole.Link).First);
        await Expect(keeper.Page.Locator(".answers")).ToContainTextAsync("Words of day");
    }

    [Fact]
    public async Task A_copy_is_taken_away_and_brought_back_by_keyboard_alone()
    {
        var words = await Site.SeedAsync("A heron stood in the rain.");
        var before = await ArriveAsync(javaScript: false);
        await before.OpenAsync(words);
        await before.EnterAsync(before.Link("Take a copy away"));
        await before.TabToAsync(before.Button(TakenAway.Encrypted));
        using var file = await TakenAway.ByAsync(before, () => before.Page.Keyboard.PressAsync("Enter"));

        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(words);
        await keeper.GoAsync("/journal/import");
        // The browser is told to hand over its file dialog on the way to the field: told only with the key itself, it may be told too late.
        var chooser = await keeper.Page.RunAndWaitForFileChooserAsync(async () =>
        {
            await keeper.TabToAsync(keeper.Page.GetByLabel("The file"));
            await keeper.Page.Keyboard.PressAsync("Space");
        });
        await chooser.SetFilesAsync(file.Path);
        await keeper.EnterAsync(keeper.Button("Bring it back"));
        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 was here already, word for word.");
    }

    [Fact]
    public async Task The_encrypted_file_is_opened_searched_and_closed_by_keyboard_alone()
    {
        var words = await Site.SeedAsync("A heron stood in the rain.");
        var keeper = await ArriveAsync();
        await keeper.OpenAsync(words);
        using var file = await TakenAway.FromAsync(keeper, TakenAway.Encrypted);
        var reader = await OpenFileAsync(file.Path);

        await reader.TypeAsync(reader.Page.GetByLabel("Ten words"), words);
        await reader.PressAtAsync(reader.Button("Open"), "Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Status)).ToBeFocusedAsync();
        await reader.TypeAsync(reader.Page.GetByLabel("Show only entries with"), "bridge");
        await Expect(reader.Page.Locator("article")).ToBeHiddenAsync();
        await reader.EnterAsync(reader.Button("Close"));
        await Expect(reader.Page.GetByLabel("Ten words")).ToBeVisibleAsync();
    }
}
