using System.Net;
using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Web.Tests.Pages.Journal.Entries;

/// <summary>Damage is noticed, said clearly, and stays where it is.</summary>
public sealed class ReadTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("Head")]
    [InlineData("Body")]
    public async Task A_damaged_entry_is_said_to_be_damaged_and_the_others_are_readable(string part)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("sound words");
        var kept = (await visitor.KeepAsync("damaged words")).Address.Split('?')[0];
        Run($"UPDATE Entries SET {part} = substr({part}, 1, 40) || x'00FF00FF' || substr({part}, 45) WHERE Id = $id", kept);

        var damaged = await visitor.GetAsync(kept);
        Assert.Equal("This entry cannot be read", damaged.Heading);
        Assert.DoesNotContain("damaged words", damaged.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(kept + "/edit")).Status);
        await AssertTheOtherIsReadableAsync(visitor, kept);

        var list = await visitor.PressAsync(await visitor.GetAsync(kept + "/delete"), "Delete it");
        Assert.Single(list.Document.QuerySelectorAll("ul.entries > li"));
    }

    [Theory]
    [InlineData("Head")]
    [InlineData("Body")]
    [InlineData("Head = other.Head, Body")]
    public async Task A_moved_ciphertext_is_said_to_be_damaged(string part)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("sound words");
        var other = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        var kept = (await visitor.KeepAsync("damaged words")).Address.Split('?')[0];
        var last = part.Split(' ')[^1];
        Run($"UPDATE Entries SET {part} = other.{last} FROM Entries other WHERE Entries.Id = $id AND other.Id = $other", kept, other);

        Assert.Equal("This entry cannot be read", (await visitor.GetAsync(kept)).Heading);
        await AssertTheOtherIsReadableAsync(visitor, kept);
    }

    [Fact]
    public async Task An_entry_moved_to_another_journal_shows_nothing_there()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var kept = (await visitor.KeepAsync("for one journal alone")).Address.Split('?')[0];
        var stranger = site.NewVisitor();
        await stranger.StartJournalAsync();
        var own = (await stranger.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        Run("UPDATE Entries SET JournalId = (SELECT JournalId FROM Entries WHERE Id = $other) WHERE Id = $id", kept, own);

        var moved = await stranger.GetAsync(kept);

        Assert.Equal("This entry cannot be read", moved.Heading);
        Assert.DoesNotContain("for one journal alone", moved.Html, StringComparison.Ordinal);
    }

    private static async Task AssertTheOtherIsReadableAsync(Visitor visitor, string damaged)
    {
        var home = await visitor.GetAsync("/journal");
        Assert.Equal(2, home.Document.QuerySelectorAll("ul.entries > li").Length);
        var other = home.Document.QuerySelectorAll("ul.entries a").Select(link => link.GetAttribute("href")!).Single(link => link != damaged);
        Assert.Contains("sound words", (await visitor.GetAsync(other)).Text, StringComparison.Ordinal);
        var export = (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A text to read")).Html;
        Assert.Contains("sound words", export, StringComparison.Ordinal);
        Assert.Contains("Damaged and not here: 1.", export, StringComparison.Ordinal);
    }

    /// <summary>What somebody who can write to the store's file can do.</summary>
    private void Run(string sql, string id, string? other = null)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(site.Data, "journal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", Id(id));
        command.Parameters.AddWithValue("$other", other is null ? DBNull.Value : Id(other));
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static Guid Id(string address) => Guid.ParseExact(address.Split('/')[^1], "N");
}
