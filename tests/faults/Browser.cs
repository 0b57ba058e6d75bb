using System.Net;
using System.Text.RegularExpressions;
using AvoidantGuide.Web.Tests;

namespace AvoidantGuide.Faults;

/// <summary>A browser without JavaScript, as far as the site's own pages need one: keeps cookies, follows redirects, sends the forms of pages.</summary>
internal sealed class Browser : IDisposable
{
    private readonly BrowserCookies _cookies;
    private readonly HttpClient _client;

    private Browser(Uri address, BrowserCookies cookies) => (_cookies, _client) = (cookies, new HttpClient(cookies, disposeHandler: false) { BaseAddress = address });

    public Browser(Uri address)
        : this(address, new BrowserCookies(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }))
    {
    }

    /// <summary>The same browser, whose requests now end at another node.</summary>
    public Browser At(Uri node) => new(node, _cookies);

    public void Dispose()
    {
        _client.Dispose();
        _cookies.Dispose();
    }

    public Task<Page> GetAsync(string path) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends the form that this button stands in, as the page filled it in, but for these fields.</summary>
    public Task<Page> PressAsync(Page page, string button, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var (action, filled) = page.Form(button);
        return PostAsync(action ?? page.Address, [.. filled.Where(field => fields.All(given => given.Name != field.Name)), .. fields]);
    }

    public Task<Page> PostAsync(string path, IReadOnlyList<(string Name, string Value)> fields) =>
        PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<Page> PostAsync(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return FollowAsync(request);
    }

    private async Task<Page> FollowAsync(HttpRequestMessage request)
    {
        // Sending makes it absolute.
        var path = request.RequestUri!.OriginalString;
        using (request)
        {
            using var answer = await _client.SendAsync(request);
            var html = await answer.Content.ReadAsStringAsync();
            var next = answer.Headers.Location is { IsAbsoluteUri: false } location ? location.OriginalString : Page.GoesOnTo(html);
            return next is null ? new Page(path, answer.StatusCode, html) : await GetAsync(next);
        }
    }
}

/// <param name="Address">Where the browser is after all redirects.</param>
internal sealed partial record Page(string Address, HttpStatusCode Status, string Html)
{
    private const RegexOptions Linear = RegexOptions.Singleline | RegexOptions.NonBacktracking;

    /// <summary>The ten words, where the page shows them.</summary>
    public IReadOnlyList<string> Words => [.. Items().Matches(List().Match(Html).Value).Select(item => item.Groups["text"].Value.Trim())];

    /// <summary>What is written in the places to write in.</summary>
    public IReadOnlyList<string> Written => [.. Places().Matches(Html).Select(Writing)];

    /// <summary>The number that stands last in a field's label.</summary>
    public int Asked(string field)
    {
        var label = Labels().Matches(Html).First(match => Value(match.Groups["head"].Value, "for") == field).Groups["text"].Value;
        return int.Parse(label.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Where the form with this button goes, and what is filled in.</summary>
    public (string? Action, IReadOnlyList<(string Name, string Value)> Fields) Form(string button)
    {
        var form = Forms().Matches(Html).FirstOrDefault(form => Buttons().Matches(form.Groups["inside"].Value).Any(IsIt))
            ?? throw new InvalidOperationException($"There is no button \"{button}\" on {Address} ({(int)Status}).");
        var inside = form.Groups["inside"].Value;
        var inputs = Inputs().Matches(inside).Select(input => input.Groups["head"].Value).Where(head => Value(head, "type") is not ("radio" or "checkbox") || head.Contains(" checked", StringComparison.Ordinal));
        var pressed = Buttons().Matches(inside).First(IsIt).Groups["head"].Value;
        var fields = inputs.Append(pressed).Select(head => (Name: Value(head, "name"), Value: Value(head, "value") ?? ""))
            .Concat(Places().Matches(inside).Select(place => (Name: Value(place.Groups["head"].Value, "name"), Value: Writing(place))));
        return (Value(form.Groups["head"].Value, "action"), [.. fields.Where(field => field.Name is { Length: > 0 }).Select(field => (field.Name!, field.Value))]);

        bool IsIt(Match match) => WebUtility.HtmlDecode(match.Groups["text"].Value).Trim() == button;
    }

    /// <summary>A page that sends a browser on by itself.</summary>
    public static string? GoesOnTo(string html) => Refresh().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["address"].Value) : null;

    private static string Writing(Match place) => WebUtility.HtmlDecode(place.Groups["text"].Value).TrimStart('\n');

    private static string? Value(string head, string attribute) =>
        Attributes().Matches(head).FirstOrDefault(match => match.Groups["name"].Value == attribute) is { } match ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;

    [GeneratedRegex("<form(?<head>[^>]*)>(?<inside>.*?)</form>", Linear)]
    private static partial Regex Forms();

    [GeneratedRegex("<button(?<head>[^>]*)>(?<text>.*?)</button>", Linear)]
    private static partial Regex Buttons();

    [GeneratedRegex("<input(?<head>[^>]*)>", Linear)]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea(?<head>[^>]*)>(?<text>.*?)</textarea>", Linear)]
    private static partial Regex Places();

    [GeneratedRegex("<label(?<head>[^>]*)>(?<text>[^<]*)</label>", Linear)]
    private static partial Regex Labels();

    [GeneratedRegex("<ol class=\"words\".*?</ol>", Linear)]
    private static partial Regex List();

    [GeneratedRegex("<li[^>]*>(?<text>.*?)</li>", Linear)]
    private static partial Regex Items();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", Linear)]
    private static partial Regex Attributes();

    [GeneratedRegex("http-equiv=\"refresh\" content=\"0;url=(?<address>[^\"]*)\"", Linear)]
    private static partial Regex Refresh();
}
