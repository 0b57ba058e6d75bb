using System.Net;
using AvoidantGuide.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>An address that a page had once leads to the page in one step, for good, with what was asked for besides.</summary>
public sealed class OldAddressTests : IAsyncLifetime
{
    private readonly ContentCopy _content = new();
    private readonly Site _site;

    public OldAddressTests()
    {
        _content.Change("guide/the-switch.md", "id: the-switch\n", "id: the-switch\naliases: [/the-turn, /2024/Good-Times.html, /old/]\nanchors: { set-off: trigger-list, lovely-day: good-time }\n");
        _content.Change("guide/about.md", "id: about\n", "id: about\nslug: about-it\naliases: [/about]\n");
        _site = new Site().With("Guide:ContentPath", _content.Path);
    }

    [Theory]
    [InlineData("/the-turn", "/the-switch")]
    [InlineData("/The-Turn/", "/the-switch")]
    [InlineData("/the-turn?from=mail&x=%3Cb%3E", "/the-switch?from=mail&x=%3Cb%3E")]
    [InlineData("/2024/Good-Times.html", "/the-switch")]
    [InlineData("/2024/good-times.html/?a=b", "/the-switch?a=b")]
    [InlineData("/old", "/the-switch")]
    [InlineData("/old/", "/the-switch")]
    [InlineData("/ABOUT", "/about-it")]
    [InlineData("/The-Switch/?a=b", "/the-switch?a=b")]
    public async Task One_step_leads_to_the_page(string address, string target)
    {
        using var client = _site.CreateClient();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await client.SendAsync(new HttpRequestMessage(method, address), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.MovedPermanently, target), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(target, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task No_old_address_leads_to_another_old_one()
    {
        using var client = _site.CreateClient();
        var guide = _site.Services.GetRequiredService<Guide>();
        var aliases = guide.Pages.SelectMany(page => page.Aliases.Select(alias => (page.Path, alias))).ToList();

        Assert.Equal(4, aliases.Count);
        foreach (var (path, alias) in aliases)
        {
            var answer = await client.GetAsync(alias, TestContext.Current.CancellationToken);
            Assert.Equal(path, answer.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/2024/no-such-page")]
    [InlineData("/journal/the-turn")]
    [InlineData("/the-turn/more")]
    public async Task Nothing_else_leads_there(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _site.NewVisitor().GetAsync(address)).Status);

    [Fact]
    public async Task An_old_address_takes_no_post() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _site.NewVisitor().PostAsync("/2024/Good-Times.html", [])).Status);

    [Fact]
    public async Task An_old_anchor_is_on_the_page()
    {
        var page = (await _site.NewVisitor().GetAsync("/the-switch")).Document;
        Assert.NotNull(page.QuerySelector("#trigger-list #set-off"));
        Assert.NotNull(page.QuerySelector("#good-time #lovely-day"));
    }

    public async ValueTask InitializeAsync() => await _site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }
}
