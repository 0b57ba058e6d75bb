using AvoidantGuide.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>"What I've noticed", in its stages.</summary>
public sealed class NoticedTests(Site site) : IClassFixture<Site>
{
    private const string Always = "Only moments you wrote down. More entries may mean more writing, not more distance.";

    [Fact]
    public async Task Below_ten_there_are_own_words_and_no_figure()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        await visitor.WriteAsync("catch-early", ("choice-noticed", "need-alone"), ("text-words", "my jaw sets"), ("sign-words", "yes"));
        await visitor.WriteAsync("review-after", ("choice-before", "nothing"), ("choice-mind-said", "cant-tell"), ("text-next-step", "call on Sunday"));

        var page = await visitor.GetAsync("/journal/noticed");

        Assert.Contains(Always, page.Text, StringComparison.Ordinal);
        Assert.Contains("my jaw sets", page.Text, StringComparison.Ordinal);
        Assert.Contains("call on Sunday", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main svg, main table"));
    }

    [Fact]
    public async Task From_ten_on_counts_open_their_entries_and_labels_their_paragraphs()
    {
        var visitor = site.NewVisitor();
        await visitor.UnlockAsync(await SeedAsync(10));

        var page = await visitor.GetAsync("/journal/noticed");

        Assert.Contains(Always, page.Text, StringComparison.Ordinal);
        Assert.Contains("10 of 10", page.Text, StringComparison.Ordinal);
        var signs = page.Document.QuerySelectorAll("main section.figure").Single(figure => figure.QuerySelector("h2")!.TextContent == "What I noticed");
        Assert.Equal("/inside-experience#need-alone", signs.QuerySelector("th a")!.GetAttribute("href"));
        var found = await visitor.PressAsync(page, signs.QuerySelector("button")!.TextContent.Trim());
        Assert.Equal("/journal/find", found.Address);
        Assert.Equal(10, found.Document.QuerySelectorAll("ul.entries > li").Length);
        Assert.DoesNotContain("quarter beside quarter", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Around_one_sign_is_a_list_of_what_came_before_and_after()
    {
        var visitor = site.NewVisitor();
        await visitor.UnlockAsync(await SeedAsync(10));

        var page = await visitor.PressAsync(await visitor.GetAsync("/journal/noticed"), "Show what came before and after", ("sign", "need-alone"));

        Assert.Equal("/journal/noticed", page.Address);
        var rows = page.Document.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent.Contains("I need to be alone", StringComparison.Ordinal)).QuerySelectorAll("tbody tr");
        Assert.Equal(10, rows.Length);
        Assert.Equal(5, rows.Count(row => row.TextContent.Contains("A really good time together", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task From_sixty_on_quarters_stand_side_by_side_and_every_picture_has_its_table()
    {
        var visitor = site.NewVisitor();
        await visitor.UnlockAsync(await SeedAsync(60));

        var page = await visitor.GetAsync("/journal/noticed");

        Assert.Contains("quarter beside quarter", page.Text, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("main section.figure"), figure => Assert.NotNull(figure.QuerySelector("svg[role=img][aria-label] ~ table, svg[role=img][aria-label] ~ details table")));
        Assert.DoesNotContain(page.Text.Split(' ', '\n'), word => word.Contains('%', StringComparison.Ordinal));
        var quarter = page.Document.QuerySelectorAll("main section.figure").Single(figure => figure.TextContent.Contains("quarter beside quarter", StringComparison.Ordinal)).QuerySelector("tr")!;
        var numbers = quarter.QuerySelectorAll("td")[0].TextContent.Split(' ').Length;
        var opened = await visitor.PressAsync(page, quarter.QuerySelector("button")!.TextContent.Trim());
        Assert.Equal(numbers, opened.Document.QuerySelectorAll("ul.entries > li").Length);
    }

    [Fact]
    public async Task A_sign_of_ones_own_can_be_removed_and_its_entries_stay()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        await visitor.WriteAsync("catch-early", ("choice-noticed", "cant-tell"), ("text-words", "my jaw sets"), ("sign-words", "yes"));

        var noticed = await visitor.PressAsync(await visitor.GetAsync("/journal/noticed"), "Remove “my jaw sets”");

        Assert.DoesNotContain("Signs of mine", noticed.Text, StringComparison.Ordinal);
        Assert.Contains("my jaw sets", noticed.Text, StringComparison.Ordinal); // In the entry's own words.
        Assert.DoesNotContain("my jaw sets", (await visitor.BeginAsync("catch-early")).Html, StringComparison.Ordinal);
    }

    private async Task<string> SeedAsync(int entries)
    {
        var cancel = TestContext.Current.CancellationToken;
        var code = JournalCode.Generate();
        var store = site.Services.GetRequiredService<JournalStore>();
        var first = (await store.StartAsync(code, Guid.NewGuid(), Guid.NewGuid(), Entry(0), SessionTimes.Default, cancel)).Journal!;
        for (var number = 1; number < entries; number++) await first.AddAsync(Guid.NewGuid(), Entry(number), cancel);
        return string.Join(' ', code.Words);
    }

    private static Entry Entry(int number)
    {
        var choices = new Dictionary<string, IReadOnlyList<string>> { ["noticed"] = ["need-alone"], ["before"] = ["good-time"] };
        var catches = number % 2 == 0;
        return new Entry(
            new EntryHead(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(number * 5), null, catches ? "catch-early" : "capture", 1, catches ? choices : choices.Where(pair => pair.Key == "noticed").ToDictionary(), catches ? new Dictionary<string, int>() : new Dictionary<string, int> { ["strength"] = number % 11 }),
            [new Answer("noticed", "any-of", "What did you notice?", [new Chosen("need-alone", "“I need to be alone, now.”")], "", null)]);
    }
}
