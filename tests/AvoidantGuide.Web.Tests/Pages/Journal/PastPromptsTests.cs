using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>An entry stays as it was asked and answered, whatever an editor changes afterwards.</summary>
public sealed class PastPromptsTests : IAsyncLifetime
{
    private const string Practice = "practices/passing.md";
    private const string Asked = "How would you say it?";
    private readonly ContentCopy _content = new();
    private readonly Site _site;

    public PastPromptsTests()
    {
        // One that no page refers to, so that it can go.
        _content.Add(Practice, """
            ---
            id: passing
            title: "A passing practice"
            summary: "Here for a while."
            order: 8
            version: 1
            safety: none
            status: published
            ending: "Done."
            ---
            It comes and it goes.

            ## What did you notice? {#noticed kind=any-of need=yes from=sign}

            ## Where in the body? {#body kind=any-of}
            - Throat {#throat}
            - Chest {#chest}
            - Stomach {#stomach}

            ## How would you say it? {#words kind=text}
            In the words you would really use.
            """);
        _site = new Site().With("Guide:ContentPath", _content.Path);
    }

    [Fact]
    public async Task Reworded_prompts_and_choices_are_for_new_entries_only()
    {
        var visitor = _site.NewVisitor();
        var kept = await KeepOneAsync(visitor);
        _content.Change(Practice, Asked, "What are the words now?");
        _content.Change(Practice, "- Chest {#chest}", "- The ribs {#chest}");
        _site.Look();
        Assert.Contains("What are the words now?", (await visitor.WriteAsync("passing", ("choice-noticed", "cant-tell"), ("text-words", "newer"))).Text, StringComparison.Ordinal);

        var entry = kept.Address.Split('?')[0];
        var (read, edit) = (await visitor.GetAsync(entry), await visitor.GetAsync(entry + "/edit"));
        Assert.All([read, edit], AssertAsItWas);

        var changed = await visitor.PressAsync(edit, "Keep", ("text-words", "I want quiet, really"));
        Assert.Contains("I want quiet, really", changed.Text, StringComparison.Ordinal);
        AssertAsItWas(changed);
        var export = await visitor.PressAsync(await visitor.GetAsync("/journal/export"), "A file for programs");
        Assert.Contains(Asked, export.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("The ribs", export.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_that_an_editor_adds_is_a_step_at_its_place_from_then_on()
    {
        var visitor = _site.NewVisitor();
        await visitor.StartJournalAsync();
        var begun = await visitor.PressAsync(await visitor.BeginAsync("passing"), "Go on", ("choice-noticed", "irritated"));
        await visitor.BeginAsync("passing"); // Left empty, and taken up below.
        _content.Change(Practice, "## How would you say it?", "## How strong was it? {#strength kind=scale}\nAny number will do.\n\n## How would you say it?");
        _site.Look();

        var kept = await visitor.WriteAsync("passing", ("choice-noticed", "cant-tell"), ("choice-body", "chest"), ("rating-strength", "7"), ("text-words", "with a number"));
        Assert.Equal(["What did you notice?", "Where in the body?", "How strong was it?", Asked], kept.Document.QuerySelectorAll("dl.answers dt").Select(asked => asked.TextContent));
        Assert.Contains("7 of 10", kept.Text, StringComparison.Ordinal);
        // What was begun before takes it up on its way.
        Assert.NotEmpty((await visitor.PressAsync(begun, "Go on", ("choice-body", "throat"))).Document.QuerySelectorAll("[name='rating-strength']"));
    }

    [Fact]
    public async Task Words_for_a_question_that_is_taken_out_meanwhile_are_kept_with_it()
    {
        var visitor = _site.NewVisitor();
        await visitor.StartJournalAsync();
        var second = await visitor.PressAsync(await visitor.BeginAsync("passing"), "Go on", ("choice-noticed", "cant-tell"));
        var third = await visitor.PressAsync(second, "Go on");
        _content.Change(Practice, "## Where in the body? {#body kind=any-of}\n- Throat {#throat}\n- Chest {#chest}\n- Stomach {#stomach}\n\n", "");
        _content.Change(Practice, "## How would you say it? {#words kind=text}\nIn the words you would really use.", "## What else? {#else kind=text}");
        _site.Look();

        var page = await visitor.PressAsync(third, "Keep", ("text-words", "written while it was changed"));
        var kept = await visitor.GoThroughAsync(page, []);

        Assert.Contains("Kept.", kept.Text, StringComparison.Ordinal);
        Assert.Contains("written while it was changed", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_and_a_prompt_that_are_gone_stay_in_the_entry()
    {
        var visitor = _site.NewVisitor();
        var kept = await KeepOneAsync(visitor);
        _content.Change(Practice, "- Chest {#chest}\n", "");
        _content.Change(Practice, "## How would you say it? {#words kind=text}\nIn the words you would really use.", "");
        _site.Look();

        var edit = await visitor.GetAsync(kept.Address.Split('?')[0] + "/edit");
        AssertAsItWas(edit);
        AssertAsItWas(await visitor.PressAsync(edit, "Keep", ("happened", "2026-11-21T08:00")));
    }

    [Fact]
    public async Task An_entry_of_a_practice_that_is_gone_can_be_read_changed_and_exported()
    {
        var visitor = _site.NewVisitor();
        var kept = await KeepOneAsync(visitor);
        _content.Change(Practice, "status: published", "status: draft");
        _site.Look();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.BeginAsync("passing")).Status);

        var edit = await visitor.GetAsync(kept.Address.Split('?')[0] + "/edit");
        AssertAsItWas(edit);
        var changed = await visitor.PressAsync(edit, "Keep", ("text-words", "still mine"));
        Assert.Contains("still mine", changed.Text, StringComparison.Ordinal);
        Assert.Contains("An earlier practice", (await visitor.GetAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_whose_practice_goes_while_the_ten_words_are_shown_are_given_back()
    {
        var visitor = _site.NewVisitor();
        var form = await visitor.BeginAsync("passing");
        var words = await visitor.PressAsync(form, "Keep this", ("choice-noticed", "other"), ("text-noticed", "my own sign"), ("text-words", "not to be lost"));
        _content.Change(Practice, "status: published", "status: draft");
        _site.Look();

        var refused = await visitor.ConfirmAsync(words);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("not to be lost", refused.Text, StringComparison.Ordinal);
        Assert.Contains("my own sign", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_whose_practice_goes_while_the_journal_is_closed_are_given_back_on_opening()
    {
        var visitor = _site.NewVisitor();
        var code = await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("passing");
        _site.Clock.Move(TimeSpan.FromMinutes(25));
        var locked = await visitor.PressAsync(form, "Go on", ("choice-noticed", "other"), ("text-noticed", "not to be lost"));
        _content.Change(Practice, "status: published", "status: draft");
        _site.Look();

        var opened = await visitor.PressAsync(locked, "Open", ("code", code));

        Assert.Contains("not to be lost", opened.Text, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }

    private static async Task<Seen> KeepOneAsync(Visitor visitor)
    {
        await visitor.StartJournalAsync();
        var kept = await visitor.WriteAsync("passing", ("choice-noticed", "other"), ("text-noticed", "my own sign"), ("choice-body", "chest"), ("text-words", "I want quiet"));
        AssertAsItWas(kept);
        return kept;
    }

    private static void AssertAsItWas(Seen page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Asked, page.Text, StringComparison.Ordinal);
        Assert.Contains("Chest", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The ribs", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What are the words now?", page.Text, StringComparison.Ordinal);
    }
}
