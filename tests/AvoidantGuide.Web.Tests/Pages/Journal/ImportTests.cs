using System.Net;
using System.Text;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>A copy that was taken away comes back, whole or not at all, and only into a journal that is open.</summary>
public sealed class ImportTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("A file for programs")]
    [InlineData("An encrypted file")]
    public async Task What_was_deleted_comes_back(string kind)
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync("the first");
        await visitor.WriteAsync("safe-relationships", ("text-who", "Xanthippe"), ("choice-what-happened", "asked"));
        var before = await JsonAsync(visitor);
        var file = (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), kind)).Html;
        await visitor.PressAsync(await visitor.GetAsync("/journal/delete"), "Delete everything", ("word", "delete"));

        await visitor.StartJournalAsync("another beginning");
        var own = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        await visitor.PressAsync(await visitor.GetAsync(own + "/delete"), "Delete it");
        var taken = await visitor.SendFileAsync(await visitor.GetAsync("/journal/import"), Encoding.UTF8.GetBytes(file), ("code", kind.Contains("enc", StringComparison.Ordinal) ? code : ""));

        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Contains("2 entries taken in", taken.Text, StringComparison.Ordinal);
        Assert.Equal(before, await JsonAsync(visitor));
    }

    [Fact]
    public async Task Whatever_is_wrong_is_said_and_the_journal_is_as_it_was()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("the first");
        var before = await JsonAsync(visitor);
        var file = (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "An encrypted file")).Html;
        var page = await visitor.GetAsync("/journal/import");
        var json = Encoding.UTF8.GetBytes(before);

        await AssertRefusedAsync([], "Choose a file first", HttpStatusCode.UnprocessableEntity, name: "");
        await AssertRefusedAsync("no notes"u8.ToArray(), "neither the encrypted page nor the JSON", HttpStatusCode.UnprocessableEntity);
        await AssertRefusedAsync(json[..^20], "stops before its end", HttpStatusCode.UnprocessableEntity);
        await AssertRefusedAsync(Encoding.UTF8.GetBytes(before.Replace("\"version\": 1", "\"version\": 7", StringComparison.Ordinal)), "newer version", HttpStatusCode.UnprocessableEntity);
        await AssertRefusedAsync(Encoding.UTF8.GetBytes(before.Replace("\"written\": \"2026", "\"written\": \"2126", StringComparison.Ordinal)), "a day that cannot be. It is entry 1", HttpStatusCode.UnprocessableEntity);
        await AssertRefusedAsync(Encoding.UTF8.GetBytes(file), "not ten words", HttpStatusCode.UnprocessableEntity, ("code", "only three words"));
        await AssertRefusedAsync(Encoding.UTF8.GetBytes(file), "do not open this file", HttpStatusCode.UnprocessableEntity, ("code", "aground cartload defuse expensive headless morse pound runner statistic unenvied"));
        await AssertRefusedAsync(json, "open for too long", HttpStatusCode.BadRequest, ("token", "forged"));
        await AssertRefusedAsync(json, "another journal", HttpStatusCode.Conflict, ("for", Guid.NewGuid().ToString("N")));
        await AssertRefusedAsync(json, "did not arrive whole", HttpStatusCode.BadRequest, ("code", new string('w', 10_000)));

        async Task AssertRefusedAsync(byte[] sent, string says, HttpStatusCode status, (string Name, string Value)? field = null, string name = "notes")
        {
            var refused = await visitor.SendFileAsync(page, sent, name, field is { } one ? [one] : []);
            Assert.Equal(status, refused.Status);
            Assert.Contains(says, refused.Text, StringComparison.Ordinal);
            Assert.Contains("your journal is as it was", refused.Text, StringComparison.Ordinal);
            Assert.Equal(before, await JsonAsync(visitor));
        }
    }

    [Fact]
    public async Task A_file_comes_back_over_http_2_as_well()
    {
        await using var server = new ServerProcess { Protocol = HttpVersion.Version20 };
        await server.StartAsync(new Dictionary<string, string> { ["Kestrel__EndpointDefaults__Protocols"] = "Http2" });
        var visitor = server.NewVisitor();
        await visitor.StartJournalAsync("the first");

        var taken = await visitor.SendFileAsync(await visitor.GetAsync("/journal/import"), Encoding.UTF8.GetBytes(await JsonAsync(visitor)));
        var refused = await visitor.SendFileAsync(await visitor.GetAsync("/journal/import"), new byte[1_000_000]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (taken.Status, refused.Status));
    }

    [Fact]
    public async Task Nobody_brings_anything_into_a_closed_journal()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("the first");
        var json = Encoding.UTF8.GetBytes(await JsonAsync(visitor));
        var page = await visitor.GetAsync("/journal/import");
        await visitor.PressAsync(page, "Close and lock");

        Assert.Equal("A private journal", (await visitor.SendFileAsync(page, json)).Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendFileAsync(page, json, "notes", [], site: "cross-site")).Status);
    }

    private static async Task<string> JsonAsync(Visitor visitor) =>
        (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A file for programs")).Html;
}
