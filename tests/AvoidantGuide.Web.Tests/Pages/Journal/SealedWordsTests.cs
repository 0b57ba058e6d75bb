using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Words whose session ended while someone wrote: sealed until the journal is opened, kept then, and only there.</summary>
public sealed class SealedWordsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Words_whose_session_ended_come_back_after_unlocking_and_cannot_be_read_before()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var visitor = own.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        own.Clock.Move(TimeSpan.FromMinutes(25));

        var locked = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "in the middle of a sentence"));
        Assert.Contains("Your words are safe", locked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("middle of a sentence", locked.Html, StringComparison.Ordinal);

        var wrong = await visitor.PressAsync(locked, "Open", ("code", "not the words"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);

        var opened = await visitor.PressAsync(wrong, "Open", ("code", code));
        Assert.Contains("in the middle of a sentence", opened.Text, StringComparison.Ordinal);
        Assert.Matches("^/journal/entries/[0-9a-f]{32}", opened.Address); // Not the answer to the post with the ten words: a browser could send that again.
        Assert.Equal(2, (await visitor.GetAsync("/journal")).Document.QuerySelectorAll("ul.entries > li").Length);
    }

    [Fact]
    public async Task Words_whose_session_ended_are_kept_though_an_answer_is_missing()
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("catch-early");
        await visitor.PressAsync(form, "Close and lock");

        var opened = await visitor.PressAsync(await visitor.PressAsync(form, "Go on", ("text-noticed", "half of it")), "Open", ("code", code));

        Assert.Contains("half of it", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_session_ended_stands_beside_what_was_kept_meanwhile()
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var kept = await visitor.KeepAsync("as it was");
        var edit = await visitor.GetAsync(kept.Address.Split('?')[0] + "/edit");
        var elsewhere = site.NewVisitor();
        await elsewhere.UnlockAsync(code);
        var other = await elsewhere.GetAsync(kept.Address.Split('?')[0] + "/edit");
        await elsewhere.PressAsync(other, "Keep", (Keeper.Field(other), "changed elsewhere"));
        await visitor.PressAsync(edit, "Close and lock");

        var sealedForm = await visitor.PressAsync(edit, "Keep", (Keeper.Field(edit), "changed here"));
        var opened = await visitor.PressAsync(sealedForm, "Open", ("code", code));

        Assert.Contains("changed here", opened.Text, StringComparison.Ordinal);
        await visitor.PressAsync(sealedForm, "Open", ("code", code));
        var list = await visitor.GetAsync("/journal");
        var beside = await visitor.GetAsync(opened.Address.Split('?')[0] + "/delete");
        Assert.Contains("The entry is deleted", (await visitor.PressAsync(beside, "Delete it")).Text, StringComparison.Ordinal);
        Assert.Equal(3, list.Document.QuerySelectorAll("ul.entries > li").Length);
        Assert.Contains("changed elsewhere", (await visitor.GetAsync(kept.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_for_a_journal_that_was_deleted_meanwhile_went_with_it_and_the_page_says_so()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        await visitor.PressAsync(await visitor.GetAsync("/journal/delete"), "Delete everything", ("word", "delete"));

        var gone = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "too late"));

        Assert.Equal(HttpStatusCode.Conflict, gone.Status);
        Assert.Contains("has been deleted meanwhile", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("too late", gone.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_too_many_to_wait_sealed_are_given_back_at_once()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        await visitor.PressAsync(form, "Close and lock");
        var words = new string('w', 800_000);

        var back = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), words));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, back.Status);
        Assert.Contains(words, back.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sealed_words_open_only_in_the_journal_they_belong_to()
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        await visitor.PressAsync(form, "Close and lock");
        var locked = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "for my own journal only"));
        var stranger = site.NewVisitor();
        var strangersCode = await stranger.StartJournalAsync();

        var refused = await stranger.PressAsync(locked, "Open", ("code", strangersCode));
        Assert.DoesNotContain("for my own journal only", refused.Html, StringComparison.Ordinal);
        Assert.Contains("another journal", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-notes", string.Join(' ', refused.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []), StringComparison.Ordinal);

        Assert.Contains("for my own journal only", (await visitor.PressAsync(refused, "Open", ("code", code))).Text, StringComparison.Ordinal);
    }
}
