using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>A practice in an open journal, one step after the other, each kept when it is left.</summary>
public sealed class StepTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Each_step_is_kept_and_another_device_goes_on_where_it_was_left()
    {
        var phone = site.NewVisitor();
        var code = await phone.StartJournalAsync();
        var first = await phone.BeginAsync("catch-early");
        var second = await phone.PressAsync(first, "Go on", ("choice-noticed", "need-alone"));
        Assert.Contains("I need to be alone, now.", second.Document.QuerySelector(".so-far")!.TextContent, StringComparison.Ordinal);
        await phone.PressAsync(second, "Go on", ("choice-body", "chest"));

        var desk = site.NewVisitor();
        var home = await desk.UnlockAsync(code);
        var third = await desk.PressAsync(home, home.Document.QuerySelectorAll("button").First(button => button.TextContent.StartsWith("Notice it sooner, ", StringComparison.Ordinal)).TextContent.Trim());

        Assert.Matches("/3$|^/journal/write/[0-9a-f]{32}$", third.Address);
        Assert.NotEmpty(third.Document.QuerySelectorAll("[name='choice-how-long']"));
        Assert.Contains("Chest", third.Document.QuerySelector(".so-far")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_here_keeps_what_is_written_on_every_step()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var page = await visitor.BeginAsync("catch-early");
        page = await visitor.PressAsync(page, "Go on", ("choice-noticed", "irritated"));

        var kept = await visitor.PressAsync(page, "Stop here", ("choice-body", "throat"));

        Assert.Contains("Kept.", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Throat", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Go on with it", kept.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await visitor.GetAsync("/journal/entries")).Document.QuerySelectorAll("ul.entries > li").Length);
    }

    [Fact]
    public async Task What_is_asked_for_is_asked_again_and_back_one_step_loses_nothing()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.BeginAsync("catch-early");

        var again = await visitor.PressAsync(first, "Go on");
        Assert.Contains("Choose one.", again.Text, StringComparison.Ordinal);
        var second = await visitor.PressAsync(again, "Go on", ("choice-noticed", "cant-tell"));
        var back = await visitor.PressAsync(second, "Back one step", ("choice-body", "skin"));

        Assert.NotNull(back.Document.QuerySelector("[name='choice-noticed'][value='cant-tell'][checked]"));
        Assert.Contains("Skin", back.Document.QuerySelector(".so-far")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_is_not_there_gives_the_words_back()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        var fields = form.Document.QuerySelectorAll("main form[action^='/journal/write/'] input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).ToList();

        var refused = await visitor.PostAsync(OtherStep(form, 7), [.. fields, KeyValuePair.Create("text-here", "out of order"), KeyValuePair.Create("go", "next")]);

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Contains("out of order", refused.Text, StringComparison.Ordinal);
        Assert.Contains("no such step", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_on_one_step_show_both_texts()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        await visitor.PressAsync(form, "Keep", ("text-here", "from one tab"));

        var both = await visitor.PressAsync(form, "Keep", ("text-here", "from the other"));

        Assert.Contains("from one tab", both.Document.QuerySelector("section.kept")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("from the other", Keeper.Written(both));
    }

    [Fact]
    public async Task Passing_by_what_is_asked_for_leads_back_to_it_at_the_end()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.BeginAsync("catch-early");

        var missed = await visitor.PressAsync(await visitor.GetAsync(OtherStep(first, 5)), "Keep", ("text-words", "the last first"));

        Assert.NotEmpty(missed.Document.QuerySelectorAll("[name='choice-noticed']"));
        Assert.Contains("Choose one.", missed.Text, StringComparison.Ordinal);
        Assert.Contains("the last first", missed.Document.QuerySelector(".so-far")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_ones_own_words_is_the_first_choice_from_then_on()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        await visitor.WriteAsync("catch-early", ("choice-noticed", "cant-tell"), ("text-words", "my jaw sets"), ("sign-words", "yes"));

        var home = await visitor.GetAsync("/journal");

        Assert.Equal("my jaw sets", home.Document.QuerySelector("details.capture label.choice")!.TextContent.Trim());
    }

    [Fact]
    public async Task Nothing_empty_piles_up_when_a_practice_is_only_looked_at()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();

        var (one, two) = (await visitor.BeginAsync("blank"), await visitor.BeginAsync("blank"));

        Assert.Equal(one.Address, two.Address);
        Assert.DoesNotContain("Go on, if you like", (await visitor.GetAsync("/journal")).Text, StringComparison.Ordinal);
    }

    /// <summary>The address of another step of the entry whose first step this page shows.</summary>
    private static string OtherStep(Seen first, int number)
    {
        var action = first.Document.QuerySelector("main form[action^='/journal/write/']")!.GetAttribute("action")!;
        Assert.EndsWith("/1", action, StringComparison.Ordinal);
        return $"{action[..^1]}{number}";
    }
}
