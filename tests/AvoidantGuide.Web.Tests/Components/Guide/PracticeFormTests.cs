using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class PracticeFormTests : BunitContext
{
    private static readonly SafetyQuestion _safety = new("Would you be watched?", "Would they watch you?", "Go if you need to.");

    [Fact]
    public void It_posts_to_be_kept_and_carries_no_number_and_no_token() =>
        Assert.Equal(
            [("step", "keep"), ("practice", "slow-exit")],
            Show().Find("form").QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)));

    [Fact]
    public void Every_kind_of_prompt_is_asked_as_in_the_journal_under_ids_of_its_own()
    {
        var prompts = Enum.GetValues<PromptKind>().Select((kind, index) => Samples.Prompt(kind) with { Id = $"p{index}", Later = index % 2 == 1 }).ToArray();

        var form = Show(prompts);

        Assert.All(prompts.Where(prompt => prompt.Kind != PromptKind.Pause), prompt =>
            Assert.NotEmpty(form.FindAll($"[name='text-{prompt.Id}'], [name='choice-{prompt.Id}'], [name='rating-{prompt.Id}']")));
        var later = form.Find(".later").InnerHtml;
        Assert.All(prompts.Where(prompt => prompt.Kind is PromptKind.Text or PromptKind.Person), prompt =>
            Assert.Equal(prompt.Later, later.Contains($"\"text-{prompt.Id}\"", StringComparison.Ordinal)));
        Assert.All(form.FindAll("[id]"), element => Assert.StartsWith("here-", element.Id, StringComparison.Ordinal));
        string[] pointing = ["for", "aria-describedby", "aria-labelledby"];
        Assert.All(
            pointing.SelectMany(name => form.FindAll($"[{name}]").SelectMany(element => element.GetAttribute(name)!.Split(' '))),
            id => Assert.NotEmpty(form.FindAll($"#{id}")));
    }

    [Theory]
    [InlineData(PromptKind.Person, "Would they watch you?")]
    [InlineData(PromptKind.Text, "Would you be watched?")]
    public void The_question_before_a_practice_is_about_the_person_where_there_is_one(PromptKind kind, string question)
    {
        var form = Show(asks: true, Samples.Prompt(kind));

        Assert.Equal(question, form.Find(".gate legend").TextContent);
        Assert.Equal(["no", "yes", "not-sure"], form.FindAll("input[name=safety]").Select(answer => answer.GetAttribute("value")));
        Assert.Empty(form.FindAll("input[checked]"));
        Assert.Contains("Go if you need to.", form.Find(".instead").TextContent, StringComparison.Ordinal);
        Assert.NotNull(form.Find(".instead a[href='/get-help']"));
        Assert.Equal("blank", form.Find("form.instead button").GetAttribute("value"));
    }

    [Fact]
    public void A_practice_that_asks_nobody_to_stay_has_no_question_before_it() =>
        Assert.Empty(Show(Samples.Prompt(PromptKind.Text)).FindAll(".gate, .instead, [name=safety]"));

    [Theory]
    [InlineData(2, "tens-0 ones-2", "Look at a clock.")]
    [InlineData(45, "tens-4 ones-5", "Look at a clock.")]
    [InlineData(120, null, "Look at a clock.")]
    [InlineData(1440, null, "About this time tomorrow.")]
    public void A_length_shows_how_long_it_is_where_a_line_can(int minutes, string? line, string said)
    {
        var length = Samples.Prompt(PromptKind.OneOf) with { Choices = [new Choice("so-long", "So long", null) { Wait = TimeSpan.FromMinutes(minutes) }] };

        var wait = Show(length).Find(".wait");

        Assert.Contains(said, wait.TextContent, StringComparison.Ordinal);
        Assert.Equal(line, wait.QuerySelector("div")?.ClassName!.Replace("wait-line ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_choice_that_ends_steps_says_so_at_once(bool later)
    {
        var response = Samples.Prompt(PromptKind.OneOf) with { Later = later, Choices = [new Choice("warm", "Warm", null), new Choice("mocked", "Mocked me", null) { LeadsToHelp = true }] };

        var then = Show(response).Find(".choice:has([value=mocked]) + .hint");

        Assert.Contains("You can stop here.", then.TextContent, StringComparison.Ordinal);
        Assert.Equal("/get-help", then.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(Show(response).FindAll(".choice:has([value=warm]) + .hint"));
    }

    [Fact]
    public void A_pause_is_never_for_leaving_a_room_and_is_not_remembered()
    {
        var asked = Show(Samples.Prompt(PromptKind.Pause)).Find(".asked").TextContent;

        Assert.Contains("never for leaving a room", asked, StringComparison.Ordinal);
        Assert.Contains("cannot remember the pause", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 0)]
    public void A_page_among_all_the_others_has_nothing_to_fill_in(bool whole, int forms)
    {
        var practice = Samples.Practice(asksSafety: false);
        var page = Samples.Page(new PracticeBlock(practice), new PracticeBlock(practice) { FormOnly = true });

        var article = Render<GuideArticle>(p => p.Add(c => c.Page, page).Add(c => c.Safety, _safety).Add(c => c.Whole, whole));

        Assert.Equal(forms, article.FindAll("form").Count);
    }

    private IRenderedComponent<PracticeForm> Show(params Prompt[] prompts) => Show(asks: false, prompts);

    private IRenderedComponent<PracticeForm> Show(bool asks, params Prompt[] prompts) => Render<PracticeForm>(p => p
        .Add(c => c.Practice, Samples.Practice(asks) with { Prompts = prompts })
        .Add(c => c.Safety, _safety)
        .Add(c => c.Prefix, "here-")
        .Add(c => c.Level, 4));
}
