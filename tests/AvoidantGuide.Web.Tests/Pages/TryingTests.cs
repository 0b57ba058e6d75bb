using AvoidantGuide.Web.Tests.Pages.Journal;

namespace AvoidantGuide.Web.Tests.Pages;

/// <summary>Practices that are tried on a page of the guide.</summary>
public sealed class TryingTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] _five = ["catch-early", "slow-exit", "small-doses", "review-after", "safe-relationships"];

    [Fact]
    public async Task Each_of_the_five_has_a_form_of_its_own_folded_away()
    {
        var page = await site.NewVisitor().GetAsync("/what-helps");

        Assert.Equal(_five, page.Document.QuerySelectorAll("section.practice details:not([open]) input[name=practice]").Select(field => field.GetAttribute("value")));
        Assert.All(_five, id => Assert.Equal("Write this in the journal", page.Document.QuerySelector($"#{id} > form button")!.TextContent));
    }

    [Fact]
    public async Task Right_now_opens_straight_into_the_pause()
    {
        var page = await site.NewVisitor().GetAsync("/right-now");

        var form = page.Document.QuerySelector("#slow-exit-form form")!;
        Assert.Null(form.Closest("details"));
        Assert.NotNull(form.QuerySelector("[name=safety]"));
        Assert.Equal("pause", page.Document.QuerySelector("article h2[id]")!.Id);
        Assert.All(["pause", "hands", "a-line", "afterwards"], anchor => Assert.NotNull(page.Document.GetElementById(anchor)));
    }

    [Theory]
    [InlineData("/what-helps")]
    [InlineData("/right-now")]
    public async Task Ids_are_unique_and_every_label_leads_to_its_field(string address)
    {
        var page = await site.NewVisitor().GetAsync(address);

        var ids = page.Document.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.Document.QuerySelectorAll("main label[for]"), label => Assert.Contains(label.GetAttribute("for"), ids));
        Assert.DoesNotContain("style=", page.Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_guide_has_nothing_to_fill_in() =>
        Assert.Empty((await site.NewVisitor().GetAsync("/whole-guide")).Document.QuerySelectorAll("article form, article .try"));

    [Theory]
    [InlineData("/what-helps")]
    [InlineData("/right-now")]
    public async Task Every_visitor_gets_the_same_bytes_and_no_cookie(string address)
    {
        var keeper = site.NewVisitor();
        await keeper.StartJournalAsync();
        var reader = site.NewVisitor();
        var cookies = keeper.Cookies.Count;

        Assert.Equal((await reader.GetAsync(address)).Html, (await keeper.GetAsync(address)).Html);
        Assert.Empty(reader.Cookies);
        Assert.Equal(cookies, keeper.Cookies.Count);
    }

    [Fact]
    public async Task An_editors_new_prompt_and_a_form_of_theirs_are_there_without_code()
    {
        using var content = new ContentCopy();
        content.Change("practices/catch-early.md", "## How would you say it?", "## What colour was it? {#colour kind=any-of}\n- Blue {#blue}\n\n## How would you say it?");
        content.Change("guide/what-it-costs.md", "\n## ", "\n:::practice {ref=catch-early form=open}\n:::\n\n## ");
        await using var edited = new Site().With("Guide:ContentPath", content.Path);
        await edited.InitializeAsync();
        var visitor = edited.NewVisitor();

        Assert.NotNull((await visitor.GetAsync("/what-helps")).Document.QuerySelector("#catch-early details input[name='choice-colour'][value=blue]"));
        var page = await visitor.GetAsync("/what-it-costs");
        Assert.NotNull(page.Document.QuerySelector("#catch-early-form input[name='choice-colour'][value=blue]"));
        var policy = Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"));
        var style = page.Document.QuerySelector("style")!.TextContent;
        Assert.Contains(Assets.Style("forms.css") + Assets.Style("practice.css"), style, StringComparison.Ordinal);
        Assert.Contains(new PageAssets(style, "").StyleHash, policy, StringComparison.Ordinal);
    }
}
