using System.Net;
using AvoidantGuide.Web.Tests.Pages.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>Limits on starting journals and on writing to one: each refusal says when to try again, and nothing typed is lost.</summary>
public sealed class FloodsTests
{
    private static readonly IPAddress _clinic = IPAddress.Parse("203.0.113.5");

    [Fact]
    public async Task A_journal_that_has_to_wait_begins_later_from_the_same_page()
    {
        await using var site = await StartAsync(("Journal:StartsPerHour", "2"));
        await site.NewVisitor().StartJournalAsync();
        await site.NewVisitor().StartJournalAsync();
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "just written, and not to be lost"));

        var refused = await visitor.ConfirmAsync(words);

        AssertLater(refused, HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(30), "Try once more in 30 minutes");
        Assert.Equal(Keeper.Words(words), Keeper.Words(refused));
        Assert.Equal("A private journal", (await visitor.GetAsync("/journal")).Heading);
        site.Clock.Move(TimeSpan.FromMinutes(30));
        Assert.Contains("just written, and not to be lost", (await visitor.ConfirmAsync(refused)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_journal_opens_it_and_writes_while_no_other_may_begin()
    {
        await using var site = await StartAsync(("Journal:StartsPerHour", "1"));
        var code = await site.NewVisitor().StartJournalAsync();
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "kept in mine instead"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.ConfirmAsync(words)).Status);

        var kept = await visitor.PressAsync(words, "Open", ("code", code));

        Assert.Contains("kept in mine instead", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Kept.", (await visitor.KeepAsync("and one more")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_submit_costs_no_second_start()
    {
        await using var site = await StartAsync(("Journal:StartsPerHour", "1"));
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "only once"));
        var list = Keeper.Words(words).Split(' ');
        var ask = await visitor.PressAsync(words, "I have them. Go on");
        await visitor.AnswerAsync(ask, list);
        Assert.Equal(HttpStatusCode.OK, (await visitor.AnswerAsync(ask, list)).Status);
    }

    [Fact]
    public async Task One_network_cannot_begin_them_all_and_a_proxy_on_this_machine_is_no_network()
    {
        await using var site = await StartAsync(("Journal:StartsPerHour", "100"));
        var floods = site.Services.GetRequiredService<Floods>();
        for (var begun = 0; begun < 10; begun++) Assert.Null(floods.Start(_clinic));

        Assert.Equal(TimeSpan.FromMinutes(6), floods.Start(_clinic));
        Assert.Null(floods.Start(IPAddress.Parse("203.0.113.6")));
        for (var begun = 0; begun < 89; begun++) Assert.Null(floods.Start(begun % 2 == 0 ? IPAddress.Loopback : IPAddress.IPv6Loopback));
        Assert.Equal(TimeSpan.FromSeconds(36), floods.Start(IPAddress.Loopback));
        Assert.Equal(TimeSpan.FromSeconds(36), floods.Start(IPAddress.Parse("203.0.113.7")));
    }

    [Fact]
    public async Task A_step_that_comes_too_fast_is_shown_again_with_its_words()
    {
        await using var site = await StartAsync(("Journal:SavesPerHour", "2"));
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        await visitor.KeepAsync("the second");

        var refused = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "not to be lost"));

        AssertLater(refused, HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(30), "Try once more in 30 minutes");
        Assert.Equal("not to be lost", Keeper.Written(refused));
        site.Clock.Move(TimeSpan.FromMinutes(30));
        var code = await visitor.PressAsync(refused, "Keep");
        // The session has ended meanwhile, and the words wait.
        Assert.Contains("Your words are safe", code.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_words_open_a_journal_that_has_to_rest_and_what_waited_sealed_is_given_back()
    {
        await using var site = await StartAsync(("Journal:SavesPerHour", "1"));
        var visitor = site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        await visitor.PressAsync(await visitor.GetAsync("/journal"), "Close and lock");
        var door = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "written while it closed"));
        await visitor.UnlockAsync(code);
        await visitor.KeepAsync("the one that is left");

        var refused = await visitor.PressAsync(door, "Open", ("code", code));

        AssertLater(refused, HttpStatusCode.TooManyRequests, TimeSpan.FromHours(1), "Your words are all still here");
        Assert.Equal("written while it closed", Keeper.Written(refused));
        Assert.Equal("Your journal", (await site.NewVisitor().UnlockAsync(code)).Heading);
    }

    [Fact]
    public async Task Settings_rest_as_well_and_closing_never_does()
    {
        await using var site = await StartAsync(("Journal:SavesPerHour", "1"));
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var settings = await visitor.GetAsync("/journal/settings");
        await visitor.PressAsync(settings, "Keep", ("idle", "60"));

        AssertLater(await visitor.PressAsync(settings, "Keep", ("idle", "200")), HttpStatusCode.TooManyRequests, TimeSpan.FromHours(1), "Nothing was done");
        Assert.Equal("60", (await visitor.GetAsync("/journal/settings")).Document.QuerySelector("input[name=idle][checked]")!.GetAttribute("value"));
        Assert.Equal("A private journal", (await visitor.PressAsync(settings, "Close and lock")).Heading);
    }

    [Fact]
    public async Task On_a_disk_that_is_nearly_full_no_journal_begins_and_those_that_exist_are_written_to()
    {
        var free = 2L << 30;
        await using var site = new Site().With(services => services.AddSingleton(new Room(() => (free, 20L << 30))));
        await site.InitializeAsync();
        var keeper = site.NewVisitor();
        await keeper.StartJournalAsync();
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "not to be lost"));
        free = (1L << 30) - 1;

        var refused = await visitor.ConfirmAsync(words);

        AssertLater(refused, HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(10), "little room left on this server");
        Assert.Contains("Kept.", (await keeper.KeepAsync("there is room for this")).Text, StringComparison.Ordinal);
        AssertLater(await keeper.SendFileAsync(await keeper.GetAsync("/journal/import"), "{}"u8.ToArray()), HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(10), "too little room");
        free = 2L << 30;
        Assert.Contains("not to be lost", (await visitor.ConfirmAsync(refused)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, 1_000, true)]
    [InlineData(100, 1_000, false)]
    [InlineData((1L << 30) - 1, 1L << 40, true)]
    [InlineData(1L << 30, 1L << 40, false)]
    public void A_tenth_of_a_small_disk_is_kept_and_a_gigabyte_of_a_large_one(long free, long whole, bool isShort) =>
        Assert.Equal(isShort, new Room(() => (free, whole)).IsShort);

    [Fact]
    public void Where_the_disk_cannot_be_asked_the_write_itself_will_tell()
    {
        Assert.False(new Room(() => throw new IOException()).IsShort);
        Assert.False(Room.Of("/no/such/folder").IsShort);
    }

    private static async Task<Site> StartAsync(params (string Key, string Value)[] settings)
    {
        var site = new Site();
        foreach (var (key, value) in settings) site.With(key, value);
        await site.InitializeAsync();
        return site;
    }

    private static void AssertLater(Seen page, HttpStatusCode status, TimeSpan wait, string says)
    {
        Assert.Equal(status, page.Status);
        Assert.Equal(wait, page.Response.Headers.RetryAfter?.Delta);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        ExpectedHeaders.On(page.Response);
    }
}
