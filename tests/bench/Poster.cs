using System.Net;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Bench;

/// <summary>A browser that has a journal open and sends entries to be kept.</summary>
internal sealed partial class Poster
{
    private readonly Keeper _keeper;
    private readonly string _journal;
    private readonly string _token;

    private Poster(Keeper keeper, string journal, string token) => (_keeper, _journal, _token) = (keeper, journal, token);

    public static async Task<Poster> OpenAsync(Uri address, string code)
    {
        var keeper = await Keeper.OpenAsync(address, 1, code);
        var client = keeper.Client;
        using var form = await client.GetAsync("/journal/settings");
        var session = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Prepend(session)));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var html = await form.Content.ReadAsStringAsync();
        return new Poster(keeper, Journal().Match(html).Groups["value"].Value, Token().Match(html).Groups["value"].Value);
    }

    public HttpClient Client => _keeper.Client;

    /// <summary>Reads a page to its end.</summary>
    public Task ReadAsync(string page) => _keeper.ReadAsync(page);

    public async Task SaveAsync()
    {
        using var form = Form(Guid.NewGuid(), "We had a good day, and then I did not write back for two.");
        using var answer = await SendAsync(form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"The entry was not kept: {answer.StatusCode}.");
    }

    /// <summary>A new entry, as the blank page would send it.</summary>
    public FormUrlEncodedContent Form(Guid entry, string text) => new([
        new("step", "keep"), new("practice", "blank"), new("entry", entry.ToString("N")), new("revision", "0"),
        new("for", _journal), new("token", _token), new("text-here", text),
    ]);

    public Task<HttpResponseMessage> SendAsync(HttpContent form) => Client.PostAsync("/journal/write", form);

    [GeneratedRegex("name=\"for\" value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Journal();

    [GeneratedRegex("name=\"token\"[^>]* value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
