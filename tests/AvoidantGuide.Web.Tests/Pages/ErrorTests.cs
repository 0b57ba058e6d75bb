using System.Net;
using System.Text;
using AvoidantGuide.Web.Tests.Pages.Journal;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>Every failure is a page for people, with its own status, and gives back what was typed.</summary>
public sealed class ErrorTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/journal/settings", "Keep")]
    [InlineData("/journal/delete", "Delete everything")]
    [InlineData("/journal/export", "A text to read")]
    public async Task A_missing_token_changes_nothing_and_is_said(string address, string button)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var page = await visitor.GetAsync(address);

        var refused = await visitor.PressAsync(page, button, ("token", ""), ("word", "delete"), ("idle", "200"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("That could not be read", refused.Heading);
        Assert.Equal("Your journal", (await visitor.GetAsync("/journal")).Heading);
        Assert.Equal("20", (await visitor.GetAsync("/journal/settings")).Document.QuerySelector("input[name=idle][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_missing_token_on_deleting_an_entry_deletes_nothing()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var entry = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        var refused = await visitor.PressAsync(await visitor.GetAsync(entry + "/delete"), "Delete it", ("token", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(entry)).Status);
    }

    [Fact]
    public async Task A_missing_token_on_an_edit_gives_the_words_back()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync("as it was");
        var entry = (await visitor.GetAsync("/journal")).Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        var edit = await visitor.GetAsync(entry + "/edit");
        var refused = await visitor.PressAsync(edit, "Keep", (Keeper.Field(edit), "changed words"), ("token", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("changed words", Keeper.Written(refused));
        Assert.Contains("as it was", (await visitor.GetAsync(entry)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_from_another_site_does_nothing_and_is_told_nothing()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        foreach (var address in new[] { "/journal/write", "/journal/settings", "/journal/delete", "/journal/lock", "/journal" })
        {
            var refused = await visitor.PostAsync(address, [new("text-here", "planted words")], "cross-site");
            Assert.Equal((HttpStatusCode.Forbidden, "That was not done"), (refused.Status, refused.Heading));
            Assert.DoesNotContain("planted words", refused.Html, StringComparison.Ordinal);
        }

        Assert.Equal("Your journal", (await visitor.GetAsync("/journal")).Heading);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost")]
    [InlineData("https://localhost:444")]
    public async Task An_older_browsers_post_is_judged_by_its_origin(string origin)
    {
        var visitor = site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("Origin", origin);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync("/journal", [new("code", "x")], site: null)).Status);
        visitor.Client.DefaultRequestHeaders.Remove("Origin");
        visitor.Client.DefaultRequestHeaders.Add("Origin", "https://localhost");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("/journal", [new("code", "x")], site: null)).Status);
    }

    [Theory]
    [InlineData("POST", "/the-switch")]
    [InlineData("PUT", "/search")]
    [InlineData("DELETE", "/feed.xml")]
    [InlineData("POST", "/journal/lost-words")]
    [InlineData("PATCH", "/journal/write")]
    [InlineData("POST", "/journal/entries")]
    public async Task A_method_that_an_address_does_not_have_is_said_on_a_page(string method, string address)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new FormUrlEncodedContent([]) };
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
        Assert.Contains("<h1>That does not work here</h1>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{\"practice\":\"blank\"}")]
    [InlineData("text/plain", "practice=blank")]
    [InlineData("application/x-secret-words", "x")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nwords\r\n--b--\r\n")]
    public async Task A_body_that_no_form_here_sends_is_refused_unread(string type, string body)
    {
        var visitor = site.NewVisitor();
        foreach (var address in new[] { "/journal/write", "/journal", "/journal/keep", "/journal/lock", "/journal/settings" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await visitor.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
            Assert.Contains("That could not be read", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_with_thousands_of_fields_is_refused_as_a_wrong_one()
    {
        var fields = Enumerable.Range(0, 3_000).Select(number => KeyValuePair.Create($"text-{number}", "x")).ToList();
        foreach (var address in new[] { "/journal/write", "/journal", "/journal/settings" })
            Assert.Equal(HttpStatusCode.BadRequest, (await site.NewVisitor().PostAsync(address, fields)).Status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("CfDJ8")]
    [InlineData("not base64 at all")]
    public async Task Sealed_words_that_are_none_are_refused_clearly(string words)
    {
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var opened = await visitor.PostAsync("/journal/write", [new("step", "unlock"), new("sealed", words), new("code", code)]);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains("could not be brought back", opened.Text, StringComparison.Ordinal);
    }
}
