using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>
/// What a page of the guide weighs on its way: status line, headers and body as they are sent to a browser that understands Brotli.
/// A new connection carries ten packets of 1,460 bytes before it waits for an answer, so a page that fits in them is there at once.
/// </summary>
public sealed class WeightTests(Site site) : IClassFixture<Site>
{
    private const int TenPackets = 14_600;
    private const int WholeGuide = 45_000;

    private const int Everything = 60_000;
    private const int Script = 5_000;

    /// <summary>Kestrel adds it to each answer, and the server of these tests does not.</summary>
    private const string Date = "Date: Sun, 22 Nov 2026 09:00:00 GMT\r\n";

    public static TheoryData<string> Guide => GuidePageTests.Guide;

    [Theory]
    [MemberData(nameof(Guide))]
    public async Task The_first_view_fits_in_the_first_ten_packets(string address)
    {
        var (weight, _) = await AskAsync(address);
        var most = address == "/whole-guide" ? WholeGuide : TenPackets;
        TestContext.Current.TestOutputHelper!.WriteLine($"{address} {weight}");
        Assert.True(weight <= most, $"{address} weighs {weight} bytes, {weight - most} more than {most}.");
    }

    [Theory]
    [MemberData(nameof(Guide))]
    public async Task A_page_asks_for_little_after_it_and_none_of_it_is_script(string address)
    {
        var (weight, _) = await AskAsync(address);
        var page = (await site.NewVisitor().GetAsync(address)).Document;
        foreach (var other in page.QuerySelectorAll("link[rel~=icon], link[rel=stylesheet], link[rel~=preload], [src], image, use").Select(Address).Distinct(StringComparer.Ordinal))
            if (!other.StartsWith('#')) weight += (await AskAsync(other)).Weight;
        Assert.True(weight <= Everything, $"{address} and what it loads weigh {weight} bytes.");

        Assert.Empty(page.QuerySelectorAll("script[src]"));
        var script = page.QuerySelectorAll("script:not([type='application/ld+json'])").Sum(one => Encoding.UTF8.GetByteCount(one.TextContent));
        Assert.InRange(script, 1, Script);
    }

    private static string Address(IElement element) =>
        element.GetAttribute("href") ?? element.GetAttribute("src") ?? throw new InvalidOperationException($"{element.OuterHtml} names nothing.");

    private async Task<(int Weight, HttpResponseMessage Answer)> AskAsync(string address)
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");
        // The first reader after a change does not wait until the page is as small as it goes.
        await client.GetAsync(address, TestContext.Current.CancellationToken);
        await Shelves.TightAsync(site);
        var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n").Append(Date);
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            foreach (var value in values) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetByteCount(head.Append("\r\n").ToString()) + body.Length, answer);
    }
}
