using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AvoidantGuide.Faults;

/// <summary>Somebody who does everything that can be done with a journal, with words that can be found again.</summary>
internal sealed class Suspicious
{
    /// <summary>Long enough that the framework would put it on the disk, wherever it is sent.</summary>
    private const int Large = 300_000;

    /// <summary>The same, and not so much that the server cuts it off: no page takes it.</summary>
    private const int Misplaced = 200_000;

    private readonly Browser _browser;
    private readonly Canaries _canaries;

    private Suspicious(Browser browser, Canaries canaries) => (_browser, _canaries) = (browser, canaries);

    public static async Task<Suspicious> WriteAsync(Uri address, Canaries canaries)
    {
        var person = new Suspicious(new Browser(address), canaries);
        var first = canaries.Text();
        var code = canaries.Note(await person._browser.StartJournalAsync(first));
        await person.WriteAsync();
        await person.TakeAwayAsync(first);
        await person.SendLargeAsync();
        await person.LoseItAsync(code);
        return person;
    }

    /// <summary>One entry by itself, then the journal.</summary>
    public async Task DeleteAsync()
    {
        var kept = await _browser.KeepAsync(_canaries.Text());
        await _browser.PressAsync(await _browser.GetAsync($"{kept.Address.Split('?')[0]}/delete"), "Delete it");
        Visit.Expect(await _browser.PressAsync(await _browser.GetAsync("/journal/delete"), "Delete everything", ("word", "delete")), "<h1");
    }

    private async Task WriteAsync()
    {
        var blank = await _browser.BlankAsync();
        var kept = Visit.Expect(await _browser.PressAsync(blank, "Keep", ("text-here", _canaries.Text())), "Kept.");
        Visit.Expect(await _browser.PressAsync(await _browser.GetAsync($"{kept.Address.Split('?')[0]}/edit"), "Keep", ("text-here", _canaries.Text())), "Kept.");
        var proofs = (await _browser.BlankAsync()).Form("Keep").Fields.Where(field => field.Name is "for" or "token");
        (string, string)[] about = [("step", "keep"), ("practice", "safe-relationships"), ("safety", "no"), ("text-who", _canaries.Text()), ("choice-what-happened", "they-kept"), ("text-line", _canaries.Text())];
        Visit.Expect(await _browser.PostAsync("/journal/write", [.. proofs, .. about]), "Kept.");
        await _browser.PressAsync(await _browser.GetAsync("/journal/find"), "Find", ("text", _canaries.Text()));
        foreach (var path in new[] { "/journal", "/journal/entries", "/journal/people", "/journal/noticed", $"/search?q={_canaries.Text()}", $"/{_canaries.Text()}", $"/journal/{_canaries.Text()}" })
            await _browser.GetAsync(path);
    }

    private async Task TakeAwayAsync(string text)
    {
        foreach (var form in new[] { "A text to read", "A file for programs" })
            Visit.Expect(await _browser.PressAsync(await _browser.GetAsync("/journal/export"), form), text);
        var file = await _browser.PressAsync(await _browser.GetAsync("/journal/export"), "A file for programs");
        await SendFileAsync(file.Html);
        // Nearly the same, and far too long: refused only when most of it was read.
        await SendFileAsync(file.Html.Replace("\"id\": \"", "\"id\": \"f", StringComparison.Ordinal).Replace(text, Long(), StringComparison.Ordinal));
        await SendFileAsync(Long());
    }

    private async Task SendFileAsync(string text)
    {
        var (action, fields) = (await _browser.GetAsync("/journal/import")).Form("Bring it back");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(field => field.Name != "file")) form.Add(new StringContent(value), name);
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "notes" };
        form.Add(file);
        await _browser.PostAsync(action!, form);
    }

    private async Task SendLargeAsync()
    {
        Visit.Expect(await _browser.PressAsync(await _browser.BlankAsync(), "Keep", ("text-here", Long())), "20,000");
        foreach (var path in new[] { "/journal/write", "/journal/settings", "/no/such/page", "/the-switch" })
        {
            using var form = new MultipartFormDataContent { { new StringContent(Long(Misplaced)), "text-here", "notes" } };
            await _browser.PostAsync(path, form);
        }
    }

    /// <summary>The journal closes while they write; what they wrote waits, sealed, while wrong words are tried.</summary>
    private async Task LoseItAsync(string code)
    {
        var blank = await _browser.BlankAsync();
        await _browser.PressAsync(blank, "Close and lock");
        var waiting = Visit.Expect(await _browser.PressAsync(blank, "Keep", ("text-here", _canaries.Text())), "Your words are safe");
        var refused = await _browser.PressAsync(waiting, "Open", ("code", _canaries.Code()));
        if (refused.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests)) throw new InvalidOperationException($"Wrong words: {refused.Status}.");
        await _browser.PressAsync(refused, "Open", ("code", _canaries.Text()));
        Visit.Expect(await _browser.PressAsync(refused, "Open", ("code", code)), "<h1");
        Visit.Expect(await _browser.PressAsync(await _browser.BlankAsync(), "Keep", ("text-here", $"the words: {code}")), "ten words stand in this text");
    }

    private string Long(int length = Large)
    {
        var text = _canaries.Text();
        return string.Concat(Enumerable.Repeat($"{text} ", length / (text.Length + 1)));
    }
}
