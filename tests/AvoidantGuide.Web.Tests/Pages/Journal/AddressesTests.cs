using AvoidantGuide.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>No address, link or title of the journal holds a word, a practice or a person: they stay in histories.</summary>
public sealed class AddressesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_whole_journey_leaves_addresses_that_say_nothing()
    {
        var visitor = site.NewVisitor();
        var seen = new List<Seen>();
        var code = await visitor.StartJournalAsync("quillwort");
        foreach (var practice in site.Services.GetRequiredService<Guide>().Practices)
        {
            Keep(await visitor.GoThroughAsync(Keep(await visitor.SafeAsync(Keep(await visitor.BeginAsync(practice.Id)))), [("text-who", "Xanthippe"), ("text-line", "quillwort")]));
        }

        var kept = Keep(await visitor.WriteAsync("safe-relationships", ("text-who", "Xanthippe"), ("choice-what-happened", "other"), ("text-line", "quillwort")));
        Assert.Contains("Xanthippe", kept.Text, StringComparison.Ordinal);
        var entry = kept.Address.Split('?')[0];
        foreach (var address in new[] { "/journal", "/journal/entries", entry, entry + "/edit", entry + "/delete", "/journal/settings", "/journal/export", "/journal/import", "/journal/print", "/journal/done" })
            Keep(await visitor.GetAsync(address));
        Keep(await visitor.PressAsync(seen[^1], "Close and lock"));
        Keep(await visitor.UnlockAsync(code));

        var addresses = visitor.Addresses
            .Concat(seen.SelectMany(page => page.Document.QuerySelectorAll("[href], [action], [formaction], [src]"))
                .SelectMany(element => new[] { "href", "action", "formaction", "src" }.Select(element.GetAttribute)).OfType<string>())
            .Select(address => address.Replace("https://localhost", "", StringComparison.Ordinal))
            .Where(address => address.StartsWith("/journal", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains(entry, addresses);
        Assert.All(addresses, address => Assert.Matches(
            @"^/journal(/(write(/[0-9a-f]{32}(/[0-9a-f]{32})?(/\d)?)?|look/[0-9a-f]{32}|reminder|noticed|steps|find|people(/[0-9a-f]{32})?|keep|lock|words|lost-words|gone|opened(/[0-9a-f]{32})?|settings|export|import|print|done|delete|entries(/[0-9a-f]{32}(/edit|/delete)?)?))?(\?(kept|new|closed|late|deleted|device|missing)=(true|mine)(&new=true)?|\?page=\d+)?$",
            address));
        Assert.All(seen, page => Assert.Equal("Notes", page.Document.Title));

        Seen Keep(Seen page)
        {
            seen.Add(page);
            return page;
        }
    }
}
