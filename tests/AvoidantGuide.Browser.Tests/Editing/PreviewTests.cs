using AvoidantGuide.Browser.Tests.Accessibility;
using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Editing;

/// <summary>An editor with the page open in a browser, in Development, and the file open beside it.</summary>
public sealed class PreviewTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task A_saved_file_shows_by_itself_and_a_mistake_stands_over_the_last_good_text()
    {
        using var content = new EditedContent();
        var own = await EditorsSiteAsync(content.Folder);
        var editor = await ArriveAsync(at: own);
        await editor.GoAsync("/the-switch");
        var page = editor.Page;

        content.Change("guide/the-switch.md", "Nobody raised their voice", "Nobody said a word");
        await Assertions.Expect(page.GetByText("Nobody said a word")).ToBeVisibleAsync();

        content.Change("guide/the-switch.md", ":::quote", ":::qoute");
        var over = page.GetByRole(AriaRole.Complementary, new() { Name = "For the editor" });
        await Assertions.Expect(over.GetByText("Unknown block \"qoute\"")).ToBeVisibleAsync();
        await Assertions.Expect(over.GetByText("guide/the-switch.md, line")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Nobody said a word")).ToBeAttachedAsync();

        content.Change("guide/the-switch.md", ":::qoute", ":::quote");
        await Assertions.Expect(over.GetByText("Unknown block")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_editors_see_everyone_can_use()
    {
        using var content = new EditedContent();
        content.Change("guide/about.md", "next: 2027-", "next: 2026-11-22 } #");
        content.Change("guide/about.md", "on: 2026-11-2", "on: 2026-11-1");
        var editor = await ArriveAsync(at: await EditorsSiteAsync(content.Folder));
        content.Change("guide/the-switch.md", ":::quote", ":::qoute");
        await editor.GoAsync("/preview");
        await Assertions.Expect(editor.Page.Locator(".editor").GetByText("AG201")).ToBeVisibleAsync();
        var appearance = new Appearance(editor);

        await appearance.LookAsync("/preview");

        appearance.AssertNothingWrong();
    }
}
