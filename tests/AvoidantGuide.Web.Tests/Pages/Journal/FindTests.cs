using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Finding entries, and people and steps in them.</summary>
public sealed class FindTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Entries_are_found_by_words_practice_choice_person_and_day_and_no_address_says_so()
    {
        var visitor = await KeeperAsync();
        var find = await visitor.GetAsync("/journal/find");
        var person = find.Document.QuerySelectorAll("#person option").Single(option => option.TextContent == "Xanthippe").GetAttribute("value")!;

        foreach (var (field, value, expected) in new[] { ("text", "QUILLWORT", 1), ("text", "need to be alone", 1), ("practice", "catch-early", 1), ("choice", "need-alone", 1), ("person", person, 1), ("from", "2026-11-22", 3), ("until", "2026-11-21", 0), ("text", "nowhere", 0) })
        {
            var found = await visitor.PressAsync(find, "Find", (field, value));
            Assert.Equal(expected, found.Document.QuerySelectorAll("ul.entries > li").Length);
        }

        Assert.DoesNotContain(visitor.Addresses, address => address.Contains("quillwort", StringComparison.OrdinalIgnoreCase) || address.Contains("Xanthippe", StringComparison.OrdinalIgnoreCase) || address.Contains("alone", StringComparison.Ordinal));
        Assert.Contains("This is not a day", (await visitor.PressAsync(find, "Find", ("from", "yesterday"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_name_removes_what_is_written_about_it_and_nothing_else()
    {
        var visitor = await KeeperAsync();
        var people = await visitor.GetAsync("/journal/people");
        var person = await visitor.GetAsync(people.Document.QuerySelector("main ul a")!.GetAttribute("href")!);
        Assert.Equal("Xanthippe", person.Heading);
        Assert.Single(person.Document.QuerySelectorAll("ul.entries > li"));

        var removed = await visitor.PressAsync(person, "Remove the name and what is written");

        Assert.Contains("No names yet", removed.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await visitor.GetAsync("/journal/entries")).Document.QuerySelectorAll("ul.entries > li").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(person.Address)).Status);
    }

    [Fact]
    public async Task A_name_is_offered_the_next_time_and_steps_with_someone_who_mocked_come_to_an_end()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        await visitor.WriteAsync("small-doses", ("text-who", "K"), ("text-thing", "send the photo"), ("rating-expected", "3"), ("choice-done", "did-it"), ("rating-how-it-was", "6"), ("choice-response", "mocked-or-angry"));
        var steps = await visitor.GetAsync("/journal/steps");
        Assert.Equal(["3", "6", "I did it"], steps.Document.QuerySelectorAll("td").Select(cell => cell.TextContent));

        var next = await visitor.SafeAsync(await visitor.BeginAsync("small-doses"));
        var refused = await visitor.PressAsync(next, "Go on", ("choice-who", next.Document.QuerySelector("[name='choice-who']")!.GetAttribute("value")!));

        Assert.Contains("No more steps with them are asked of you", refused.Text, StringComparison.Ordinal);
        var other = await visitor.PressAsync(refused, "Go on", ("choice-who", "other"), ("text-who", "L"));
        Assert.NotEmpty(other.Document.QuerySelectorAll("[name='text-thing']"));
        var moment = await visitor.SafeAsync(await visitor.BeginAsync("safe-relationships"));
        Assert.Equal(["K", "L"], moment.Document.QuerySelectorAll("label.choice").Select(label => label.TextContent.Trim()).Take(2));
    }

    private async Task<Visitor> KeeperAsync()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("of quillwort and rain");
        await visitor.WriteAsync("catch-early", ("choice-noticed", "need-alone"));
        await visitor.WriteAsync("safe-relationships", ("text-who", "Xanthippe"), ("choice-what-happened", "asked"));
        return visitor;
    }
}
