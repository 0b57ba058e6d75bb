namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>The pause: timed by the server, whatever happens to the page.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private Visitor _visitor = null!;
    private string _code = "";

    [Fact]
    public async Task It_lasts_as_long_as_was_chosen_and_then_leads_on()
    {
        var pause = await PauseAsync("ten-minutes");
        Assert.Contains("Until 22 November 2026, 09:10", pause.Text, StringComparison.Ordinal);
        Assert.NotNull(pause.Document.QuerySelector("[data-left]"));

        _site.Clock.Move(TimeSpan.FromMinutes(10));
        var over = await _visitor.GetAsync(pause.Address);

        Assert.Contains("The pause is over", over.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await _visitor.PressAsync(over, "Go on")).Document.QuerySelectorAll("[name='rating-pull-now']"));
    }

    [Fact]
    public async Task Open_now_always_works()
    {
        var pause = await PauseAsync("until-tomorrow");
        Assert.Contains("Until 23 November 2026, 09:00", pause.Text, StringComparison.Ordinal);

        var after = await _visitor.PressAsync(pause, "Open now");

        Assert.NotEmpty(after.Document.QuerySelectorAll("[name='rating-pull-now']"));
        Assert.NotNull(after.Document.QuerySelector(".so-far details"));
        Assert.DoesNotContain("open", after.Document.QuerySelector(".so-far details")!.Attributes.Select(attribute => attribute.Name));
    }

    [Fact]
    public async Task A_closed_page_changes_nothing_and_the_question_is_asked_again_on_the_way_back()
    {
        var pause = await PauseAsync("ten-minutes");
        await _visitor.PressAsync(pause, "Close and lock");
        _site.Clock.Move(TimeSpan.FromMinutes(5));

        var home = await _visitor.UnlockAsync(_code);
        var question = await _visitor.PressAsync(home, home.Document.QuerySelectorAll("button").First(button => button.TextContent.StartsWith("Take a pause, ", StringComparison.Ordinal)).TextContent.Trim());
        Assert.NotEmpty(question.Document.QuerySelectorAll("input[name=safety]"));
        var still = await _visitor.SafeAsync(question);

        Assert.Contains("Until 22 November 2026, 09:10", still.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_down_it_goes_on_and_is_found_again_with_its_end()
    {
        var pause = await PauseAsync("twenty-minutes");

        var home = await _visitor.PressAsync(pause, "Stop here");

        Assert.Equal("/journal", home.Address);
        var button = home.Document.QuerySelectorAll("button").Single(found => found.TextContent.Contains("Take a pause, until 22 November 2026", StringComparison.Ordinal));
        Assert.Contains("Open now", (await _visitor.SafeAsync(await _visitor.PressAsync(home, button.TextContent.Trim()))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_length_chosen_on_the_way_back_is_the_one_that_counts()
    {
        var pause = await PauseAsync("two-minutes");
        var before = pause.Document.QuerySelector("[data-left]")!.GetAttribute("data-left");
        var length = await _visitor.GetAsync(pause.Address[..^1] + "3");

        var longer = await _visitor.PressAsync(await _visitor.PressAsync(length, "Go on", ("choice-length", "until-tomorrow")), "Go on");

        Assert.Equal("120", before);
        Assert.Equal("86400", longer.Document.QuerySelector("[data-left]")!.GetAttribute("data-left"));
    }

    [Fact]
    public async Task A_session_that_ends_on_the_step_before_it_does_not_take_it_away()
    {
        var pause = await PauseAsync("twenty-minutes");
        var message = await _visitor.GetAsync(pause.Address[..^1] + "4");
        await _visitor.PressAsync(message, "Close and lock");

        var waiting = await _visitor.PressAsync(message, "Go on", ("text-message", "a long one"));
        var opened = await _visitor.PressAsync(waiting, "Open", ("code", _code));
        var again = await _visitor.SafeAsync(await _visitor.PressAsync(opened, "Go on with it"));

        Assert.Contains("Open now", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The pause has not begun", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_changed_in_another_tab_is_shown_as_it_stands()
    {
        var pause = await PauseAsync("ten-minutes");
        await _visitor.PressAsync(pause, "Open now");

        var stale = await _visitor.PressAsync(pause, "Open now");

        Assert.Contains("changed in another tab", stale.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await _visitor.PressAsync(stale, "Go on")).Document.QuerySelectorAll("[name='rating-pull-now']"));
    }

    [Fact]
    public async Task Without_a_length_it_has_no_end_of_its_own()
    {
        var pause = await PauseAsync("cant-tell");
        Assert.Contains("come back when you like", pause.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_of_it_keeps_the_message_folded_and_every_outcome_alike()
    {
        var pause = await PauseAsync("two-minutes");
        var page = await _visitor.PressAsync(pause, "Open now");
        page = await _visitor.PressAsync(page, "Go on", ("rating-pull-now", "cant-tell"));
        Assert.Equal(["sent", "left", "waited", "did-less", "said-when-back", "other", "cant-tell"], page.Document.QuerySelectorAll("[name='choice-outcome']").Select(input => input.GetAttribute("value")));
        var kept = await _visitor.GoThroughAsync(page, [("choice-outcome", "sent"), ("text-back-in-touch", "on Sunday")]);

        Assert.Contains("The pull may still be there. That is usual.", kept.Text, StringComparison.Ordinal);
        Assert.Contains("on Sunday", kept.Text, StringComparison.Ordinal);
        Assert.Contains("the unsent message", kept.Document.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_holds_a_time_and_one_word()
    {
        var pause = await PauseAsync("twenty-minutes");

        var file = await _visitor.PressAsync(pause, "A reminder for 22 November 2026, 09:20");

        Assert.Equal("text/calendar", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("reminder.ics", file.Response.Content.Headers.ContentDisposition!.FileName);
        var lines = file.Html.Split("\r\n");
        Assert.Contains("DTSTART:20261122T092000Z", lines);
        Assert.Equal(["SUMMARY:Reminder"], lines.Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("URL", StringComparison.Ordinal) || line.StartsWith("DESCRIPTION", StringComparison.Ordinal) || line.StartsWith("LOCATION", StringComparison.Ordinal) || line.Contains('@', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal));
    }

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _visitor = _site.NewVisitor();
        _code = await _visitor.StartJournalAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<Seen> PauseAsync(string length)
    {
        var page = await _visitor.SafeAsync(await _visitor.BeginAsync("slow-exit"));
        page = await _visitor.PressAsync(page, "Go on", ("choice-want", "send"));
        page = await _visitor.PressAsync(page, "Go on", ("rating-pull", "8"));
        page = await _visitor.PressAsync(page, "Go on", ("choice-length", length));
        return await _visitor.PressAsync(page, "Go on", ("text-message", "the unsent message"));
    }
}
