using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>A copy comes back into a journal that knows nothing of it, by the file input alone.</summary>
public sealed class ImportTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Heron = "A heron stood in the rain.";
    private const string Bridge = "We met at the old bridge.";

    [Theory]
    [InlineData(TakenAway.Json)]
    [InlineData(TakenAway.Encrypted)]
    public async Task What_was_taken_away_comes_back_after_its_journal_is_gone(string form)
    {
        var words = await Site.SeedAsync(Heron, Bridge);
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(words);
        using var file = await TakenAway.FromAsync(keeper, form);
        await keeper.GoAsync("/journal/delete");
        await keeper.Page.GetByLabel("Type the word").FillAsync("delete");
        await keeper.PressAsync("Delete everything");
        await keeper.StartJournalAsync("A new beginning.");

        await keeper.GoAsync("/journal/export");
        await keeper.FollowAsync("taken into a journal");
        if (form == TakenAway.Encrypted) await Words(keeper).FillAsync(words);
        await BringAsync(keeper, file);

        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 entries taken in.");
        await keeper.FollowAsync("Back to the journal");
        var entries = keeper.Page.Locator(".entries a");
        await Expect(entries).ToHaveCountAsync(3);
        var read = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            await keeper.GoAsync("/journal");
            await keeper.ClickAsync(entries.Nth(number));
            read.Add(await keeper.Page.Locator(".answers dd").InnerTextAsync());
        }

        Assert.Equal([Heron, "A new beginning.", Bridge], read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Bringing_it_back_twice_adds_nothing_and_changes_nothing()
    {
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync(Heron, Bridge));
        using var file = await TakenAway.FromAsync(keeper, TakenAway.Encrypted);

        await keeper.GoAsync("/journal/import");
        await BringAsync(keeper, file);

        await Expect(keeper.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 were here already, word for word.");
        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_file_that_cannot_be_taken_in_is_named_for_what_it_is_and_nothing_changes()
    {
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.OpenAsync(await Site.SeedAsync(Heron));
        using var whole = await TakenAway.FromAsync(keeper, TakenAway.Encrypted);
        await keeper.LockAsync();
        await keeper.OpenAsync(await Site.SeedAsync(Bridge));
        await keeper.GoAsync("/journal/import");

        using var letter = await TakenAway.HoldingAsync("letter.txt", "Dear heron,");
        await ExpectRefusedAsync(letter, "This is not a file that a journal was taken away in");
        await ExpectRefusedAsync(whole, "These ten words do not open this file.");
        await Words(keeper).FillAsync("heron heron");
        await ExpectRefusedAsync(whole, "That is not ten words from the list.");
        using var json = await TakenAway.FromAsync(keeper, TakenAway.Json);
        var text = await File.ReadAllTextAsync(json.Path, TestContext.Current.CancellationToken);
        using var half = await TakenAway.HoldingAsync("half.json", text[..^20]);
        await keeper.GoAsync("/journal/import");
        await ExpectRefusedAsync(half, "The file stops before its end.");

        await keeper.FollowAsync("Back to the journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(1);

        async Task ExpectRefusedAsync(TakenAway file, string reason)
        {
            await BringAsync(keeper, file, status: 422);
            var alert = keeper.Page.GetByRole(AriaRole.Alert);
            await Expect(alert).ToContainTextAsync(reason);
            await Expect(alert).ToContainTextAsync("Nothing was taken in, and your journal is as it was.");
        }
    }

    private static ILocator Words(Visitor keeper) => keeper.Page.GetByLabel("The ten words it was made with");

    private static async Task BringAsync(Visitor keeper, TakenAway file, int status = 200)
    {
        await keeper.Page.GetByLabel("The file").SetInputFilesAsync(file.Path);
        await keeper.PressAsync("Bring it back", status);
    }
}
