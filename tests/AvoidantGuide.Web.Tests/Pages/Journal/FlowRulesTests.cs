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

    [Fact]
    public async Task Three_captures_in_a_day_are_enough_noticing_and_a_fourth_is_not_barred()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var visitor = own.NewVisitor();
        var code = await visitor.StartJournalAsync();
        for (var times = 0; times < 3; times++)
        {
            var home = await visitor.GetAsync("/journal");
            Assert.DoesNotContain("That is enough noticing", home.Text, StringComparison.Ordinal);
            Assert.True(home.Document.QuerySelector("details.capture")!.HasAttribute("open"));
            await CaptureAsync(visitor, home);
        }

        var enough = await visitor.GetAsync("/journal");
        Assert.Contains("That is enough noticing.", enough.Text, StringComparison.Ordinal);
        Assert.False(enough.Document.QuerySelector("details.capture")!.HasAttribute("open"));
        Assert.Contains("Kept.", (await CaptureAsync(visitor, enough)).Text, StringComparison.Ordinal);
        own.Clock.Move(TimeSpan.FromHours(24));
        await visitor.UnlockAsync(code);
        Assert.DoesNotContain("That is enough noticing", (await visitor.GetAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_way_leads_to_another_step_with_someone_who_mocked_one()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        await visitor.WriteAsync("small-doses", ("text-who", "Wren"), ("text-thing", "the first"), ("choice-done", "did-it"), ("choice-response", "mocked-or-angry"));
        const string Ended = "No more steps with them are asked of you";

        // By "Change".
        var other = await visitor.WriteAsync("small-doses", ("text-thing", "the second"));
        var edit = await visitor.GetAsync(other.Address.Split('?')[0] + "/edit");
        var wren = edit.Document.QuerySelectorAll("label.choice").Single(choice => choice.TextContent.Trim() == "Wren").QuerySelector("input")!.GetAttribute("value")!;
        Assert.Contains(Ended, (await visitor.PressAsync(edit, "Keep", ("choice-who", wren))).Text, StringComparison.Ordinal);

        // By a page of the guide.
        var brought = await visitor.PostAsync("/journal/write", [new("step", "keep"), new("practice", "small-doses"), new("safety", "no"), new("choice-who", "other"), new("text-who", "Wren"), new("text-thing", "the third")]);
        Assert.Contains(Ended, (await visitor.PressAsync(brought, "Keep", ("choice-who", "other"), ("text-who", "Wren"))).Text, StringComparison.Ordinal);

        // By stopping there: what is written stays, without the name.
        var who = await visitor.SafeAsync(await visitor.BeginAsync("small-doses"));
        var refused = await visitor.PressAsync(who, "Go on", ("choice-who", wren));
        Assert.Contains(Ended, refused.Text, StringComparison.Ordinal);
        await visitor.PressAsync(refused, "Stop here", ("choice-who", wren));
        var person = await visitor.GetAsync((await visitor.GetAsync("/journal/people")).Document.QuerySelector("main li a")!.GetAttribute("href")!);
        Assert.Single(person.Document.QuerySelectorAll("ul.entries > li"));
    }

    [Fact]
    public async Task After_an_answer_that_leads_to_help_no_next_step_is_asked_for()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var page = await visitor.GoThroughAsync(await visitor.SafeAsync(await visitor.BeginAsync("small-doses")), [("text-thing", "send it")]);
        page = await visitor.SafeAsync(await visitor.PressAsync(page, "Add what happened"));
        page = await visitor.PressAsync(page, "Go on", ("choice-done", "did-it"));
        page = await visitor.PressAsync(page, "Go on", ("rating-how-it-was", "9"));

        var kept = await visitor.PressAsync(page, "Go on", ("choice-response", "mocked-or-angry"));

        Assert.Contains("Kept.", kept.Text, StringComparison.Ordinal);
        Assert.NotNull(kept.Document.QuerySelector(".care a[href='/get-help']"));
        Assert.DoesNotContain("What next?", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_long_it_took_to_notice_is_never_a_figure()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        for (var day = 0; day < 12; day++)
            await visitor.WriteAsync("catch-early", ("choice-noticed", "need-alone"), ("choice-how-long", "hours"), ("happened", $"2026-11-{10 + day}T10:00"));

        var noticed = await visitor.GetAsync("/journal/noticed");

        Assert.Contains("12 of 12", noticed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hours", noticed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("How long", noticed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_about_a_person_is_counted_and_only_the_alphabet_orders_them()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        foreach (var who in Enumerable.Repeat("Wren", 11).Append("Auk"))
            await visitor.WriteAsync("safe-relationships", ("text-who", who), ("choice-what-happened", "asked"), ("choice-afterwards", "harder"));

        var people = await visitor.GetAsync("/journal/people");
        Assert.Equal(["Auk", "Wren"], people.Document.QuerySelectorAll("main li a").Select(link => link.TextContent));
        var person = await visitor.GetAsync(people.Document.QuerySelectorAll("main li a")[1].GetAttribute("href")!);
        Assert.Equal(11, person.Document.QuerySelectorAll("ul.entries > li").Length);
        person.Document.QuerySelector("main details")!.Remove(); // How long backups last.
        foreach (var page in new[] { people.Text, person.Text.Replace("22 November 2026, 09:00", "", StringComparison.Ordinal), (await visitor.GetAsync("/journal/noticed")).Text })
            Assert.DoesNotMatch("[0-9]", page);
    }

    [Fact]
    public async Task No_text_is_looked_through_for_danger_and_help_is_on_every_page()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var calm = await visitor.KeepAsync("The tea was good.");
        var danger = await visitor.KeepAsync("He said he will kill me, and I want to die.");

        Assert.Equal(Bare(calm), Bare(danger));
        foreach (var address in new[] { "/journal", "/journal/entries", danger.Address, "/journal/noticed", "/journal/people", "/journal/steps", "/journal/find", "/journal/settings", "/journal/export", "/journal/import", "/journal/print", "/journal/done", "/journal/delete", "/journal/words", "/journal/write" })
        {
            var page = await visitor.GetAsync(address);
            Assert.NotNull(page.Document.QuerySelector("header a[href='/get-help']"));
            Assert.NotNull(page.Document.QuerySelector("a[data-leave][href='/leave']"));
        }

        static string Bare(Seen page) => string.Join('|', page.Document.QuerySelectorAll("main *:not(.own)").Where(element => element.ChildElementCount == 0 && element.NodeName != "INPUT").Select(element => $"{element.NodeName} {element.TextContent}"));
    }

    private static Task<Seen> CaptureAsync(Visitor visitor, Seen home)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)home.Document.QuerySelector("details.capture form")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
        return visitor.PostAsync(form.GetAttribute("action")!, [.. hidden, new("choice-noticed", "need-alone")]);
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
