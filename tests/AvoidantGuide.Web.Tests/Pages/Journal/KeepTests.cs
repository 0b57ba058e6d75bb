using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Write first; a journal comes with "Keep this" and not before.</summary>
public sealed class KeepTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Writing_sets_no_cookie_and_keeping_makes_ten_words()
    {
        var visitor = site.NewVisitor();
        var door = await visitor.GetAsync("/journal");
        var form = await visitor.BeginAsync("blank");
        Assert.All([door, form], page => Assert.False(page.Response.Headers.Contains("Set-Cookie")));

        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "something of mine"));

        Assert.Equal(10, Keeper.Words(words).Split(' ').Length);
        Assert.DoesNotContain(words.Response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-notes", StringComparison.Ordinal));
        Assert.Equal("Notes", words.Document.Title);
    }

    [Fact]
    public async Task The_right_two_words_make_the_journal_and_the_text_is_in_it()
    {
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "rain on the window, and I wanted to go"));

        var kept = await visitor.ConfirmAsync(words);

        Assert.Contains("rain on the window, and I wanted to go", kept.Text, StringComparison.Ordinal);
        Assert.Matches("^/journal/entries/[0-9a-f]{32}", kept.Address);
    }

    [Fact]
    public async Task Wrong_words_keep_nothing_and_lose_nothing()
    {
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "still here"));
        var ask = await visitor.PressAsync(words, "I have them. Go on");

        var again = await visitor.PressAsync(ask, "Keep it", ("first", "wrong"), ("second", "wrong"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(Keeper.Words(words), Keeper.Words(again));
        Assert.Equal("A private journal", (await visitor.GetAsync("/journal")).Heading);
        Assert.Contains("still here", (await visitor.ConfirmAsync(again)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_keep_it_twice_makes_one_journal_with_one_entry()
    {
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "only once"));
        var list = Keeper.Words(words).Split(' ');
        var ask = await visitor.PressAsync(words, "I have them. Go on");
        await visitor.AnswerAsync(ask, list);

        var second = await visitor.AnswerAsync(ask, list);

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Single((await visitor.GetAsync("/journal")).Document.QuerySelectorAll("ul.entries > li"));
    }

    [Fact]
    public async Task Whoever_has_a_journal_already_keeps_the_words_in_that_one()
    {
        var code = await site.NewVisitor().StartJournalAsync();
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "written on another phone"));

        var kept = await visitor.PressAsync(words, "Open", ("code", code));

        Assert.Contains("written on another phone", kept.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await visitor.GetAsync("/journal")).Document.QuerySelectorAll("ul.entries > li").Length);
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("delete")]
    public async Task What_a_browser_sends_again_after_the_journal_was_closed_shows_nothing(string meanwhile)
    {
        const string secret = "for nobody who goes back";
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), secret));
        var list = Keeper.Words(words).Split(' ');
        var ask = await visitor.PressAsync(words, "I have them. Go on");
        await visitor.PressAsync(ask, "Keep it", ("first", "wrong"), ("second", "wrong"));
        await visitor.AnswerAsync(ask, list);
        var home = await visitor.GetAsync("/journal");
        if (meanwhile == "lock") await visitor.PressAsync(home, "Close and lock");
        else await visitor.PressAsync(await visitor.GetAsync("/journal/delete"), "Delete everything", ("word", "delete"));
        var own = await site.NewVisitor().StartJournalAsync();

        Seen[] again =
        [
            await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), secret)),
            await visitor.PressAsync(words, "I have them. Go on"),
            await visitor.PressAsync(ask, "Show the ten words again"),
            await visitor.PressAsync(ask, "Keep it", ("first", "wrong"), ("second", "wrong")),
            await visitor.PressAsync(ask, "Keep it", ("token", "forged")),
            await visitor.AnswerAsync(ask, list),
            await visitor.PressAsync(words, "Open", ("code", own)),
        ];

        Assert.All(again, page => Assert.True(page.Status == HttpStatusCode.Conflict || page.Heading == "A private journal", page.Text));
        Assert.All(again, page => Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal));
        Assert.All(again, page => Assert.DoesNotContain(list[0] + "</li>", page.Html, StringComparison.Ordinal));
        Assert.Equal("A private journal", (await visitor.GetAsync("/journal")).Heading);
    }

    [Fact]
    public async Task A_form_begun_before_the_journal_was_opened_is_kept_once()
    {
        const string secret = "begun before it was open";
        var visitor = site.NewVisitor();
        var code = await site.NewVisitor().StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        await visitor.UnlockAsync(code);
        var again = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), secret));
        var kept = await visitor.PressAsync(again, "Keep");
        Assert.Contains(secret, kept.Text, StringComparison.Ordinal);
        await visitor.PressAsync(kept, "Close and lock");

        var replayed = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), secret));

        Assert.Equal(HttpStatusCode.Conflict, replayed.Status);
        Assert.DoesNotContain(secret, replayed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_this_from_another_site_is_refused()
    {
        var visitor = site.NewVisitor();
        KeyValuePair<string, string>[] fields = [new("step", "keep"), new("practice", "blank"), new("text-here", "planted")];
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync("/journal/write", fields, "cross-site")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync("/journal/write", fields, "same-site")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync("/journal/write", fields, site: null)).Status);
    }

    [Fact]
    public async Task Ten_words_that_waited_more_than_two_hours_are_said_to_be_too_old()
    {
        await using var late = new Site();
        await late.InitializeAsync();
        var visitor = late.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "too slow"));
        late.Clock.Move(TimeSpan.FromHours(2.1));

        var page = await visitor.PressAsync(words, "I have them. Go on");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("two hours", page.Text, StringComparison.Ordinal);
    }
}
