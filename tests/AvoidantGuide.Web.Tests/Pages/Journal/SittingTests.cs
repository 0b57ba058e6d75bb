namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>
/// Who comes back to a practice later, by whatever address, meets its safety question first. Who is in the middle of it is
/// not asked again.
/// </summary>
public sealed class SittingTests(Site site) : IClassFixture<Site>
{
    private const string Message = "the unsent message";

    public static TheoryData<string> Asking => SafetyQuestionTests.Asking;

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task A_steps_own_address_asks_before_it_shows_anything(string practice)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.SafeAsync(await visitor.BeginAsync(practice));

        foreach (var address in new[] { Bare(first), Bare(first) + "/1", Bare(first) + "/2" })
        {
            var question = await visitor.GetAsync(address);
            AssertAsked(question);
            Assert.Contains("If you need to leave, go.", (await visitor.PressAsync(question, "Go on", ("safety", "not-sure"))).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Once_it_is_answered_the_address_leads_where_it_led()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var second = await SecondStepAsync(visitor);

        var missed = await visitor.PressAsync(await visitor.GetAsync(Bare(second) + "/1"), "Go on");
        AssertAsked(missed);
        var back = await visitor.PressAsync(missed, "Go on", ("safety", "no"));

        Assert.NotNull(back.Document.QuerySelector("[name='choice-want'][value='send'][checked]"));
        Assert.NotEmpty((await visitor.SafeAsync(await visitor.GetAsync(Bare(second)))).Document.QuerySelectorAll("[name='rating-pull']"));
    }

    [Fact]
    public async Task A_step_that_is_not_there_is_not_there_after_the_question_either()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.SafeAsync(await visitor.BeginAsync("slow-exit"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.GetAsync(Bare(first) + "/99")).Status);
        var elsewhere = await visitor.PostAsync("/journal/write", [new("step", "safety"), new("practice", "slow-exit"), new("entry", Entry(first)), new("revision", "1"), new("at", "99"), new("safety", "no")]);
        Assert.NotEmpty(elsewhere.Document.QuerySelectorAll("[name='choice-want']"));
    }

    [Fact]
    public async Task In_the_middle_of_it_reloading_and_going_back_ask_nothing()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.SafeAsync(await visitor.BeginAsync("slow-exit"));
        var second = await visitor.PressAsync(first, "Go on", ("choice-want", "send"));

        foreach (var page in new[] { second, first })
        {
            var again = await visitor.GetAsync(page.Address);
            Assert.Empty(again.Document.QuerySelectorAll("input[name=safety]"));
            Assert.NotEmpty(again.Document.QuerySelectorAll("[name=prompt]"));
        }
    }

    [Fact]
    public async Task An_address_from_before_the_journal_was_closed_asks()
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var second = await SecondStepAsync(visitor);
        await visitor.PressAsync(second, "Close and lock");
        await visitor.UnlockAsync(code);

        AssertAsked(await visitor.GetAsync(second.Address));
    }

    [Fact]
    public async Task An_address_asks_again_when_nothing_was_done_with_the_practice_for_as_long_as_a_journal_stays_open()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var visitor = own.NewVisitor();
        await visitor.StartJournalAsync();
        var second = await SecondStepAsync(visitor);
        own.Clock.Move(TimeSpan.FromMinutes(15));
        Assert.Empty((await visitor.GetAsync(second.Address)).Document.QuerySelectorAll("input[name=safety]"));
        own.Clock.Move(TimeSpan.FromMinutes(6));

        AssertAsked(await visitor.GetAsync(second.Address));
    }

    [Fact]
    public async Task Words_on_a_page_that_was_left_open_are_kept_and_the_question_comes_before_the_next()
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var page = await visitor.PressAsync(await SecondStepAsync(visitor), "Go on", ("rating-pull", "8"));
        page = await visitor.PressAsync(page, "Go on", ("choice-length", "two-minutes"));
        await visitor.PressAsync(await visitor.GetAsync("/journal"), "Close and lock");
        await visitor.UnlockAsync(code);

        var question = await visitor.PressAsync(page, "Go on", ("text-message", Message));

        AssertAsked(question);
        Assert.DoesNotContain(Message, question.Html, StringComparison.Ordinal);
        Assert.Contains(Message, (await visitor.SafeAsync(question)).Document.QuerySelector(".so-far")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_for_one_entry_is_none_for_another()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var one = await SecondStepAsync(visitor);
        var other = await SecondStepAsync(visitor);
        Assert.NotEqual(Entry(one), Entry(other));

        AssertAsked(await visitor.GetAsync(other.Address.Replace(Entry(other), Entry(one), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_post_leads_to_a_step_past_the_question()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.SafeAsync(await visitor.BeginAsync("small-doses"));

        AssertAsked(await visitor.PostAsync("/journal/write", [new("practice", "small-doses"), new("entry", Entry(first)), new("revision", "1")]));
    }

    [Fact]
    public async Task A_practice_that_asks_nothing_opens_by_its_own_address()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.BeginAsync("catch-early");

        Assert.NotEmpty((await visitor.GetAsync(Bare(first) + "/1")).Document.QuerySelectorAll("[name='choice-noticed']"));
    }

    [Fact]
    public async Task Changing_kept_words_asks_nothing_and_goes_on_with_nothing()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var kept = await visitor.GoThroughAsync(await visitor.SafeAsync(await visitor.BeginAsync("small-doses")), [("text-thing", "send it")]);
        var edit = kept.Address.Split('?')[0] + "/edit";

        var before = await visitor.GetAsync(edit);
        Assert.Equal("send it", before.Document.QuerySelector("[name='text-thing']")!.TextContent);
        Assert.Empty(before.Document.QuerySelectorAll("section.later, input[name=safety][type=radio]"));
        await visitor.GoThroughAsync(await visitor.SafeAsync(await visitor.PressAsync(kept, "Add what happened")), [("choice-done", "did-it")]);

        Assert.NotEmpty((await visitor.GetAsync(edit)).Document.QuerySelectorAll("section.later [name='choice-done'][checked]"));
    }

    private static async Task<Seen> SecondStepAsync(Visitor visitor) =>
        await visitor.PressAsync(await visitor.SafeAsync(await visitor.BeginAsync("slow-exit")), "Go on", ("choice-want", "send"));

    private static string Entry(Seen step) => step.Document.QuerySelector("main form[action^='/journal/write/']")!.GetAttribute("action")!.Split('/')[3];

    private static string Bare(Seen step) => $"/journal/write/{Entry(step)}";

    private static void AssertAsked(Seen page)
    {
        Assert.Equal(3, page.Document.QuerySelectorAll("input[name=safety]").Length);
        Assert.Empty(page.Document.QuerySelectorAll("main textarea, main input[type=text], main [name=prompt], .so-far"));
    }
}
