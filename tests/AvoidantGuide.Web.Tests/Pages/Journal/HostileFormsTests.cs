using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Whatever is posted to the journal's forms: an answer for a person, and never a word of another journal.</summary>
public sealed class HostileFormsTests(Site site) : IClassFixture<Site>
{
    private const int Seed = 20261123;
    private const string Canary = "nobody else ever reads this line";

    /// <summary>As they travel.</summary>
    private static readonly string[] _values =
    [
        "", "+", "%00", "a%00b", "%0D%0A", "%FF%FE", "%ED%A0%80", "%zz", "%", "%E2%80%AE", "%F0%9F%98%80", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "'+OR+1%3D1+--", "..%2F..%2Fetc%2Fpasswd", "%7B%7B7*7%7D%7D",
        "-1", "0", "1", "2", "999999999999999999999", "1e9", "NaN", "true", "yes", "no", "none", "cant-tell", "other", "own-", "2026-13-45", "0001-01-01", "9999-12-31T23:59", "2026-11-22T18:30", "00000000000000000000000000000000",
        new('w', 3_000), new('w', 25_000), string.Concat(Enumerable.Repeat("%E5%AD%97", 8_000)), string.Concat(Enumerable.Repeat("abacus+", 40)),
    ];

    private static readonly string[] _names =
        ["step", "practice", "entry", "revision", "for", "begun", "prompt", "number", "at", "safety", "happened", "token", "sealed", "code", "first", "second", "device", "zone", "go", "word", "idle", "form", "text", "person", "from", "until", "list", "label", "anyway", "text-", "text-here", "text-x%00y", "choice-", "choice-who", "rating-", "rating-pull", "sign-", "sign-x", "", "%FF", "TEXT-HERE", "_charset_", "a[b]", "__proto__"];

    private static readonly string[] _steps = ["keep", "safety", "resume", "unlock", "ask", "confirm", "have-one", "", "KEEP"];

    [Fact]
    public async Task Every_form_answers_like_a_page_whatever_it_is_sent()
    {
        var neighbour = site.NewVisitor();
        await neighbour.StartJournalAsync(Canary);
        var theirs = (await neighbour.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!.Split('/')[^1];
        var before = await JsonAsync(neighbour);
        var random = new Random(Seed);
        var runs = Fuzz.Runs(400);
        var (visitor, forms) = (site.NewVisitor(), new List<Form>());
        for (var run = 0; run < runs; run++)
        {
            if (forms.Count == 0 || run % 100 == 0) (visitor, forms) = await OpenAsync(theirs);
            var form = forms[random.Next(forms.Count)];
            var body = Body(random, form, theirs);

            var answer = await PostAsync(visitor, form.Address, body);

            await AssertForAPersonAsync(answer, run, form.Address, body);
            if ((await visitor.GetAsync("/journal")).Heading != "Your journal") forms.Clear();
        }

        Assert.Equal(before, await JsonAsync(neighbour));
    }

    [Theory]
    [InlineData("rating-none")]
    [InlineData("choice-none")]
    [InlineData("sign-none")]
    [InlineData("number")]
    [InlineData("safety")]
    public async Task More_than_the_next_page_could_carry_is_said_and_the_words_are_given_back(string field)
    {
        var answer = await site.NewVisitor().PostAsync("/journal/write", [new("step", "keep"), new("practice", "blank"), new("text-here", "not to be lost"), new(field, new string('w', 900_000))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("not to be lost", answer.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Every form of every page of a journal that has something of everything in it; and some of pages that it has not.</summary>
    private async Task<(Visitor Visitor, List<Form> Forms)> OpenAsync(string theirs)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("my own");
        await visitor.WriteAsync("safe-relationships", ("text-who", "K"), ("choice-what-happened", "asked"));
        var begun = await visitor.SafeAsync(await visitor.BeginAsync("slow-exit"));
        var own = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        var person = (await visitor.GetAsync("/journal/people")).Document.QuerySelector("a[href^='/journal/people/']")!.GetAttribute("href")!;
        var pages = new List<Seen> { begun, await visitor.BeginAsync("blank"), await visitor.BeginAsync("small-doses") };
        foreach (var address in new[] { "/journal", "/journal/write", "/journal/settings", "/journal/find", "/journal/words", "/journal/delete", "/journal/export", "/journal/print", "/journal/noticed", own, own + "/edit", own + "/delete", person, "/journal/steps" })
            pages.Add(await visitor.GetAsync(address));
        // And of pages that are between two journals: what was begun before there was one, and new words on their way.
        var stranger = site.NewVisitor();
        var ten = await stranger.PressAsync(await stranger.BeginAsync("blank"), "Keep this", ("text-here", "not kept yet"));
        var anew = await visitor.PressAsync(await visitor.GetAsync("/journal/words"), "Make ten new words");
        foreach (var words in new[] { ten, anew }) pages.AddRange([words, await (words == ten ? stranger : visitor).PressAsync(words, "I have them. Go on")]);
        pages.Add(await stranger.GetAsync("/journal"));
        var forms = pages.SelectMany(page => page.Document.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().Select(form => new Form(form.GetAttribute("action") ?? page.Address, Visitor.Fields(form)))).ToList();
        var token = forms.SelectMany(form => form.Fields).First(field => field.Key == "token");
        var mine = forms.SelectMany(form => form.Fields).First(field => field.Key == "for");
        foreach (var address in new[] { "/journal/keep", $"/journal/entries/{theirs}/delete", $"/journal/entries/{theirs}/edit", $"/journal/write/{theirs}/1", $"/journal/look/{theirs}", own.Replace("/entries/", "/look/", StringComparison.Ordinal), $"/journal/people/{theirs}", $"{begun.Address}0", $"/journal/write/{Guid.NewGuid():N}/2147483647" })
            forms.Add(new Form(address, [token, mine]));
        // Signing out and taking away do nothing that is of interest here, and are most of the forms.
        return (visitor, [.. forms.Where(form => form.Address is not "/journal/lock")]);
    }

    private static string Body(Random random, Form form, string theirs)
    {
        var fields = form.Fields.Select(field => (Name: WebUtility.UrlEncode(field.Key), Value: WebUtility.UrlEncode(field.Value))).ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var value = random.Next(6) switch { 0 => theirs, 1 => _steps[random.Next(_steps.Length)], 2 when fields.Count > 0 => fields[random.Next(fields.Count)].Value, _ => _values[random.Next(_values.Length)] };
            var at = random.Next(fields.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < fields.Count:
                    fields.RemoveAt(at);
                    break;
                case 1 when at < fields.Count:
                    fields.Add((fields[at].Name, value));
                    break;
                case 2 or 3 when at < fields.Count:
                    fields[at] = (fields[at].Name, value);
                    break;
                default:
                    fields.Insert(at, (_names[random.Next(_names.Length)], value));
                    break;
            }
        }

        return string.Join('&', fields.Select(field => $"{field.Name}={field.Value}"));
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string address, string body)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task AssertForAPersonAsync(HttpResponseMessage answer, int run, string address, string body)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var said = string.Create(CultureInfo.InvariantCulture, $"Seed {Seed}, run {run}: {(int)answer.StatusCode} of {address} for {(body.Length > 2_000 ? body[..2_000] : body)}");
        Assert.True((int)answer.StatusCode < 500, said);
        Assert.False(html.Contains(Canary, StringComparison.Ordinal), said);
        foreach (var leak in new[] { "   at ", "Exception", "System.", "Microsoft.", ".cs:line", "SQLite" }) Assert.False(html.Contains(leak, StringComparison.Ordinal), $"{leak}: {said}");
        ExpectedHeaders.On(answer);
    }

    private static async Task<string> JsonAsync(Visitor visitor) =>
        (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A file for programs")).Html;

    private sealed record Form(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);
}
