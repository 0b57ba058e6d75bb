using System.Text.RegularExpressions;
using AvoidantGuide.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>A practice on a page of the guide: without a journal, without a script, on a phone.</summary>
public sealed partial class TryingTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Text = "A heron stood in the rain.";
    private const string Fold = "Try it here, without a journal";

    public static TheoryData<string> Gated => [.. Published.Practices.Where(practice => practice.AsksSafety).Select(practice => practice.Id)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_there_is_the_first_entry_of_a_journal(bool javaScript)
    {
        var practice = Published.Practice("review-after");
        var reader = await ArriveAsync(javaScript);
        var sheet = await UnfoldAsync(reader, practice);
        await Expect(sheet.Locator(".asked")).ToBeHiddenAsync();
        await sheet.GetByLabel("No", Exactly).CheckAsync();
        foreach (var prompt in practice.Prompts.Where(prompt => prompt.Needed)) await sheet.Locator($"[name='choice-{prompt.Id}']").First.CheckAsync();
        await sheet.Locator("[name='text-camera']").FillAsync(Text);
        Assert.Empty(await reader.Context.CookiesAsync());

        await reader.ClickAsync(sheet.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keep this" }));
        var words = await reader.ReadTenWordsAsync();
        await reader.PressAsync("I have them. Go on");
        await reader.AnswerAsync(words);
        await reader.PressAsync("Keep it");

        await Expect(reader.Page.Locator(".answers")).ToContainTextAsync(Text);
        await Expect(reader.Page.Locator(".answers")).ToContainTextAsync(practice.Prompts[0].Choices[0].Label);
    }

    [Fact]
    public async Task With_an_open_journal_one_more_press_keeps_it()
    {
        var practice = Published.Practice("catch-early");
        var keeper = await ArriveAsync(javaScript: false);
        await keeper.StartJournalAsync("An earlier day.");
        var sheet = await UnfoldAsync(keeper, practice);
        await sheet.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await sheet.Locator("[name='text-words']").FillAsync(Text);

        await keeper.ClickAsync(sheet.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keep this" }));
        await Expect(keeper.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Your journal is open. Press Keep and these words go into it.");
        await keeper.PressAsync("Keep");

        await Expect(keeper.Page.Locator(".answers")).ToContainTextAsync(Text);
        await keeper.GoAsync("/journal");
        await Expect(keeper.Page.Locator(".entries li")).ToHaveCountAsync(2);
    }

    [Theory]
    [MemberData(nameof(Gated))]
    public async Task Yes_and_not_sure_hide_the_questions_and_show_the_way_out(string practice)
    {
        var reader = await ArriveAsync(javaScript: false);
        var sheet = await UnfoldAsync(reader, Published.Practice(practice));
        await AssertGateAsync(reader, sheet);
    }

    [Fact]
    public async Task Right_now_opens_into_the_pause_behind_the_same_question()
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.GoAsync("/right-now");
        var sheet = reader.Page.Locator("#slow-exit-form");
        await AssertGateAsync(reader, sheet);

        await reader.GoAsync("/right-now");
        await sheet.GetByLabel("No", Exactly).CheckAsync();
        await Expect(sheet.Locator(".wait:visible")).ToHaveCountAsync(0);
        await sheet.Locator("[value=ten-minutes]").CheckAsync();
        await Expect(sheet.Locator(".wait:visible")).ToHaveTextAsync("Look at a clock.", new LocatorAssertionsToHaveTextOptions { UseInnerText = true });
        await Expect(sheet.GetByText("never for leaving a room")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_things_may_move_a_line_fills_in_the_time_that_was_chosen()
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        await reader.GoAsync("/right-now");
        var sheet = reader.Page.Locator("#slow-exit-form");
        await sheet.GetByLabel("No", Exactly).CheckAsync();
        await sheet.Locator("[value=twenty-minutes]").CheckAsync();

        await Expect(sheet.GetByText("The line is full after 20 minutes.")).ToBeVisibleAsync();
        Assert.Equal(["1200s"], await sheet.Locator(".wait-line:visible").EvaluateAllAsync<string[]>("lines => lines.map(line => getComputedStyle(line, '::before').animationDuration)"));
    }

    [Fact]
    public async Task A_sheet_on_paper_has_the_questions_and_no_button_though_it_is_folded_on_the_screen()
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.GoAsync("/what-helps");
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        foreach (var practice in Published.Practices.Where(practice => practice.Order < 6))
        {
            var sheet = reader.Page.Locator($"#{practice.Id}");
            foreach (var prompt in practice.Prompts) await Expect(sheet.GetByText(prompt.Title.TrimEnd('…')).First).ToBeVisibleAsync();
            await Expect(sheet.Locator("button:visible, summary:visible")).ToHaveCountAsync(0);
        }

        var room = await reader.Page.Locator(".try textarea").EvaluateAllAsync<float[]>("fields => fields.map(field => field.getBoundingClientRect().height)");
        Assert.All(room, height => Assert.InRange(height, 100, 300));
        var folded = PdfPages(await reader.Page.PdfAsync());
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await reader.Page.Locator("#review-after summary").ClickAsync();
        await reader.Page.Locator("#review-after [value=yes]").CheckAsync();
        Assert.True(PdfPages(await reader.Page.PdfAsync()) < folded, "What yes hides on the screen is on no paper.");
    }

    [Fact]
    public async Task A_choice_that_tells_of_harm_brings_help_at_once_and_beside_the_ten_words_and_none_of_it_is_printed()
    {
        var practice = Published.Practice("safe-relationships");
        var reader = await ArriveAsync(javaScript: false);
        var sheet = await UnfoldAsync(reader, practice);
        await sheet.GetByLabel("No", Exactly).CheckAsync();
        var help = sheet.GetByText("You can stop here.");
        await Expect(help).ToBeHiddenAsync();
        var harm = practice.Prompts.SelectMany(prompt => prompt.Choices).Single(choice => choice.LeadsToHelp);
        await sheet.Locator($"[value='{harm.Id}']").CheckAsync();
        await Expect(help.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(help).ToBeHiddenAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        await sheet.Locator($"[name='text-{practice.Prompts[0].Id}']").FillAsync("K");
        await reader.ClickAsync(sheet.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keep this" }));
        var words = await reader.ReadTenWordsAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "That should not follow" })).ToBeVisibleAsync();

        // Whoever finds the sheet must not learn of it from there.
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(words.Split(' '), (await reader.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        PaperTests.AssertGivesNothingAway(await reader.Page.PdfAsync());
    }

    private static int PdfPages(byte[] pdf) => PageObject().Count(System.Text.Encoding.Latin1.GetString(pdf));

    private static async Task AssertGateAsync(Visitor reader, ILocator sheet)
    {
        var asked = sheet.Locator(".asked");
        var leave = sheet.GetByText("If you need to leave, go.");
        await Expect(asked).ToBeHiddenAsync();
        await Expect(leave).ToBeHiddenAsync();
        foreach (var answer in new[] { "Yes", "No", "I'm not sure" })
        {
            await sheet.GetByLabel(answer, Exactly).CheckAsync();
            if (answer == "No")
            {
                await Expect(asked).ToBeVisibleAsync();
                await Expect(leave).ToBeHiddenAsync();
                continue;
            }

            await Expect(asked).ToBeHiddenAsync();
            await Expect(leave).ToBeVisibleAsync();
            await Expect(sheet.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Get help, by country" })).ToBeVisibleAsync();
        }

        await reader.ClickAsync(sheet.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = Keeper.BlankPage }));
        await Expect(reader.Paper()).ToBeVisibleAsync();
    }

    private static async Task<ILocator> UnfoldAsync(Visitor reader, Practice practice)
    {
        await reader.GoAsync("/what-helps");
        var sheet = reader.Page.Locator($"#{practice.Id}");
        await sheet.GetByText(Fold).ClickAsync();
        return sheet;
    }

    private static LocatorGetByLabelOptions Exactly => new() { Exact = true };

    [GeneratedRegex("/Type\\s*/Page\\b(?!s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PageObject();
}
