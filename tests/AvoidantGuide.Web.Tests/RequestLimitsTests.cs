using System.Globalization;
using AngleSharp.Html.Dom;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Tests.Pages.Journal;

namespace AvoidantGuide.Web.Tests;

/// <summary>Each limit of a request answers with its own status, and says nothing of the server.</summary>
public sealed class RequestLimitsTests(BodyLimitsTests.Running running) : IClassFixture<BodyLimitsTests.Running>
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n";

    private Uri Server => running.Server.Address;

    private string Host => $"Host: {Server.Authority}\r\n";

    [Theory]
    [InlineData("line", 414)]
    [InlineData("header", 431)]
    [InlineData("headers", 431)]
    [InlineData("two hosts", 400)]
    [InlineData("no host", 400)]
    [InlineData("control", 400)]
    [InlineData("two lengths", 400)]
    [InlineData("length and chunks", 400)]
    [InlineData("version", 505)]
    [InlineData("upgrade", 200)]
    public async Task What_is_refused_before_it_is_read_gets_its_status_and_nothing_else(string kind, int status)
    {
        await using var sent = await RawRequest.SendAsync(Server, kind switch
        {
            "line" => $"GET /search?q={new string('w', 9_000)} HTTP/1.1\r\n{Host}Connection: close\r\n\r\n",
            "header" => $"GET / HTTP/1.1\r\n{Host}X-Long: {new string('w', 17_000)}\r\n\r\n",
            "headers" => $"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(0, 101).Select(number => $"X-{number}: w\r\n"))}\r\n",
            "two hosts" => $"GET / HTTP/1.1\r\n{Host}Host: evil.example\r\n\r\n",
            "no host" => "GET / HTTP/1.1\r\n\r\n",
            "control" => $"GET / HTTP/1.1\r\n{Host}X-Odd: a\0b\r\n\r\n",
            "two lengths" => $"POST /journal HTTP/1.1\r\n{Host}{Form}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
            "length and chunks" => $"POST /journal HTTP/1.1\r\n{Host}{Form}Content-Length: 4\r\nTransfer-Encoding: gzip\r\n\r\nxxxx",
            "version" => $"GET / HTTP/9.1\r\n{Host}\r\n",
            _ => $"GET /about HTTP/1.1\r\n{Host}Connection: close, Upgrade\r\nUpgrade: websocket\r\n\r\n",
        });

        var answer = await sent.AnswerAsync();

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("Kestrel", answer.Head, StringComparison.OrdinalIgnoreCase);
        if (status != 200) Assert.Equal("", answer.Body);
        Assert.DoesNotContain("evil.example", answer.Head + answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/journal/write", ServerLimits.WritingBytes)]
    [InlineData("/journal/settings", ServerLimits.RequestBytes)]
    public async Task A_browser_that_sends_too_much_is_shown_a_page_once_it_has_sent_it(string address, int limit)
    {
        await using var sent = await RawRequest.SendAsync(Server, Post(address, limit * 3));
        for (var part = 0; part < 48; part++) await sent.SendAsync(new string('w', limit / 16));

        var answer = await sent.AnswerAsync();

        Assert.Equal(413, answer.Status);
        Assert.Contains("That was too much at once", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy", answer.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JournalImport.Bytes + 100_000, true, 413, "The file is larger than a file can be")]
    [InlineData(20_000_000, true, 422, "neither the encrypted page nor the JSON")]
    [InlineData(20_000_000, false, 302, "")]
    public async Task A_browser_that_sends_a_file_in_vain_is_shown_why_once_it_has_sent_it(int length, bool open, int status, string says)
    {
        var visitor = running.Server.NewVisitor();
        await visitor.StartJournalAsync();
        var page = await visitor.GetAsync("/journal/import");
        var fields = Visitor.Fields((IHtmlFormElement)page.Document.QuerySelector("input[type=file]")!.Closest("form")!);
        var head = string.Concat(fields.Where(field => field.Key is "for" or "token").Select(field => $"--b\r\nContent-Disposition: form-data; name=\"{field.Key}\"\r\n\r\n{field.Value}\r\n"))
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes\"\r\n\r\n";
        var cookies = string.Join("; ", visitor.Cookies.Select(cookie => cookie.Split(';')[0]).Where(cookie => open || !cookie.StartsWith("__Host-notes", StringComparison.Ordinal)));
        await using var sent = await RawRequest.SendAsync(
            Server, $"POST /journal/import HTTP/1.1\r\n{Host}Sec-Fetch-Site: same-origin\r\nConnection: close\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {length}\r\n\r\n{head}");
        var part = new string('w', 1 << 20);
        for (var left = length - head.Length; left > 0; left -= part.Length) await sent.SendAsync(part[..Math.Min(left, part.Length)]);

        var answer = await sent.AnswerAsync();

        Assert.Equal(status, answer.Status);
        Assert.Contains(says, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_by_far_is_not_read_to_its_end()
    {
        await using var sent = await RawRequest.SendAsync(Server, Post("/journal/write", 17L * ServerLimits.WritingBytes));
        Assert.Equal(413, (await sent.AnswerAsync()).Status);
    }

    [Fact]
    public async Task A_name_of_a_field_that_no_form_has_is_refused()
    {
        var body = new string('n', 257) + "=x";
        await using var sent = await RawRequest.SendAsync(Server, Post("/journal/write", body.Length) + body);
        Assert.Equal(400, (await sent.AnswerAsync()).Status);
    }

    [Fact]
    public async Task Slow_headers_and_a_slow_body_are_given_up_and_others_are_answered_meanwhile()
    {
        await using var headers = await RawRequest.SendAsync(Server, $"GET /about HTTP/1.1\r\n{Host}X-Slow: ");
        await using var body = await RawRequest.SendAsync(Server, Post("/journal/write", 1_000) + "step=keep&text-here=a");
        using var client = running.Server.NewClient();
        Assert.True((await client.GetAsync("/about", TestContext.Current.CancellationToken)).IsSuccessStatusCode);

        var answers = await Task.WhenAll(headers.AnswerAsync(), body.AnswerAsync());

        Assert.Equal((408, ""), (answers[0].Status, answers[0].Body));
        Assert.Equal(408, answers[1].Status);
        Assert.Contains("That took too long to arrive", answers[1].Body, StringComparison.Ordinal);
    }

    private string Post(string address, long length) =>
        $"POST {address} HTTP/1.1\r\n{Host}{Form}Content-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
}
