using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Looking again after a day and after a week: twice at most, and gone without a word.</summary>
public sealed class LookTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private Visitor _visitor = null!;
    private string _code = "";
    private string _entry = "";

    [Fact]
    public async Task It_opens_after_a_day_and_the_old_number_shows_only_after_the_new_answer()
    {
        Assert.DoesNotContain("Look again", (await HomeAsync(TimeSpan.FromHours(23))).Text, StringComparison.Ordinal);
        var home = await HomeAsync(TimeSpan.FromHours(1));
        var look = await _visitor.GetAsync(home.Document.QuerySelector("a[href^='/journal/look/']")!.GetAttribute("href")!);
        Assert.Contains("never again", look.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("8 of 10", look.Text, StringComparison.Ordinal);
        Assert.Empty(look.Document.QuerySelectorAll("input[checked]"));

        var after = await _visitor.PressAsync(look, "Keep", ("rating-how-true", "5"));

        Assert.Contains("8 of 10", after.Text, StringComparison.Ordinal);
        Assert.Contains("5 of 10", after.Text, StringComparison.Ordinal);
        Assert.Contains("It may be telling you something real", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Look again", (await HomeAsync(TimeSpan.Zero)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_and_then_it_is_closed()
    {
        await AnswerAsync(TimeSpan.FromDays(1), "cant-tell");
        await AnswerAsync(TimeSpan.FromDays(6), "2");

        Assert.DoesNotContain("/journal/look/", (await HomeAsync(TimeSpan.FromDays(7))).Html, StringComparison.Ordinal);
        var seen = await _visitor.GetAsync($"/journal/look/{_entry}");
        Assert.Equal(["8 of 10", "I can't tell", "2 of 10"], seen.Document.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_look_that_is_not_taken_goes_after_fourteen_days()
    {
        Assert.Contains("/journal/look/", (await HomeAsync(TimeSpan.FromDays(7 + 14) - TimeSpan.FromMinutes(1))).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/journal/look/", (await HomeAsync(TimeSpan.FromMinutes(1))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_checked_is_closed_for_good()
    {
        var home = await HomeAsync(TimeSpan.FromDays(1));
        var look = await _visitor.GetAsync(home.Document.QuerySelector("a[href^='/journal/look/']")!.GetAttribute("href")!);

        await _visitor.PressAsync(look, "This cannot be checked. Do not ask again");

        Assert.DoesNotContain("/journal/look/", (await HomeAsync(TimeSpan.FromDays(7))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_answer_is_asked_for_and_a_taken_look_is_not_taken_twice()
    {
        var home = await HomeAsync(TimeSpan.FromDays(1));
        var look = await _visitor.GetAsync(home.Document.QuerySelector("a[href^='/journal/look/']")!.GetAttribute("href")!);
        Assert.Contains("Choose a number", (await _visitor.PressAsync(look, "Keep")).Text, StringComparison.Ordinal);
        await _visitor.PressAsync(look, "Keep", ("rating-how-true", "3"));

        Assert.Equal(HttpStatusCode.Conflict, (await _visitor.PressAsync(look, "Keep", ("rating-how-true", "9"))).Status);
    }

    [Fact]
    public async Task Without_a_number_there_is_nothing_to_look_at_again()
    {
        await _visitor.WriteAsync("review-after", ("choice-before", "nothing"), ("choice-mind-said", "cant-tell"), ("rating-how-true", "cant-tell"));
        var home = await HomeAsync(TimeSpan.FromDays(1));
        Assert.Single(home.Document.QuerySelectorAll("a[href^='/journal/look/']"));
    }

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _visitor = _site.NewVisitor();
        _code = await _visitor.StartJournalAsync();
        var kept = await _visitor.WriteAsync("review-after", ("choice-before", "nothing"), ("choice-mind-said", "other"), ("text-mind-said", "they will never again call"), ("rating-how-true", "8"));
        _entry = kept.Address.Split('/')[^1].Split('?')[0];
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<Seen> HomeAsync(TimeSpan later)
    {
        _site.Clock.Move(later);
        var home = await _visitor.GetAsync("/journal");
        return home.Heading == "Your journal" ? home : await _visitor.UnlockAsync(_code);
    }

    private async Task AnswerAsync(TimeSpan later, string rating)
    {
        await HomeAsync(later);
        await _visitor.PressAsync(await _visitor.GetAsync($"/journal/look/{_entry}"), "Keep", ("rating-how-true", rating));
    }
}
