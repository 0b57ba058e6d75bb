using System.Net;
using AngleSharp.Dom;
using AvoidantGuide.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>"Keep this" on a page of the guide: nothing is stored by it, and nothing is lost on the way into a journal.</summary>
public sealed class WithoutAJournalTests(Site site) : IClassFixture<Site>
{
    private const string Words = "  first <b> & \"last\"\n\nthird 🌧️";

    public static TheoryData<string> Five { get; } = ["catch-early", "slow-exit", "small-doses", "review-after", "safe-relationships"];

    private Guide Guide => site.Services.GetRequiredService<Guide>();

    [Theory]
    [MemberData(nameof(Five))]
    public async Task Everything_that_was_filled_in_reaches_the_first_entry(string practice)
    {
        var visitor = site.NewVisitor();
        var words = await visitor.SendAsync(practice, Filled(practice));
        Assert.Equal("Your ten words", words.Heading);

        var kept = await visitor.ConfirmAsync(words);

        AssertHoldsAll(practice, kept);
        Assert.Single((await visitor.GetAsync("/journal")).Document.QuerySelectorAll("ul.entries > li"));
    }

    [Theory]
    [MemberData(nameof(Five))]
    public async Task An_open_journal_shows_it_all_and_one_press_keeps_it_once(string practice)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();

        var form = await visitor.SendAsync(practice, Filled(practice));
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Contains("Your journal is open. Press Keep and these words go into it.", form.Text, StringComparison.Ordinal);
        Assert.Equal(1, await EntriesAsync(visitor));

        var kept = await visitor.PressAsync(form, "Keep");
        AssertHoldsAll(practice, kept);
        Assert.Equal(kept.Address.Split('?')[0], (await visitor.PressAsync(form, "Keep")).Address.Split('?')[0]);
        Assert.Equal(2, await EntriesAsync(visitor));
    }

    [Theory]
    [MemberData(nameof(Five))]
    public async Task A_journal_that_is_closed_takes_it_with_its_ten_words(string practice)
    {
        var code = await site.NewVisitor().StartJournalAsync();
        var visitor = site.NewVisitor();
        var words = await visitor.SendAsync(practice, Filled(practice));

        var kept = await visitor.PressAsync(words, "Open", ("code", code));

        AssertHoldsAll(practice, kept);
        Assert.Equal(2, await EntriesAsync(visitor));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_missing_is_asked_for_beside_what_is_there(bool open)
    {
        var visitor = site.NewVisitor();
        if (open) await visitor.StartJournalAsync();

        var form = await visitor.SendAsync("catch-early", [("text-words", Words), ("sign-words", "yes"), ("rating-unknown", "3")]);

        Assert.Equal(open, form.Text.Contains("Your journal is open. One thing is missing", StringComparison.Ordinal));
        Assert.NotNull(form.Document.QuerySelector("#error-noticed"));
        var place = form.Document.QuerySelector("#problem a")!.GetAttribute("href")!;
        Assert.NotNull(form.Document.QuerySelector($"{place} #error-noticed"));
        Assert.Equal(Words, Keeper.Written(form));
        Assert.NotNull(form.Document.QuerySelector("[name=sign-words][checked]"));
        var next = await visitor.PressAsync(form, open ? "Keep" : "Keep this", ("choice-noticed", "cant-tell"));
        AssertHolds(Words, open ? next : await visitor.ConfirmAsync(next));
    }

    [Theory]
    [InlineData("after-frightening", true)]
    [InlineData("asked", false)]
    public async Task A_choice_that_asks_for_help_shows_it_before_the_ten_words(string happened, bool helped)
    {
        var words = await site.NewVisitor().SendAsync("safe-relationships", [("text-who", "K"), ("choice-what-happened", happened)]);
        Assert.Equal(helped, words.Document.QuerySelector("main section.care a[href='/get-help']") is not null);
        Assert.Equal(10, Keeper.Words(words).Split(' ').Length);
    }

    [Fact]
    public async Task Sent_twice_it_makes_one_journal_with_one_entry()
    {
        var visitor = site.NewVisitor();
        var first = await visitor.SendAsync("catch-early", Filled("catch-early"));
        var second = await visitor.SendAsync("catch-early", Filled("catch-early"));
        var list = Keeper.Words(second).Split(' ');
        var ask = await visitor.PressAsync(second, "I have them. Go on");
        await visitor.AnswerAsync(ask, list);
        await visitor.AnswerAsync(ask, list);

        Assert.NotEqual(Keeper.Words(first), Keeper.Words(second));
        Assert.Equal(1, await EntriesAsync(visitor));
        var elsewhere = site.NewVisitor();
        await elsewhere.UnlockAsync(Keeper.Words(second));
        Assert.Equal(1, await EntriesAsync(elsewhere));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.NewVisitor().UnlockAsync(Keeper.Words(first))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_an_answer_to_the_safety_question_it_is_asked_and_the_words_wait(bool open)
    {
        var visitor = site.NewVisitor();
        if (open) await visitor.StartJournalAsync();
        var question = await visitor.SendAsync("review-after", Filled("review-after"), safety: null);
        Assert.Contains("Choose one of the three", question.Text, StringComparison.Ordinal);

        var form = await visitor.PressAsync(question, "Go on", ("safety", "no"));
        Assert.Equal(open ? 1 : 0, open ? await EntriesAsync(visitor) : 0);
        var next = await visitor.PressAsync(form, open ? "Keep" : "Keep this");

        AssertHoldsAll("review-after", open ? next : await visitor.ConfirmAsync(next));
    }

    [Theory]
    [InlineData("yes", false)]
    [InlineData("not-sure", true)]
    public async Task Yes_and_not_sure_reach_help_with_the_words_given_back_and_keep_nothing(string answer, bool open)
    {
        var visitor = site.NewVisitor();
        if (open) await visitor.StartJournalAsync();

        var page = await visitor.SendAsync("review-after", Filled("review-after"), safety: answer);

        Assert.Equal("If you are not safe", page.Heading);
        Assert.Contains("If you need to leave, go.", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("textarea[readonly]"), text => text.TextContent == Words.ReplaceLineEndings("\n"));
        Assert.Empty(page.Document.QuerySelectorAll("main [name^=text-], main [name^=choice-], main [name^=rating-]"));
        if (open) Assert.Equal(1, await EntriesAsync(visitor));
        else Assert.Empty(visitor.Cookies);
    }

    [Fact]
    public async Task Looking_back_a_third_time_loses_no_word_to_the_page_that_says_it_is_enough()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        for (var time = 0; time < 2; time++)
            await visitor.PressAsync(await visitor.SendAsync("review-after", Filled("review-after")), "Keep");

        var question = await visitor.SendAsync("review-after", Filled("review-after"), safety: null);
        var form = await visitor.PressAsync(question, "Go on", ("safety", "no"));

        Assert.Contains("Going round again may not help. You can stop.", form.Text, StringComparison.Ordinal);
        Assert.Contains(form.Document.QuerySelectorAll("textarea"), text => text.TextContent == Words);
    }

    [Theory]
    [InlineData("cross-site", false)]
    [InlineData("same-site", true)]
    [InlineData(null, false)]
    [InlineData(null, true)]
    public async Task From_another_site_nothing_is_kept_and_no_journal_is_offered(string? from, bool open)
    {
        var visitor = site.NewVisitor();
        if (open) await visitor.StartJournalAsync();

        var page = await visitor.SendAsync("catch-early", Filled("catch-early"), site: from);

        Assert.Equal(open && from is null ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(from is null, page.Html.Contains("third 🌧️", StringComparison.Ordinal) || page.Html.Contains("third &#x1F327;", StringComparison.Ordinal));
        if (open) Assert.Equal(1, await EntriesAsync(visitor));
        else Assert.Empty(visitor.Cookies);
    }

    [Fact]
    public async Task A_token_that_is_wrong_is_still_refused()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();

        var page = await visitor.SendAsync("catch-early", [.. Filled("catch-early"), ("token", "forged")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    /// <summary>Something for every prompt, and beside every choice words too.</summary>
    private (string Name, string Value)[] Filled(string practice) => [.. Guide.PracticeNamed(practice)!.Prompts.SelectMany(prompt => prompt.Kind switch
    {
        PromptKind.OneOf => [($"choice-{prompt.Id}", prompt.Choices[0].Id), ($"text-{prompt.Id}", $"other {prompt.Id}")],
        PromptKind.AnyOf => [($"choice-{prompt.Id}", prompt.Choices[0].Id), ($"choice-{prompt.Id}", "other"), ($"text-{prompt.Id}", $"other {prompt.Id}")],
        PromptKind.Scale => [($"rating-{prompt.Id}", "4")],
        PromptKind.Person => [($"text-{prompt.Id}", "The heron")],
        PromptKind.Complete => [($"text-{prompt.Id}", "and then some")],
        PromptKind.When => [($"text-{prompt.Id}", "2026-11-20T10:00")],
        PromptKind.Pause => [],
        _ when prompt.KeepsSign => [($"text-{prompt.Id}", Words), ($"sign-{prompt.Id}", "yes")],
        _ => new (string, string)[] { ($"text-{prompt.Id}", Words) },
    })];

    private void AssertHoldsAll(string practice, Seen kept)
    {
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Matches("^/journal/(entries|opened)/[0-9a-f]{32}", kept.Address);
        var prompts = Guide.PracticeNamed(practice)!.Prompts;
        foreach (var prompt in prompts.Where(prompt => prompt.Kind is PromptKind.OneOf or PromptKind.AnyOf))
        {
            AssertHolds($"other {prompt.Id}", kept);
            Assert.Contains(kept.Document.QuerySelectorAll("dd"), answer => answer.TextContent.Contains(prompt.Choices[0].Label, StringComparison.Ordinal));
        }

        if (prompts.Any(prompt => prompt.Kind == PromptKind.Person)) AssertHolds("The heron", kept);
        if (prompts.Any(prompt => prompt.Kind == PromptKind.Complete)) AssertHolds("and then some", kept);
        if (prompts.Any(prompt => prompt.Kind is PromptKind.Text or PromptKind.Sealed)) AssertHolds(Words, kept);
        Assert.Equal(
            prompts.Count(prompt => prompt.Kind == PromptKind.Scale),
            kept.Document.QuerySelectorAll("dd").Count(answer => answer.TextContent.Trim().StartsWith('4')));
    }

    private static void AssertHolds(string words, Seen page) => Assert.Contains(words, page.Text, StringComparison.Ordinal);

    private static async Task<int> EntriesAsync(Visitor visitor) => (await visitor.GetAsync("/journal")).Document.QuerySelectorAll("ul.entries > li").Length;
}

file static class Reader
{
    /// <summary>Fills in the practice's form on /what-helps and presses "Keep this": what is sent is what the page holds, and these fields.</summary>
    public static async Task<Seen> SendAsync(this Visitor visitor, string practice, (string Name, string Value)[] fields, string? safety = "no", string? site = "same-origin")
    {
        var page = await visitor.GetAsync("/what-helps");
        var form = page.Document.QuerySelector($"#{practice} details form")!;
        var names = form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")).ToHashSet(StringComparer.Ordinal);
        Assert.All(fields.Where(field => field.Name is not ("token" or "rating-unknown")), field => Assert.Contains(field.Name, names));
        var sent = form.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!)).ToList();
        if (safety is not null && names.Contains("safety")) sent.Add(KeyValuePair.Create("safety", safety));
        sent.AddRange(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await visitor.PostAsync(form.GetAttribute("action")!, sent, site);
    }
}
