namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Where a practice could do harm, it stops, goes smaller or leads to help.</summary>
public sealed class FlowRulesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("small-doses", "choice-response", "mocked-or-angry", "Doing the same again counts")]
    [InlineData("safe-relationships", "choice-what-happened", "after-frightening", "It does not have to prove anything")]
    public async Task What_leads_to_help_shows_it_in_place_of_the_ending(string practice, string prompt, string choice, string ending)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();

        var usual = await KeepAsync(visitor, practice, (prompt, "cant-tell"));
        var harmed = await KeepAsync(visitor, practice, (prompt, choice));

        Assert.Contains(ending, usual.Text, StringComparison.Ordinal);
        Assert.Null(usual.Document.QuerySelector(".care"));
        Assert.DoesNotContain(ending, harmed.Text, StringComparison.Ordinal);
        Assert.NotNull(harmed.Document.QuerySelector(".care a[href='/get-help']"));
    }

    [Theory]
    [InlineData("6", false)]
    [InlineData("7", true)]
    public async Task A_step_expected_to_be_hard_suggests_something_smaller(string expected, bool suggested)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();

        var kept = await KeepAsync(visitor, "small-doses", ("rating-expected", expected));

        Assert.Equal(suggested, kept.Text.Contains("Something smaller may be better", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_back_a_third_time_in_a_day_meets_one_quiet_page()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var visitor = own.NewVisitor();
        var code = await visitor.StartJournalAsync();
        for (var times = 0; times < 2; times++) await KeepAsync(visitor, "review-after", ("choice-before", "nothing"), ("choice-mind-said", "cant-tell"));

        var third = await visitor.BeginAsync("review-after");

        Assert.Contains("Going round again may not help. You can stop.", third.Text, StringComparison.Ordinal);
        Assert.Empty(third.Document.QuerySelectorAll("input[name=safety], textarea"));
        Assert.NotEmpty((await visitor.PressAsync(third, "Go on all the same")).Document.QuerySelectorAll("input[name=safety]"));
        own.Clock.Move(TimeSpan.FromHours(24));
        await visitor.UnlockAsync(code);
        Assert.NotEmpty((await visitor.BeginAsync("review-after")).Document.QuerySelectorAll("input[name=safety]"));
    }

    /// <summary>Answers what is asked for, and these.</summary>
    private static async Task<Seen> KeepAsync(Visitor visitor, string practice, params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] needed = practice switch
        {
            "small-doses" => [("text-thing", "send the photo"), ("choice-done", "did-it")],
            "safe-relationships" => [("text-who", "K"), ("choice-what-happened", "asked")],
            _ => [],
        };
        return await visitor.WriteAsync(practice, [.. needed.Where(field => fields.All(given => given.Name != field.Name)), .. fields]);
    }
}
