using System.IO.Compression;
using System.Net;
using System.Text;
using AvoidantGuide.Web.Tests.Pages;
using AvoidantGuide.Web.Tests.Pages.Journal;

namespace AvoidantGuide.Web.Tests;

/// <summary>Pages of the guide travel compressed, and nothing else does: a length that depends on a secret gives it away (BREACH).</summary>
public sealed class CompressionTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Guide => GuidePageTests.Guide;

    [Theory]
    [MemberData(nameof(Guide))]
    public async Task A_page_of_the_guide_is_compressed_as_the_browser_can_read_it(string address)
    {
        var plain = await AskAsync(address, null);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("Accept-Encoding", plain.Headers.Vary.Single());
        var words = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        foreach (var (accepted, coding) in new[] { ("gzip, deflate, br, zstd", "br"), ("br;q=0.5, gzip;q=1", "gzip"), ("gzip", "gzip"), ("br;q=0, GZIP", "gzip") })
        {
            var answer = await AskAsync(address, accepted);
            Assert.Equal(coding, answer.Content.Headers.ContentEncoding.Single());
            Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
            Assert.Equal(words, await ReadAsync(answer, coding));
        }
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br;q=0, gzip;q=0")]
    [InlineData("zstd")]
    [InlineData("nonsense, =;")]
    public async Task Who_reads_neither_is_sent_the_page_as_it_is(string accepted) =>
        Assert.Empty((await AskAsync("/the-switch", accepted)).Content.Headers.ContentEncoding);

    [Theory]
    [InlineData("/search?q=relief")]
    [InlineData("/no-such-page")]
    [InlineData("/The-Switch")]
    [InlineData("/leave")]
    [InlineData("/journal")]
    [InlineData("/journal/write")]
    [InlineData("/journal/lost-words")]
    [InlineData("/journal/export")]
    [InlineData("/journal/no-such-page")]
    public async Task Nothing_else_is_compressed(string address) => Assert.Empty((await AskAsync(address, "gzip, br")).Content.Headers.ContentEncoding);

    [Fact]
    public async Task No_page_of_an_open_journal_is_compressed()
    {
        var visitor = site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        await visitor.StartJournalAsync();
        var entry = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        foreach (var address in new[] { "/journal", "/journal/write", "/journal/entries", entry, entry + "/edit", "/journal/noticed", "/journal/export", "/journal/settings" })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Response.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task A_page_that_changes_is_compressed_anew()
    {
        using var content = new ContentCopy();
        await using var own = new Site().With("Guide:ContentPath", content.Path);
        await own.InitializeAsync();
        var before = Encoding.UTF8.GetString(await ReadAsync(await AskAsync("/about", "br", own), "br"));
        Assert.DoesNotContain("A heron stood still.", before, StringComparison.Ordinal);

        content.Change("guide/about.md", "No clinician has reviewed it yet.", "No clinician has reviewed it yet. A heron stood still.");
        own.Look();

        Assert.Contains("A heron stood still.", Encoding.UTF8.GetString(await ReadAsync(await AskAsync("/about", "br", own), "br")), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string? accepted, Site? at = null)
    {
        using var client = (at ?? site).CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, string coding)
    {
        var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream words = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await words.CopyToAsync(memory, TestContext.Current.CancellationToken);
        return memory.ToArray();
    }
}
