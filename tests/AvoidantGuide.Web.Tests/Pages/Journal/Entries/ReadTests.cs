using System.Net;

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
        Run($"""UPDATE "Entries" SET "{part}" = substr("{part}", 1, 40) || @noise || substr("{part}", 45) WHERE "Id" = @id""", ("id", Id(kept)), ("noise", "\0\u0001\0\u0001"u8.ToArray()));

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
    [InlineData("Head", "Body")]
    public async Task A_moved_ciphertext_is_said_to_be_damaged(params string[] parts)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("sound words");
        var other = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        var kept = (await visitor.KeepAsync("damaged words")).Address.Split('?')[0];
        var set = string.Join(", ", parts.Select(part => $"\"{part}\" = other.\"{part}\""));
        Run($"""UPDATE "Entries" SET {set} FROM "Entries" other WHERE "Entries"."Id" = @id AND other."Id" = @other""", ("id", Id(kept)), ("other", Id(other)));

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
        Run("""UPDATE "Entries" SET "JournalId" = (SELECT "JournalId" FROM "Entries" WHERE "Id" = @other) WHERE "Id" = @id""", ("id", Id(kept)), ("other", Id(own)));

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

    /// <summary>What somebody who can write to the store can do.</summary>
    private void Run(string sql, params IReadOnlyList<(string Name, object Value)> values)
    {
        using var connection = site.ConnectToStore();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static Guid Id(string address) => Guid.ParseExact(address.Split('/')[^1], "N");
}
