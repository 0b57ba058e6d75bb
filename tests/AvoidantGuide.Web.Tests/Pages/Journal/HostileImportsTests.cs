using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>A file that a person or a program has changed: it is refused on a page, or every page can show what came of it.</summary>
public sealed class HostileImportsTests(Site site) : IClassFixture<Site>
{
    private const int Seed = 20261123;

    private static readonly string[] _values =
        ["null", "\"\"", "-1", "0", "1", "10", "7", "100", "200", "2147483647", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00Z\"", "\"2199-12-31T23:59:59\"", "\"1900-01-01T00:00:00\"", "\"scale\"", "\"when\"", "\"person\"", "\"any-of\"", "\"one-of\"", "\"sealed\"", "\"complete\"", "\"other\"", "\"cant-tell\"", "\"blank\"", "\"slow-exit\"", "\"review-after\"", "\"no-such-thing\"", "\"\\u0000<b>\\u202e\"", "\"Etc/UTC\"", "\"../../etc/passwd\"", "\"Europe/Paris\\u0000\"", "[]", "{}"];

    [Fact]
    public async Task What_is_taken_in_can_be_shown_and_what_is_not_is_refused_on_a_page()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("the first");
        await visitor.WriteAsync("safe-relationships", ("text-who", "K"), ("choice-what-happened", "asked"));
        await visitor.SafeAsync(await visitor.BeginAsync("slow-exit"));
        await visitor.SafeAsync(await visitor.BeginAsync("review-after"));
        var json = (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A file for programs")).Html;
        var random = new Random(Seed);
        var taken = 0;
        for (var run = 0; run < Fuzz.Runs(60); run++)
        {
            var file = Changed(random, json);
            var own = site.NewVisitor();
            await own.StartJournalAsync("my own");
            var answer = await own.SendFileAsync(await own.GetAsync("/journal/import"), Encoding.UTF8.GetBytes(file));
            var said = $"Seed {Seed}, run {run}: {file}";
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{answer.Status}. {said}");
            if (answer.Status != HttpStatusCode.OK) continue;
            taken++;
            await AssertShownAsync(own, said);
        }

        Assert.InRange(taken, 1, int.MaxValue);
    }

    [Fact]
    public async Task However_a_body_is_broken_a_page_answers()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("my own");
        var page = await visitor.GetAsync("/journal/import");
        var fields = Visitor.Fields((IHtmlFormElement)page.Document.QuerySelector("input[type=file]")!.Closest("form")!).ToDictionary(field => field.Key, field => field.Value);
        var whole = Encoding.UTF8.GetBytes(string.Concat(fields.Where(field => field.Key != "file").Select(field => $"--cut\r\nContent-Disposition: form-data; name=\"{field.Key}\"\r\n\r\n{field.Value}\r\n"))
            + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes\"\r\nContent-Type: application/octet-stream\r\n\r\n{}\r\n--cut--\r\n");
        string[] kinds = ["multipart/form-data; boundary=cut", "multipart/form-data; boundary=cut", "multipart/form-data; boundary=cut", "multipart/form-data", "multipart/form-data; boundary=", $"multipart/form-data; boundary={new string('b', 300)}", "multipart/mixed; boundary=cut", "multipart/form-data; boundary=\"cu", "text/plain", ""];
        var random = new Random(Seed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(visitor, whole, kinds[0])).Status);
        for (var run = 0; run < Fuzz.Runs(150); run++)
        {
            var (body, kind) = (Broken(random, whole), kinds[random.Next(kinds.Length)]);
            var answer = await SendAsync(visitor, body, kind);
            var said = $"Seed {Seed}, run {run}, {kind}: {(int)answer.Status} for {Convert.ToBase64String(body)}";
            Assert.True((int)answer.Status is >= 400 and < 500, said);
            Assert.DoesNotContain("Exception", answer.Html, StringComparison.Ordinal);
            ExpectedHeaders.On(answer.Response);
        }
    }

    private static async Task<Seen> SendAsync(Visitor visitor, byte[] body, string kind)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", kind);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/journal/import") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Seen("/journal/import", response, html, new HtmlParser().ParseDocument(html));
    }

    private static byte[] Broken(Random random, byte[] whole)
    {
        var body = whole.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var (from, count) = (random.Next(body.Count), random.Next(1, 60));
            count = Math.Min(count, body.Count - from);
            switch (random.Next(5))
            {
                case 0:
                    body.RemoveRange(from, count);
                    break;
                case 1:
                    body.InsertRange(from, body.GetRange(from, count));
                    break;
                case 2:
                    body.RemoveRange(from, body.Count - from);
                    break;
                case 3:
                    body.InsertRange(from, Encoding.UTF8.GetBytes(random.Next(3) switch { 0 => "\r\n--cut\r\n", 1 => $"\r\n--cut\r\nContent-Disposition: form-data; name=\"{new string('n', 3_000)}\"\r\n\r\n", _ => "\0\r\n\r\n--cut--" }));
                    break;
                default:
                    body[from] = (byte)random.Next(256);
                    break;
            }

            if (body.Count == 0) body.Add(0);
        }

        return [.. body];
    }

    private static async Task AssertShownAsync(Visitor visitor, string said)
    {
        var list = await visitor.GetAsync("/journal/entries");
        var entries = list.Document.QuerySelectorAll("ul.entries a").Select(link => link.GetAttribute("href")!).ToList();
        var people = (await visitor.GetAsync("/journal/people")).Document.QuerySelectorAll("main a[href^='/journal/people/']").Select(link => link.GetAttribute("href")!);
        string[] pages = ["/journal", "/journal/entries", "/journal/noticed", "/journal/people", "/journal/steps", "/journal/settings", "/journal/find", "/journal/print", .. entries, .. entries.Select(entry => entry + "/edit"), .. entries.Select(entry => entry.Replace("/entries/", "/look/", StringComparison.Ordinal)), .. people];
        foreach (var page in pages)
        {
            var seen = await visitor.GetAsync(page);
            Assert.True((int)seen.Status is 200 or 404, $"{(int)seen.Status} of {page}. {said}");
        }

        foreach (var entry in entries)
        {
            var read = await visitor.GetAsync(entry);
            foreach (var button in read.Document.QuerySelectorAll("main form[action='/journal/write'] button").Select(button => button.TextContent.Trim()).ToList())
            {
                var next = await visitor.SafeAsync(await visitor.PressAsync(read, button));
                Assert.True((int)next.Status < 500, $"{(int)next.Status} of {button} of {entry}. {said}");
            }

            var edit = await visitor.GetAsync(entry + "/edit");
            if (edit.Document.QuerySelector("main form[action='/journal/write'] button") is { } keep)
            {
                var kept = await visitor.PressAsync(edit, keep.TextContent.Trim());
                Assert.True((int)kept.Status < 500, $"{(int)kept.Status} of keeping {entry}. {said}");
            }
        }

        var found = await visitor.PressAsync(await visitor.GetAsync("/journal/find"), "Find", ("text", "e"));
        Assert.True(found.Status == HttpStatusCode.OK, $"{found.Status} of finding. {said}");
    }

    /// <summary>Another value in one place or two, of those that the file's own shape allows.</summary>
    private static string Changed(Random random, string json)
    {
        var root = JsonNode.Parse(json)!;
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var places = Below(root).Where(node => node is JsonValue || random.Next(8) == 0).ToList();
            var node = places[random.Next(places.Count)];
            var fitting = _values.Where(value => node is not JsonValue known || known.GetValueKind() == JsonNode.Parse(value)?.GetValueKind()).ToList();
            node.ReplaceWith(JsonNode.Parse(fitting.Count > 0 && random.Next(4) > 0 ? fitting[random.Next(fitting.Count)] : _values[random.Next(_values.Length)]));
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => Enumerable.Empty<JsonNode?>(),
    }).OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child));
}
