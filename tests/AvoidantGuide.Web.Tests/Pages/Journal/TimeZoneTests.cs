namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Days and times are a person's own: when it was written, and when it happened.</summary>
public sealed class TimeZoneTests
{
    [Fact]
    public async Task After_midnight_an_entry_belongs_to_the_new_day_in_the_persons_own_time()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        Assert.Contains("Times are UTC until you", (await visitor.GetAsync("/journal")).Text, StringComparison.Ordinal);
        await visitor.PressAsync(await visitor.GetAsync("/journal/settings"), "Keep", ("zone", "Europe/Paris"));
        // 23:30 in London, half past midnight in Paris.
        site.Clock.Move(new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero) - site.Clock.GetUtcNow());
        await visitor.UnlockAsync(code);

        var kept = await visitor.KeepAsync("cannot sleep");

        Assert.Contains("23 November 2026, 00:30", kept.Text, StringComparison.Ordinal);
        var home = await visitor.GetAsync("/journal");
        Assert.DoesNotContain("Times are UTC", home.Text, StringComparison.Ordinal);
        Assert.Equal(1, await FoundAsync(visitor, "2026-11-23"));
        Assert.Equal(1, await FoundAsync(visitor, "2026-11-22")); // The first one, of the morning.
    }

    [Fact]
    public async Task What_happened_on_an_earlier_day_stands_under_that_day_as_often_as_one_likes()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        await visitor.PressAsync(await visitor.GetAsync("/journal/settings"), "Keep", ("zone", "Asia/Tokyo"));
        for (var times = 0; times < 3; times++)
        {
            var form = await visitor.BeginAsync("blank");
            var kept = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), $"the {times}th"), ("happened", "2026-11-20T23:50"));
            Assert.Contains("20 November 2026, 23:50 (written 22 November 2026, 18:00)", kept.Text, StringComparison.Ordinal);
        }

        Assert.Equal(3, await FoundAsync(visitor, "2026-11-20"));
        foreach (var never in new[] { "2026-02-31T10:00", "9999-12-31T23:59", "0001-01-01T00:00" })
        {
            var wrong = await visitor.BeginAsync("blank");
            var back = await visitor.PressAsync(wrong, "Keep", (Keeper.Field(wrong), "on a day that never was"), ("happened", never));
            Assert.Contains("This is not a day and a time", back.Text, StringComparison.Ordinal);
            Assert.Contains("on a day that never was", back.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_browser_that_says_its_zone_sets_it_for_a_new_journal_and_a_made_up_one_is_not_taken()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        foreach (var (zone, says) in new[] { ("Europe/Paris", "10:00"), ("Mars/Olympus", "09:00") })
        {
            var visitor = site.NewVisitor();
            var form = await visitor.BeginAsync("blank");
            var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "the first"));
            var list = Keeper.Words(words).Split(' ');
            var ask = await visitor.PressAsync(words, "I have them. Go on");
            ask.Document.QuerySelector("input[data-zone]")!.SetAttribute("value", zone);
            Assert.Contains($"22 November 2026, {says}", (await visitor.AnswerAsync(ask, list)).Text, StringComparison.Ordinal);
        }
    }

    private static async Task<int> FoundAsync(Visitor visitor, string day) =>
        (await visitor.PressAsync(await visitor.GetAsync("/journal/find"), "Find", ("from", day), ("until", day))).Document.QuerySelectorAll("ul.entries > li").Length;
}
