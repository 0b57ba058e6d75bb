using System.Net;

namespace AvoidantGuide.Web.Tests;

/// <summary>What only the real server does: bodies over the limit, and what it says of itself.</summary>
public sealed class BodyLimitsTests(BodyLimitsTests.Running running) : IClassFixture<BodyLimitsTests.Running>
{
    [Theory]
    [InlineData("/journal/write", ServerLimits.WritingBytes)]
    [InlineData("/journal/keep", ServerLimits.WritingBytes)]
    [InlineData("/journal", ServerLimits.WritingBytes)]
    [InlineData("/journal/settings", ServerLimits.RequestBytes)]
    [InlineData("/journal/delete", ServerLimits.RequestBytes)]
    [InlineData("/journal/lock", ServerLimits.RequestBytes)]
    public async Task A_body_over_the_limit_is_said_to_be_too_much(string address, int limit)
    {
        using var client = running.Server.NewClient();
        using var request = Over(address, limit);
        // The client waits for the answer before it sends: a server that refuses in the middle of a body may cut the line instead.
        request.Headers.ExpectContinue = true;
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("That was too much at once", html, StringComparison.Ordinal);
        ExpectedHeaders.On(answer);
    }

    [Theory]
    [InlineData("/journal/write", ServerLimits.WritingBytes)]
    [InlineData("/journal/settings", ServerLimits.RequestBytes)]
    public async Task A_body_that_does_not_say_its_length_is_cut_at_the_limit(string address, int limit)
    {
        using var client = running.Server.NewClient();
        using var request = Over(address, limit);
        request.Headers.TransferEncodingChunked = true;
        try
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }
        catch (HttpRequestException cut)
        {
            Assert.IsAssignableFrom<IOException>(cut.InnerException);
        }
    }

    [Fact]
    public async Task A_long_text_within_the_limit_comes_back_to_be_cut()
    {
        var page = await running.Server.NewVisitor().PostAsync(
            "/journal/write", [new("step", "keep"), new("practice", "blank"), new("text-here", new string('w', 900_000))]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("HEAD", "/")]
    [InlineData("GET", "/journal")]
    [InlineData("GET", "/leave")]
    [InlineData("GET", "/no-such-page")]
    [InlineData("POST", "/the-switch")]
    [InlineData("TRACE", "/")]
    [InlineData("OPTIONS", "/the-switch")]
    public async Task The_real_server_sends_the_same_headers_and_does_not_name_itself(string method, string address)
    {
        using var client = running.Server.NewClient();
        ExpectedHeaders.On(await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_with_a_nul_is_refused()
    {
        using var client = running.Server.NewClient();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/a%00b", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/search?q=a%00b", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static HttpRequestMessage Over(string address, int limit)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("step", "keep"), new("practice", "blank"), new("text-here", new string('w', limit))]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    public sealed class Running : IAsyncLifetime
    {
        public ServerProcess Server { get; } = new();

        public async ValueTask InitializeAsync() => await Server.StartAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
