using AvoidantGuide.Web.Components.Journal;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Journal;

public sealed class EntryListTests : BunitContext
{
    private static readonly Guid _id = Guid.Parse("0123456789abcdef0123456789abcdef");

    [Fact]
    public void A_row_leads_to_its_entry_and_says_when_what_and_the_choices()
    {
        var row = Show(new EntryRow(_id, "Sunday 22 November", "Take a <pause>", ["Gone off", "<Cancel>"], Damaged: false));

        Assert.Equal("/journal/entries/0123456789abcdef0123456789abcdef", row.Find("a").GetAttribute("href"));
        Assert.Equal("Sunday 22 November Take a <pause>", row.Find("a").TextContent);
        Assert.Equal("Gone off · <Cancel>", row.Find(".own").TextContent);
    }

    [Fact]
    public void A_damaged_entry_says_so_still_has_its_address_and_shows_nothing_of_itself()
    {
        var row = Show(new EntryRow(_id, "Sunday", "Take a pause", ["Gone off"], Damaged: true));

        Assert.Contains("damaged", row.Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("abcdef", row.Find("a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("Take a pause", row.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone off", row.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<EntryList> Show(EntryRow row) => Render<EntryList>(p => p.Add(c => c.Rows, [row]));
}
