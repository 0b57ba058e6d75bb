using System.Net;
using System.Net.Http.Headers;
using AvoidantGuide.Web.Finished;
using AvoidantGuide.Web.Tests.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>Whoever asks for a page of the guide gets kept bytes, with everything that HTTP says of them.</summary>
public sealed class FinishedPagesTests(Site site) : IClassFixture<Site>
{
    private const string Browser = "gzip, deflate, br, zstd";

    public static TheoryData<string> Kept { get; } = [.. GuidePageTests.Guide.Select(row => row.Data), "/feed.xml", "/sitemap.xml", "/robots.txt"];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Each_is_sent_with_its_length_a_strong_tag_and_the_headers_of_every_response(string address)
    {
        foreach (var accepted in new[] { null, "gzip", Browser })
        {
            var answer = await AskAsync(HttpMethod.Get, address, accepted);
            var head = await AskAsync(HttpMethod.Head, address, accepted);
            var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.Equal("public, max-age=0, s-maxage=60", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
            Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(answer.Content.Headers.ContentType, head.Content.Headers.ContentType);
            ExpectedHeaders.On(answer);
            ExpectedHeaders.On(head);
        }
    }

    [Fact]
    public async Task A_head_has_the_length_and_the_tag_of_its_page()
    {
        await TightAsync("/the-switch");
        foreach (var accepted in new[] { null, "gzip", Browser })
        {
            var (answer, head) = (await AskAsync(HttpMethod.Get, "/the-switch", accepted), await AskAsync(HttpMethod.Head, "/the-switch", accepted));
            Assert.Equal((answer.Headers.ETag, answer.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
        }
    }

    [Fact]
    public async Task Each_coding_has_a_tag_of_its_own_and_the_first_brotli_another_than_the_smallest()
    {
        var body = await (await AskAsync(HttpMethod.Get, "/what-helps", null)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var page = new FinishedPage(new MadePage("/what-helps", [], body), new Tally("/what-helps"));
        List<(string Tag, long Length)> seen = [await SentAsync(page, null), await SentAsync(page, "gzip"), await SentAsync(page, Browser)];
        page.Tighten();
        seen.Add(await SentAsync(page, Browser));

        Assert.Equal(seen.Count, seen.Select(one => one.Tag).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(seen.OrderByDescending(one => one.Length), seen);
        // Even the first reader is sent little more than the others.
        Assert.InRange((double)seen[2].Length / seen[3].Length, 1, 1.2);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("\"with, comma\",W/\"x\" , W/{0}")]
    [InlineData("*")]
    public async Task Who_has_the_page_already_is_told_so(string held)
    {
        foreach (var accepted in new[] { null, "gzip", Browser })
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                var whole = await TightAsync("/about", accepted: accepted);
                var answer = await AskAsync(method, "/about", accepted, null, ("If-None-Match", held.Replace("{0}", whole.Headers.ETag!.Tag, StringComparison.Ordinal)));

                Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
                Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
                Assert.Equal((whole.Headers.ETag, "Accept-Encoding"), (answer.Headers.ETag, answer.Headers.Vary.Single()));
                Assert.Equal(whole.Headers.CacheControl, answer.Headers.CacheControl);
                Assert.Null(answer.Content.Headers.ContentType);
                Assert.Empty(answer.Content.Headers.ContentEncoding);
                ExpectedHeaders.On(answer);
            }
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("nonsense")]
    [InlineData("\"open")]
    [InlineData("")]
    public async Task Who_has_another_page_is_sent_this_one(string held) =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, "/about", Browser, null, ("If-None-Match", held))).StatusCode);

    [Fact]
    public async Task The_tag_of_one_coding_does_not_stand_for_another()
    {
        var plain = await AskAsync(HttpMethod.Get, "/about", null);
        var answer = await AskAsync(HttpMethod.Get, "/about", "gzip", null, ("If-None-Match", plain.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("*", "br")]
    [InlineData("*;q=0.1, br;q=0", "gzip")]
    [InlineData("gzip;q=0.999, br;q=1.0", "br")]
    [InlineData("gzip;q=0.5,br;q=0.25", "gzip")]
    [InlineData("identity, gzip", "gzip")]
    [InlineData("identity;q=1, gzip;q=0.5", null)]
    [InlineData("*;q=0", null)]
    [InlineData("identity;q=0", null)]
    [InlineData("gzip;q=0, *;q=0.5, br;q=0", null)]
    [InlineData("gzip ; Q=1", "gzip")]
    [InlineData("br;q=2, gzip", "gzip")]
    [InlineData("br;q=0.0001, gzip", "gzip")]
    [InlineData("brotli, gzips", null)]
    [InlineData("", null)]
    public async Task The_coding_is_the_one_that_is_wanted_most(string accepted, string? coding) =>
        Assert.Equal(coding, (await AskAsync(HttpMethod.Get, "/about", accepted)).Content.Headers.ContentEncoding.SingleOrDefault());

    [Theory]
    [InlineData("/whole-guide/")]
    [InlineData("/THE-SWITCH")]
    [InlineData("/search")]
    [InlineData("/no-such-page")]
    [InlineData("/favicon.svg")]
    [InlineData("/journal")]
    [InlineData("/error/404")]
    public async Task Nothing_else_is_kept(string address)
    {
        Assert.Null((await AskAsync(HttpMethod.Get, address, Browser)).Headers.ETag);
        Assert.DoesNotContain(address, Shelves.Paths(site), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_made_before_the_server_listened_is_still_there_when_it_does()
    {
        await using var fresh = new Site();
        var pages = fresh.Services.GetRequiredService<FinishedPages>();
        pages.Open(["http://127.0.0.1:5080"]);
        HashSet<Shelf> had = [.. pages.All];
        pages.Open(["http://127.0.0.1:5080", "http://*:5081"]);
        Assert.ProperSuperset(had, pages.All.ToHashSet());
    }

    [Theory]
    [InlineData("POST", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("head", 200)]
    public async Task No_other_method_is_answered_from_it(string method, int status)
    {
        await AskAsync(HttpMethod.Get, "/about", null);
        var answer = await AskAsync(new HttpMethod(method), "/about", null);
        Assert.Equal((status, (EntityTagHeaderValue?)null), ((int)answer.StatusCode, answer.Headers.ETag));
    }

    [Fact]
    public async Task An_address_is_the_same_in_capitals()
    {
        // Plain: what is compressed gets another tag once it was made smaller, perhaps in between.
        var (small, large) = (await AskAsync(HttpMethod.Get, "/about", null), await AskAsync(HttpMethod.Get, "/about", null, null, ("Host", "LocalHost")));
        Assert.Equal(small.Headers.ETag, large.Headers.ETag);
    }

    [Fact]
    public async Task One_that_is_made_for_a_single_reader_says_as_much_of_who_may_keep_it()
    {
        var kept = await AskAsync(HttpMethod.Get, "/about", null);
        var single = await AskAsync(HttpMethod.Get, "/about", null, null, ("Host", "localhost:81"));
        Assert.Null(single.Headers.ETag);
        Assert.Equal((kept.Headers.CacheControl, "Accept-Encoding"), (single.Headers.CacheControl, string.Join(", ", single.Headers.Vary)));
    }

    [Fact]
    public async Task What_fails_while_a_page_is_finished_is_nothing_that_a_reader_meets()
    {
        var pages = site.Services.GetRequiredService<FinishedPages>();
        Assert.Null(await pages.MakeAsync(pages.All.First(), _ => throw new InvalidOperationException("A deliberate failure."), "/the-switch"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, "/the-switch", Browser)).StatusCode);
    }

    [Fact]
    public async Task Many_at_once_make_a_page_once()
    {
        var made = 0;
        await using var own = new Site().With(Shelves.Watching("/about", _ => Interlocked.Increment(ref made)));
        await own.InitializeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(HttpMethod.Get, "/about", Browser, own)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, made);
    }

    private static async Task<(string Tag, long Length)> SentAsync(FinishedPage page, string? accepted)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET" }, Response = { Body = Stream.Null } };
        context.Request.Headers.AcceptEncoding = accepted;
        await page.SendAsync(context);
        return (context.Response.Headers.ETag.ToString(), context.Response.ContentLength!.Value);
    }

    /// <summary>The page when it has become as small as it goes.</summary>
    private async Task<HttpResponseMessage> TightAsync(string address, Site? at = null, string? accepted = Browser)
    {
        await AskAsync(HttpMethod.Get, address, accepted, at);
        await Shelves.TightAsync(at ?? site);
        return await AskAsync(HttpMethod.Get, address, accepted, at);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, string? accepted, Site? at = null, params (string Name, string Value)[] headers)
    {
        using var client = (at ?? site).CreateClient();
        using var request = new HttpRequestMessage(method, address);
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
