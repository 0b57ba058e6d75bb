using System.Net;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Tests.Pages.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>Two servers on one database: whichever of them is asked, nobody notices that there are two.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private readonly Site _a;
    private readonly Site _b;

    public NodesTests() => (_a, _b) = (new Site().On(_database), new Site().On(_database));

    // Both at once, on a database with nothing in it.
    public async ValueTask InitializeAsync() => await Task.WhenAll(_a.InitializeAsync().AsTask(), _b.InitializeAsync().AsTask());

    public async ValueTask DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_form_of_one_is_kept_by_the_other_and_a_session_ends_on_both()
    {
        var (visitor, nodes) = Browser();
        await visitor.StartJournalAsync();
        nodes.On(_b);
        var cookie = visitor.Cookies.Last(set => set.StartsWith("__Host-", StringComparison.Ordinal) && !set.Contains("=;", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_b, cookie));
        for (var turn = 0; turn < 5; turn++)
        {
            nodes.On(_a);
            var form = await visitor.BeginAsync("blank");
            nodes.On(_b);
            Assert.Contains("Kept", (await visitor.PressAsync(form, "Keep", (Keeper.Field(form), $"written on one, kept by the other {turn}"))).Text, StringComparison.Ordinal);
        }

        await visitor.PressAsync(await visitor.GetAsync("/journal"), "Close and lock");
        Assert.Equal(HttpStatusCode.Found, await AskAsync(_a, cookie));
    }

    [Fact]
    public async Task Both_seal_with_one_key_that_nobody_reads_without_the_settings()
    {
        var key = Assert.Single(_a.Services.GetRequiredService<IKeyManager>().GetAllKeys());
        Assert.Equal(key.KeyId, Assert.Single(_b.Services.GetRequiredService<IKeyManager>().GetAllKeys()).KeyId);
        var text = _a.Services.GetDataProtector("x").Protect("words");
        Assert.Equal("words", _b.Services.GetDataProtector("x").Unprotect(text));
        var stored = Assert.Single(await _a.Services.GetRequiredService<SharedRing>().ReadAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("masterKey", stored, StringComparison.OrdinalIgnoreCase);

        await using var stranger = new Site().On(_database).With("Journal:SharedKey", Convert.ToBase64String(new byte[32]));
        await stranger.InitializeAsync();
        Assert.ThrowsAny<Exception>(() => stranger.Services.GetDataProtector("x").Unprotect(text));
    }

    /// <summary>With a cookie that somebody kept: 200 where it opens the journal.</summary>
    private static async Task<HttpStatusCode> AskAsync(Site site, string cookie)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/journal/entries");
        request.Headers.Add("Cookie", cookie);
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private (Visitor Visitor, Turning Nodes) Browser()
    {
        var nodes = new Turning(_a);
        return (new Visitor(new HttpClient(new BrowserCookies(nodes)) { BaseAddress = new Uri("https://localhost") }), nodes);
    }

    /// <summary>A proxy that asks one server, and then another.</summary>
    private sealed class Turning(Site first) : DelegatingHandler(first.Server.CreateHandler())
    {
        public void On(Site site) => _now = new HttpMessageInvoker(site.Server.CreateHandler());

        private HttpMessageInvoker? _now;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _now?.SendAsync(request, cancellationToken) ?? base.SendAsync(request, cancellationToken);
    }
}
