using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AvoidantGuide.Web.Tests;

/// <summary>A person at a browser without JavaScript: follows links and redirects, fills in forms and sends them as a browser does.</summary>
public sealed class Visitor(HttpClient client)
{
    private const int MostRedirects = 5;
    private readonly List<string> _cookies = [];
    private readonly List<string> _addresses = [];

    public HttpClient Client => client;

    /// <summary>Every Set-Cookie header that came, in order.</summary>
    public IReadOnlyList<string> Cookies => _cookies;

    /// <summary>Every address that was asked for, in order: what a history or a proxy would hold.</summary>
    public IReadOnlyList<string> Addresses => _addresses;

    public Task<Seen> GetAsync(string address) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends the form that holds the button of this name, with what the page has filled in already and with these fields.</summary>
    public Task<Seen> PressAsync(Seen page, string button, params (string Name, string Value)[] fields)
    {
        var pressed = page.Document.QuerySelectorAll("button").OfType<IHtmlButtonElement>().First(element => element.TextContent.Trim() == button);
        var form = pressed.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"{button} stands in no form.");
        var values = form.Elements.SelectMany(Value).Where(field => fields.All(given => given.Name != field.Key)).ToList();
        values.AddRange(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (pressed.Name is { Length: > 0 } name) values.Add(KeyValuePair.Create(name, pressed.Value));
        return PostAsync(form.GetAttribute("action") ?? page.Address, [.. values]);
    }

    /// <summary>Sends the form that has a place for a file, with the file.</summary>
    public Task<Seen> SendFileAsync(Seen page, byte[] file, params (string Name, string Value)[] fields) => SendFileAsync(page, file, "notes", fields);

    /// <param name="name">The file's; empty where none was chosen.</param>
    public Task<Seen> SendFileAsync(Seen page, byte[] file, string name, (string Name, string Value)[] fields, string site = "same-origin")
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("input[type=file]")!.Closest("form")!;
        var body = new MultipartFormDataContent();
        foreach (var field in form.Elements.SelectMany(Value).Where(field => field.Key != "file"))
            body.Add(new StringContent(fields.FirstOrDefault(given => given.Name == field.Key).Value ?? field.Value), field.Key);
        var content = new ByteArrayContent(file);
        // As browsers do: a file that was not chosen has an empty name.
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
        body.Add(content);
        var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = body };
        request.Headers.Add("Sec-Fetch-Site", site);
        return FollowAsync(request);
    }

    public Task<Seen> PostAsync(string address, IReadOnlyList<KeyValuePair<string, string>> fields, string? site = "same-origin")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return FollowAsync(request);
    }

    private async Task<Seen> FollowAsync(HttpRequestMessage request)
    {
        // Sending makes it absolute.
        var address = request.RequestUri!.OriginalString;
        var response = Noted(await client.SendAsync(request, TestContext.Current.CancellationToken));
        _addresses.Add(address);
        for (var turn = 0; turn < MostRedirects && response.Headers.Location is { IsAbsoluteUri: false } location; turn++)
        {
            address = location.OriginalString;
            _addresses.Add(address);
            response = Noted(await client.GetAsync(location, TestContext.Current.CancellationToken));
        }

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (new HtmlParser().ParseDocument(html).QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content") is { } goOn)
            return await FollowAsync(new HttpRequestMessage(HttpMethod.Get, goOn["0;url=".Length..]));
        return new Seen(address, response, html, new HtmlParser().ParseDocument(html));
    }

    private HttpResponseMessage Noted(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies)) _cookies.AddRange(cookies);
        return response;
    }

    /// <summary>What a form would send as the page has filled it in.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Fields(IHtmlFormElement form) => [.. form.Elements.SelectMany(Value)];

    private static IEnumerable<KeyValuePair<string, string>> Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
        IHtmlInputElement { Name.Length: > 0 } input => [KeyValuePair.Create(input.Name, input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } area => [KeyValuePair.Create(area.Name, area.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => [KeyValuePair.Create(select.Name, select.Value ?? "")],
        _ => [],
    };
}

/// <param name="Address">Where the visitor is now, after redirects.</param>
public sealed record Seen(string Address, HttpResponseMessage Response, string Html, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What the page says, without its head and its scripts.</summary>
    public string Text => Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "";
}
