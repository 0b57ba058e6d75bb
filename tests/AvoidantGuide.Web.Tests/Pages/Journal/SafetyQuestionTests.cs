using AvoidantGuide.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Where someone is asked to stay, wait or open up, the safety question comes first, each time, and is kept nowhere.</summary>
public sealed class SafetyQuestionTests(Site site) : IClassFixture<Site>
{
    private const string Question = "would you be punished, threatened, watched, or stopped from leaving?";

    public static TheoryData<string> Asking { get; } = ["slow-exit", "small-doses", "review-after", "safe-relationships"];

    public static TheoryData<string, string> AskingAndAnswers { get; } =
        new(Asking.SelectMany(row => new[] { (row.Data, "yes"), (row.Data, "not-sure") }));

    private Guide Guide => site.Services.GetRequiredService<Guide>();

    [Fact]
    public void Every_practice_that_asks_is_among_those_tested() =>
        Assert.Equal(Asking.Select(row => row.Data).Order(StringComparer.Ordinal), Guide.Practices.Where(practice => practice.AsksSafety).Select(practice => practice.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task The_question_comes_first_each_time_and_offers_three_answers(string practice)
    {
        var visitor = site.NewVisitor();
        for (var time = 0; time < 2; time++)
        {
            var question = await visitor.BeginAsync(practice);
            Assert.Contains(Question, question.Text, StringComparison.Ordinal);
            Assert.Equal(["no", "yes", "not-sure"], question.Document.QuerySelectorAll("input[name=safety]").Select(input => input.GetAttribute("value")));
            Assert.Empty(question.Document.QuerySelectorAll("input[name=safety][checked]"));
            AssertNoPrompt(question);

            var form = await visitor.PressAsync(question, "Go on", ("safety", "no"));
            Assert.NotEmpty(form.Document.QuerySelectorAll("[name^=text-], [name^=choice-]"));
        }
    }

    [Theory]
    [MemberData(nameof(AskingAndAnswers))]
    public async Task Yes_and_not_sure_reach_help_and_a_blank_page_and_never_the_prompts(string practice, string answer)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var page = await visitor.PressAsync(await visitor.BeginAsync(practice), "Go on", ("safety", answer));

        Assert.Contains("If you need to leave, go.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/get-help']"));
        AssertNoPrompt(page);
        Assert.NotNull(page.Document.QuerySelector("a[href='/leave']"));
        var blank = await visitor.PressAsync(page, "A blank page");
        Assert.Equal("text-here", Keeper.Field(blank));
    }

    [Theory]
    [InlineData("")]
    [InlineData("maybe")]
    [InlineData("NO")]
    public async Task Anything_else_asks_again(string answer)
    {
        var visitor = site.NewVisitor();
        var again = await visitor.PressAsync(await visitor.BeginAsync("slow-exit"), "Go on", ("safety", answer));
        Assert.Contains("Choose one of the three", again.Text, StringComparison.Ordinal);
        AssertNoPrompt(again);
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Posting_straight_to_keep_meets_the_question_and_carries_the_words_on(string practice)
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var prompt = Guide.PracticeNamed(practice)!.Prompts.First(prompt => prompt.Kind is PromptKind.Text or PromptKind.Sealed);
        KeyValuePair<string, string>[] straight =
            [new("step", "keep"), new("practice", practice), new($"text-{prompt.Id}", "carried \"along\"\nhere"), new("happened", "2026-11-20T10:00")];

        var question = await visitor.PostAsync("/journal/write", straight);
        Assert.Contains(Question, question.Text, StringComparison.Ordinal);
        var form = await visitor.PressAsync(question, "Go on", ("safety", "no"));
        Assert.Contains("carried \"along\"\nhere", form.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-20T10:00", form.Document.QuerySelector("input[name=happened]")!.GetAttribute("value"));

        var unsafely = await visitor.PressAsync(question, "Go on", ("safety", "yes"));
        Assert.Contains("If you need to leave, go.", unsafely.Text, StringComparison.Ordinal);
        Assert.Contains("carried \"along\"", unsafely.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_is_nowhere_in_what_is_kept()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var kept = await visitor.WriteAsync("small-doses", ("text-thing", "one small thing"));
        Assert.Contains("one small thing", kept.Text, StringComparison.Ordinal);

        var export = (await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A file for programs")).Html;

        Assert.Contains("one small thing", export, StringComparison.Ordinal);
        Assert.DoesNotContain("safety", export, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("punished", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_choice_offers_something_else_and_i_cant_tell()
    {
        var visitor = site.NewVisitor();
        foreach (var practice in Guide.Practices)
        {
            var page = await visitor.BeginAsync(practice.Id);
            if (practice.AsksSafety) page = await visitor.PressAsync(page, "Go on", ("safety", "no"));
            foreach (var prompt in practice.Prompts.Where(prompt => prompt.Kind is PromptKind.OneOf or PromptKind.AnyOf))
            {
                Assert.NotNull(page.Document.QuerySelector($"input[name='choice-{prompt.Id}'][value=other]"));
                Assert.NotNull(page.Document.QuerySelector($"input[name='choice-{prompt.Id}'][value=cant-tell]"));
                Assert.NotNull(page.Document.QuerySelector($"input[type=text][name='text-{prompt.Id}']"));
            }

            foreach (var prompt in practice.Prompts.Where(prompt => prompt.Kind == PromptKind.Scale))
                Assert.Equal(12, page.Document.QuerySelectorAll($"input[type=radio][name='rating-{prompt.Id}']").Length);
        }
    }

    private static void AssertNoPrompt(Seen page) => Assert.Empty(page.Document.QuerySelectorAll(
        "main textarea[name], main input[type=text], main input[name^=choice-], main input[name^=rating-], main input[name^=text-]"));
}
