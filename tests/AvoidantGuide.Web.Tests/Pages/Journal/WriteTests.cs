using System.Net;
using AngleSharp.Dom;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Writing and changing entries in an open journal, and never losing a word.</summary>
public sealed class WriteTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_entry_is_kept_read_changed_and_deleted()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("first");
        var kept = await visitor.KeepAsync("second");
        Assert.Contains("second", kept.Text, StringComparison.Ordinal);

        var edit = await visitor.GetAsync(kept.Document.QuerySelectorAll("a").First(link => link.TextContent == "Change").GetAttribute("href")!);
        Assert.Equal("second", Keeper.Written(edit));
        var changed = await visitor.PressAsync(edit, "Keep", (Keeper.Field(edit), "second, put better"));
        Assert.Contains("second, put better", changed.Text, StringComparison.Ordinal);

        var delete = await visitor.GetAsync(changed.Document.QuerySelectorAll("a").First(link => link.TextContent == "Delete this entry").GetAttribute("href")!);
        var list = await visitor.PressAsync(delete, "Delete it");
        Assert.Contains("The entry is deleted", list.Text, StringComparison.Ordinal);
        Assert.Single(list.Document.QuerySelectorAll("ul.entries > li"));
    }

    [Fact]
    public async Task Words_with_markup_and_every_script_come_back_as_they_were()
    {
        const string words = "<script>alert(1)</script> & \"quotes\" 'two'\n\nönä, 思い出, קול, 🙂 {{x}} \\ %41 @Model";
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();

        var kept = await visitor.KeepAsync(words);

        Assert.Contains(words, kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", kept.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_never_overwrite_each_other()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var kept = await visitor.KeepAsync("as it was");
        var edit = kept.Address.Split('?')[0] + "/edit";
        var (one, two) = (await visitor.GetAsync(edit), await visitor.GetAsync(edit));
        await visitor.PressAsync(one, "Keep", (Keeper.Field(one), "from the first tab"));

        var both = await visitor.PressAsync(two, "Keep", (Keeper.Field(two), "from the second tab"));

        Assert.Contains("from the first tab", both.Document.QuerySelector("section.kept")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("from the second tab", Keeper.Written(both));
        var merged = await visitor.PressAsync(both, "Keep", (Keeper.Field(both), "from both tabs"));
        Assert.Contains("from both tabs", merged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_an_entry_that_was_deleted_meanwhile_becomes_a_new_one()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var kept = await visitor.KeepAsync("soon gone");
        var entry = kept.Address.Split('?')[0];
        var edit = await visitor.GetAsync(entry + "/edit");
        await visitor.PressAsync(await visitor.GetAsync(entry + "/delete"), "Delete it");

        var still = await visitor.PressAsync(edit, "Keep", (Keeper.Field(edit), "but not lost"));
        Assert.Equal("but not lost", Keeper.Written(still));

        Assert.Contains("but not lost", (await visitor.PressAsync(still, "Keep")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_again_after_its_entry_was_deleted_brings_nothing_back()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        var kept = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "gone for good"));
        await visitor.PressAsync(await visitor.GetAsync(kept.Address.Split('?')[0] + "/delete"), "Delete it");

        var replayed = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "gone for good"));

        Assert.Equal(HttpStatusCode.NotFound, replayed.Status);
        Assert.Single((await visitor.GetAsync("/journal")).Document.QuerySelectorAll("ul.entries > li"));
    }

    [Fact]
    public async Task A_page_made_for_one_journal_does_nothing_to_another()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        string[] addresses = ["/journal/delete", "/journal/settings", "/journal/export", "/journal/words"];
        string[] buttons = ["Delete everything", "Keep", "A text to read", "Make ten new words"];
        var pages = new List<Seen>();
        foreach (var address in addresses) pages.Add(await visitor.GetAsync(address));
        await visitor.PressAsync(pages[0], "Close and lock");
        await visitor.StartJournalAsync("the other journal");

        foreach (var (page, button) in pages.Zip(buttons))
            Assert.Equal(HttpStatusCode.Conflict, (await visitor.PressAsync(page, button, ("word", "delete"))).Status);

        Assert.Equal("Your journal", (await visitor.GetAsync("/journal")).Heading);
    }

    [Fact]
    public async Task A_double_submit_makes_one_entry()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.PressAsync(form, "Keep", (Keeper.Field(form), "pressed in a hurry"))));

        Assert.All(answers, answer => Assert.Contains("pressed in a hurry", answer.Text, StringComparison.Ordinal));
        Assert.Equal(2, (await visitor.GetAsync("/journal")).Document.QuerySelectorAll("ul.entries > li").Length);
    }

    [Fact]
    public async Task A_missing_token_is_refused_with_the_words_still_there()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");

        var refused = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "do not lose this"), ("token", "forged"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("do not lose this", Keeper.Written(refused));
        Assert.Contains("do not lose this", (await visitor.PressAsync(refused, "Keep")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_practice_is_named_and_the_words_are_shown()
    {
        var page = await site.NewVisitor().PostAsync("/journal/write", [new("step", "keep"), new("practice", "no-such"), new("text-line", "keep me")]);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("keep me", page.Text, StringComparison.Ordinal);
        Assert.Contains("That practice is not here", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_001)]
    [InlineData(300_000)]
    public async Task A_text_that_is_too_long_comes_back_whole(int length)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        var words = new string('w', length);

        var refused = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), words));

        Assert.Contains("20,000", refused.Text, StringComparison.Ordinal);
        Assert.Equal(words, Keeper.Written(refused));
    }

    [Fact]
    public async Task An_entry_with_the_journals_own_words_is_refused_with_the_reason()
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var refused = await visitor.KeepAsync($"so I don't forget: {code}");
        Assert.Contains("ten words stand in this text", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_needed_and_missing_is_said_at_its_place()
    {
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("catch-early");

        var again = await visitor.PressAsync(form, "Keep this", ("happened", "yesterday"));

        var invalid = again.Document.QuerySelectorAll("[aria-invalid='true'], fieldset[aria-describedby]");
        Assert.NotEmpty(invalid);
        Assert.Contains("Write it as 2026-11-22 18:30", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(again.Document.QuerySelectorAll("ol.words"), _ => true);
    }

    [Fact]
    public async Task Every_page_of_an_open_journal_needs_it_open()
    {
        var visitor = site.NewVisitor();
        foreach (var path in new[] { "/journal/entries", $"/journal/entries/{Guid.NewGuid():N}", $"/journal/entries/{Guid.NewGuid():N}/edit", "/journal/export", "/journal/delete", "/journal/settings" })
            Assert.Equal("A private journal", (await visitor.GetAsync(path)).Heading);
    }

    [Fact]
    public async Task One_journal_never_shows_another_ones_entry()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("mine alone");
        var entry = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        var other = site.NewVisitor();
        await other.StartJournalAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(entry)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(entry + "/delete")).Status);
        Assert.Contains("mine alone", (await visitor.GetAsync(entry)).Text, StringComparison.Ordinal);
    }
}
