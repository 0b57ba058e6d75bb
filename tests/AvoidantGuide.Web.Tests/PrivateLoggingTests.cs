using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AvoidantGuide.Web.Tests.Pages.Journal;

namespace AvoidantGuide.Web.Tests;

/// <summary>
/// With every log turned up as far as it goes, nothing a person typed is in the store, the keys, the logs, the console or
/// a temporary file: not while they write, not after it is deleted.
/// </summary>
public sealed class PrivateLoggingTests
{
    private static readonly string[] _canaries = [.. Enumerable.Range(0, 60).Select(number => $"Kestrelplume{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}Wagtailquill")];
    private int _next;

    [Fact]
    public async Task Nothing_of_a_person_is_left_anywhere()
    {
        await using var server = new ServerProcess();
        var temporary = new ConcurrentQueue<string>();
        Directory.CreateDirectory(server.Temporary);
        using var watcher = new FileSystemWatcher(server.Temporary) { IncludeSubdirectories = true };
        watcher.Created += (_, created) => temporary.Enqueue(created.Name ?? "");
        await server.StartAsync(
            null, "--Serilog:MinimumLevel:Default=Verbose", "--Serilog:MinimumLevel:Override:Microsoft=Verbose",
            "--Serilog:MinimumLevel:Override:System=Verbose", "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Verbose");
        var visitor = server.NewVisitor();
        var code = await visitor.StartJournalAsync(Canary());
        // From here on: the first form makes the key that seals forms, and the framework writes that by way of a temporary file.
        watcher.EnableRaisingEvents = true;

        await WriteAsync(visitor);
        await AskAroundAsync(server);
        await SendNonsenseAsync(server);
        await TryCodesAsync(server, visitor, code);
        List<string> texts = [.. _canaries[.._next], code, code.Replace(' ', '-'), code.Replace(" ", "", StringComparison.Ordinal)];
        AssertNoTrace(server, texts);

        var home = await visitor.GetAsync("/journal");
        var entry = home.Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        await visitor.PressAsync(await visitor.GetAsync(entry + "/delete"), "Delete it");
        await visitor.PressAsync(await visitor.GetAsync("/journal/delete"), "Delete everything", ("word", "delete"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.UnlockAsync(code)).Status);
        await server.StopAsync();

        AssertNoTrace(server, texts);
        Assert.Empty(temporary);
        Assert.True(_next >= 20);
        // The logs were really written, and hold nothing that would teach an operator to overlook warnings.
        Assert.Contains("GET search 200", server.Output, StringComparison.Ordinal);
        Assert.Contains("POST journal/write 200", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("have been overridden", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_is_found_in_every_form()
    {
        const string text = "Kestrelplume";
        byte[][] hidden =
        [
            Encoding.UTF8.GetBytes($"..{text}.."), Encoding.Unicode.GetBytes($".{text}"),
            .. new[] { "", "a", "ab" }.Select(before => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{text}ü")))),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes($"a{text}b"))),
        ];
        Assert.All(hidden, bytes => Assert.NotEmpty(Traces.FindIn(bytes, [text])));
        Assert.Empty(Traces.FindIn(Encoding.UTF8.GetBytes("Kestrel plume"), [text]));
    }

    private string Canary() => _canaries[_next++];

    private async Task WriteAsync(Visitor visitor)
    {
        var early = await visitor.BeginAsync("catch-early");
        await visitor.PressAsync(early, "Go on", ("choice-noticed", Canary()), ("text-noticed", Canary()), ("happened", Canary()));
        var kept = await visitor.WriteAsync("catch-early", ("choice-noticed", "other"), ("text-noticed", Canary()), ("text-words", Canary()), ("sign-words", "yes"));
        await visitor.WriteAsync("safe-relationships", ("text-who", Canary()), ("choice-what-happened", "other"), ("text-what-happened", Canary()));
        await visitor.PressAsync(await visitor.GetAsync("/journal/find"), "Find", ("text", Canary()), ("choice", Canary()), ("person", Canary()));
        foreach (var address in new[] { "/journal", "/journal/noticed", "/journal/people", "/journal/steps" }) await visitor.GetAsync(address);

        var edit = await visitor.GetAsync(kept.Address.Split('?')[0] + "/edit");
        await visitor.PressAsync(edit, "Keep", ("text-words", Canary()));
        var conflict = await visitor.PressAsync(edit, "Keep", ("text-words", Canary()));
        Assert.Contains("Both texts are here", conflict.Text, StringComparison.Ordinal);
        await visitor.PressAsync(edit, "Keep", ("text-words", Canary()), ("token", Canary()));

        var blank = await visitor.BeginAsync("blank");
        var large = string.Concat(Enumerable.Repeat(Canary() + " ", 8_000));
        Assert.InRange(large.Length, 200_000, 400_000);
        Assert.Contains("20,000", (await visitor.PressAsync(blank, "Keep", (Keeper.Field(blank), large))).Text, StringComparison.Ordinal);
        await visitor.PostAsync("/journal/write", [new("step", "keep"), new("practice", Canary()), new("text-here", Canary())]);
        foreach (var form in new[] { "A text to read", "A file for programs" })
            Assert.Contains(_canaries[0], (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), form)).Html, StringComparison.Ordinal);
        var file = await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "An encrypted file");
        Assert.Empty(Traces.FindIn(Encoding.UTF8.GetBytes(file.Html), _canaries));
        await TakeInAsync(visitor, file);
        Assert.Contains(_canaries[0], (await visitor.PressAsync(await visitor.GetAsync("/journal/print"), "Show the sheet")).Html, StringComparison.Ordinal);
        await visitor.PressAsync(await visitor.GetAsync("/journal/settings"), "Keep", ("zone", Canary()));
        var locked = await visitor.PressAsync(blank, "Close and lock");
        Assert.Equal("A private journal", locked.Heading);
        var waiting = await visitor.PressAsync(blank, "Keep", (Keeper.Field(blank), Canary()));
        Assert.Contains("Your words are safe", waiting.Text, StringComparison.Ordinal);
    }

    /// <summary>Files large enough to be put on a disk by anything that would.</summary>
    private async Task TakeInAsync(Visitor visitor, Seen encrypted)
    {
        var json = (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A file for programs")).Html;
        var page = await visitor.GetAsync("/journal/import");
        var more = json.Replace("\"id\": \"", "\"id\": \"f", StringComparison.Ordinal).Replace("\"text\": \"", $"\"text\": \"{string.Concat(Enumerable.Repeat(Canary(), 600))}", StringComparison.Ordinal);
        foreach (var file in new[] { json, encrypted.Html, more, more[..^200], $"{Canary()}{new string('x', 500_000)}" })
            await visitor.SendFileAsync(page, Encoding.UTF8.GetBytes(file));
        await visitor.SendFileAsync(page, Encoding.UTF8.GetBytes(encrypted.Html), ("code", Canary()));
        await visitor.SendFileAsync(page, Encoding.UTF8.GetBytes(json), ("token", Canary()), ("for", Canary()));
    }

    private async Task AskAroundAsync(ServerProcess server)
    {
        var visitor = server.NewVisitor();
        var headers = visitor.Client.DefaultRequestHeaders;
        foreach (var name in new[] { "User-Agent", "X-Forwarded-For", "Accept-Language", "Cookie" }) headers.TryAddWithoutValidation(name, $"a={Canary()}");
        headers.TryAddWithoutValidation("Referer", $"https://elsewhere.example/{Canary()}");
        headers.TryAddWithoutValidation("X-Forwarded-Proto", Canary());
        foreach (var address in new[]
        {
            $"/search?q={Canary()}", $"/search?q=kill+myself+{Canary()}", $"/search?q=closeness+{Canary()}%22+OR+(", $"/the-switch?{Canary()}=1", $"/{Canary()}", $"/journal/{Canary()}", $"/journal/entries/{Canary()}", $"/a/{Canary()}/b",
            $"/error/{Canary()}", $"/journal?device={Canary()}", $"/feed.xml?{Canary()}",
        })
            await visitor.GetAsync(address);
    }

    private async Task SendNonsenseAsync(ServerProcess server)
    {
        using var client = server.NewClient();
        async Task SendAsync(HttpMethod method, string address, string body, string type = "application/x-www-form-urlencoded", string? host = null)
        {
            using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            if (host is not null) request.Headers.Host = host;
            var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode >= 400 || answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect);
        }

        await SendAsync(HttpMethod.Post, "/journal/write", $"{{\"{Canary()}\":1}}", $"application/{Canary()}");
        await SendAsync(HttpMethod.Post, "/journal/write", $"text-here={Canary()}{new string('x', ServerLimits.WritingBytes)}");
        await SendAsync(HttpMethod.Post, "/journal/write", string.Join('&', Enumerable.Repeat($"text-here={Canary()}", 2_000)));
        // Long enough that the framework would put it on the disk, wherever it is sent.
        var file = $"--b\r\nContent-Disposition: form-data; name=\"text-here\"; filename=\"f\"\r\n\r\n{Canary()}{new string('x', 200_000)}\r\n--b--\r\n";
        foreach (var address in new[] { "/journal/write", "/journal/import", "/journal/settings", "/journal/none/such", "/no/such/page", "/the-switch", "/feed.xml" })
            await SendAsync(HttpMethod.Post, address, file, "multipart/form-data; boundary=b");
        await SendAsync(HttpMethod.Post, "/journal/write", file, "multipart/form-data; boundary=b", host: "evil.example");
        await SendAsync(HttpMethod.Put, "/journal/write", file, "multipart/form-data; boundary=b");
        await SendAsync(HttpMethod.Post, "/journal/lock", Canary(), "text/plain");
        await SendAsync(new HttpMethod(Canary()), "/journal/write", "");
        await SendAsync(HttpMethod.Post, "/journal/write", "step=keep", host: $"{Canary()}.example");
        await SendAsync(HttpMethod.Post, "/journal/write", $"step=unlock&sealed={Canary()}&code={Canary()}");
    }

    private async Task TryCodesAsync(ServerProcess server, Visitor visitor, string code)
    {
        await server.NewVisitor().UnlockAsync(Canary());
        await server.NewVisitor().UnlockAsync(code + " " + code);
        await visitor.UnlockAsync(code);
        Assert.Contains("ten words stand in this text", (await visitor.KeepAsync($"the words: {code}")).Text, StringComparison.Ordinal);
    }

    private static void AssertNoTrace(ServerProcess server, IReadOnlyList<string> texts)
    {
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(server.Data, "logs")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(server.Data, "keys")));
        Assert.Empty(Traces.Find([server.Data, server.Temporary], texts));
        Assert.Empty(Traces.FindIn(Encoding.UTF8.GetBytes(server.Output), texts));
    }
}
