namespace AvoidantGuide.Content.Tests.Files;

public sealed class PracticeTests
{
    private const string Prompt = "## What was it? {#what kind=text}\n";

    [Fact]
    public void A_practice_is_its_words_and_its_prompts()
    {
        var practice = Assert.Single(Sample.Compile().Guide!.Practices);

        Assert.Equal(("catch-early", "Notice it sooner", 1, 1, false, "Enough."), (practice.Id, practice.Title, practice.Order, practice.Version, practice.AsksSafety, practice.Ending));
        Assert.Equal("<p>Some words.</p>\n", Assert.IsType<Prose>(Assert.Single(practice.Blocks)).Html);
        var prompt = Assert.Single(practice.Prompts);
        Assert.Equal(("noticed", "What did you notice?", "A line of help.", PromptKind.OneOf, true, false), (prompt.Id, prompt.Title, prompt.Help, prompt.Kind, prompt.Needed, prompt.Later));
    }

    [Fact]
    public void Choices_are_the_files_own_then_the_guides_then_other_and_cannot_tell()
    {
        var choices = Assert.Single(Assert.Single(Sample.Compile().Guide!.Practices).Prompts).Choices;

        Assert.Equal([new("nothing", "Nothing", null), new("gone-off", "Gone off them", "/the-switch#gone-off"), Choice.Other, Choice.CannotTell], choices);
    }

    [Theory]
    [InlineData("text", PromptKind.Text)]
    [InlineData("scale", PromptKind.Scale)]
    [InlineData("when", PromptKind.When)]
    [InlineData("person", PromptKind.Person)]
    [InlineData("sealed", PromptKind.Sealed)]
    [InlineData("complete", PromptKind.Complete)]
    [InlineData("pause", PromptKind.Pause)]
    public void Every_other_kind_has_no_choices(string kind, PromptKind expected)
    {
        var compiled = Compile($"{Prompt}## Now {{#now kind={kind} stage=later}}\n", asks: true);

        var prompt = compiled.Guide!.Practices[0].Prompts[1];
        Assert.Equal((expected, true, 0), (prompt.Kind, prompt.Later, prompt.Choices.Count));
    }

    [Theory]
    [InlineData("## A message {#message kind=sealed}", "AG601 7:9")]
    [InlineData("## Who? {#who kind=person}", "AG601 7:9")]
    [InlineData(Prompt + "## Wait {#wait kind=pause}", "AG601 7:9")]
    [InlineData("## Wait {#wait kind=pause}", "AG210 2:5", "AG601 7:9")]
    [InlineData("## One {#p-one kind=text need=yes}\n## Two {#p-two kind=text need=yes}\n## Three {#p-three kind=text need=yes}\n## Four {#p-four kind=text need=yes}", "AG603 14:1")]
    [InlineData("## How warm was your partner? {#warm kind=scale}", "AG604 11:1")]
    [InlineData("## How kind were they? {#kind kind=scale}", "AG604 11:1")]
    [InlineData("## Why did it happen? {#cause kind=text}", "AG605 11:1")]
    [InlineData(Prompt + "Say why.", "AG605 11:1")]
    [InlineData("## What did your mother do? {#past kind=text}", "AG606 11:1")]
    [InlineData("## A pick {#pick kind=one-of}\n- My childhood {#past}", "AG606 11:1")]
    [InlineData("Only words.", "AG210 2:5")]
    [InlineData("## No kind {#none}", "AG207 11:1")]
    [InlineData("## No id {kind=text}", "AG211 11:1")]
    [InlineData("## Wrong {#wrong kind=txt}", "AG207 11:18")]
    [InlineData("## Wrong {#wrong kind=text need=no}", "AG207 11:28")]
    [InlineData("## Wrong {#wrong kind=text stage=sooner}", "AG207 11:28")]
    [InlineData("## Wrong {#wrong kind=text ned=yes}", "AG205 11:28")]
    [InlineData("## Pick {#pick kind=one-of}", "AG210 11:1")]
    [InlineData("## Pick {#pick kind=one-of from=trigers}\n- A {#aa}", "AG207 11:28")]
    [InlineData("## Text {#text kind=text}\n- A {#aa}", "AG210 11:1")]
    [InlineData("## Text {#text kind=text from=move}", "AG210 11:1")]
    [InlineData("## Pick {#pick kind=any-of}\n- A", "AG210 11:1", "AG211 12:1")]
    [InlineData("## Pick {#pick kind=any-of}\n- A {#aa}\n- B {#aa}", "AG403 13:6")]
    [InlineData("## Pick {#pick kind=any-of}\n- A {#other}\n- B {#bb}", "AG403 12:6")]
    [InlineData("## Pick {#pick kind=any-of from=sign}\n- A {#gone-off}", "AG403 11:1")]
    [InlineData("## Pick {#pick kind=any-of}\n- A {#aa}\n  more", "AG212 13:3")]
    [InlineData("## Pick {#pick kind=any-of}\n- A {#aa}\n\nmore", "AG212 14:1")]
    [InlineData("## Pick {#pick kind=one-of}\n- A day {#day wait=1441}", "AG607 12:15")]
    [InlineData("## Pick {#pick kind=one-of}\n- An hour {#hour wait=60}", "AG607 11:1")]
    [InlineData("## Pick {#pick kind=any-of}\n- An hour {#hour wait=60}\n## The pause {#pause kind=pause}", "AG601 7:9", "AG607 11:1")]
    [InlineData("## The pause {#pause kind=pause}\n## Pick {#pick kind=one-of}\n- An hour {#hour wait=60}", "AG601 7:9", "AG607 12:1")]
    [InlineData(Prompt + "## The pause {#pause kind=pause}\n## Again {#again kind=pause}", "AG601 7:9", "AG607 13:1")]
    [InlineData("## How true? {#how-true kind=scale look=again}", "AG608 11:1")]
    [InlineData("## How afraid are you now? {#afraid kind=scale look=again}\nOnly what can be checked.", "AG608 11:1")]
    [InlineData("## Do I love them? {#loved kind=scale look=again}\nOnly what can be checked.", "AG604 11:1", "AG608 11:1")]
    [InlineData("## How true? {#how-true kind=scale look=again}\nChecked.\n## How sure? {#how-sure kind=scale look=again}\nChecked.", "AG608 13:1")]
    [InlineData("## How true? {#how-true kind=text look=again}\nOnly what can be checked.", "AG207 11:35")]
    [InlineData("## How hard? {#hard kind=scale then=smaler}", "AG207 11:32")]
    [InlineData("## How hard? {#hard kind=scale keep=sign}", "AG207 11:32")]
    [InlineData("## Pick {#pick kind=one-of}\n- Mocked {#mocked then=stay}", "AG207 12:19")]
    [InlineData(Prompt + Prompt, "AG403 12:18")]
    [InlineData(Prompt + "### Deeper", "AG212 12:1")]
    [InlineData(Prompt + ":::care\n:::", "AG212 12:1")]
    [InlineData(":::short\n- a\n- b\n- c\n- d\n- e\n:::\n" + Prompt, "AG212 11:1")]
    public void A_practice_that_breaks_a_rule_is_named_at_its_place(string body, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Sample.InBody(Compile(body), "practices/catch-early.md", 1).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("slow-exit")]
    [InlineData("small-doses")]
    [InlineData("review-after")]
    [InlineData("safe-relationships")]
    public void A_practice_that_asks_to_stay_cannot_leave_the_safety_question_out(string id)
    {
        var text = Sample.PracticeFrontMatter.Replace("catch-early", id, StringComparison.Ordinal) + Prompt;

        var compiled = Sample.Compile(("practices/one.md", text), ("practices/two.md", text.Replace("safety: none\n", "", StringComparison.Ordinal).Replace(id, id + "-too", StringComparison.Ordinal)));

        Assert.Equal(["AG601 7:9"], Sample.InBody(compiled, "practices/one.md", 1));
        Assert.Equal(["AG111 1:1"], Sample.InBody(compiled, "practices/two.md", 1));
    }

    [Theory]
    [InlineData("capture", 3)]
    [InlineData("review-after", 2)]
    public void Noticing_and_looking_back_rest_in_time(string id, int most)
    {
        Assert.Empty(Problems(most));
        Assert.Equal(["AG609 7:7"], Problems(most + 1));

        IEnumerable<string> Problems(int after)
        {
            var text = Sample.PracticeFrontMatter.Replace("catch-early", id, StringComparison.Ordinal)
                .Replace("safety: none\n", $"rest: {{ after: {after}, say: \"Enough.\" }}\nsafety: ask\n", StringComparison.Ordinal) + Prompt;
            return Sample.InBody(Sample.Compile(("practices/one.md", text)), "practices/one.md", 1);
        }
    }

    [Fact]
    public void What_a_flow_needs_to_know_comes_from_the_file()
    {
        var practice = Compile("""
            ## How long? {#length kind=one-of}
            - Ten minutes {#ten wait=10}
            - Until tomorrow {#tomorrow wait=1440}

            ## The pause {#pause kind=pause}

            ## How hard? {#hard kind=scale then=smaller stage=later}

            ## How true? {#how-true kind=scale look=again}
            Only what can be checked.

            ## Your words {#words kind=text keep=sign}

            ## And then? {#after kind=one-of}
            - Mocked {#mocked then=help}
            """, asks: true).Guide!.Practices[0];

        Assert.Equal([TimeSpan.FromMinutes(10), TimeSpan.FromDays(1), null, null], practice.Prompts[0].Choices.Select(choice => choice.Wait));
        Assert.Equal(["hard"], practice.Prompts.Where(prompt => prompt.SuggestsSmaller).Select(prompt => prompt.Id));
        Assert.Equal(["how-true"], practice.Prompts.Where(prompt => prompt.LooksAgain).Select(prompt => prompt.Id));
        Assert.Equal(["words"], practice.Prompts.Where(prompt => prompt.KeepsSign).Select(prompt => prompt.Id));
        Assert.Equal(["mocked"], practice.Prompts.SelectMany(prompt => prompt.Choices).Where(choice => choice.LeadsToHelp).Select(choice => choice.Id));
    }

    [Fact]
    public void A_practice_has_at_most_eight_prompts_and_a_pause_is_not_one()
    {
        var eight = string.Concat(Enumerable.Range(1, 8).Select(number => $"## Number {number} {{#p{number} kind=text}}\n"));

        Assert.Empty(Compile(eight + "## Wait {#wait kind=pause}\n", asks: true).Problems);
        Assert.Equal(["AG602 19:1"], Sample.InBody(Compile(eight + "## Nine {#p9 kind=text}\n"), "practices/catch-early.md", 1));
    }

    [Fact]
    public void A_practices_words_link_within_the_page_that_shows_it()
    {
        var whatHelps = Sample.PageNamed("what-helps") + "## Writing\n\n:::practice {ref=catch-early}\n:::\n";

        var compiled = Sample.Compile(("guide/what-helps.md", whatHelps),
            ("practices/catch-early.md", Sample.PracticeFrontMatter + "See [writing](#writing) and [S](src:stanton-2017).\n\n" + Prompt),
            ("guide/page.md", Sample.PageNamed("page") + "[it](what-helps.md#catch-early)"));

        Assert.Empty(compiled.Problems);
        Assert.Contains("/what-helps#catch-early", Assert.Single(compiled.Guide!.Sources).Uses.Select(use => use.Address));
    }

    [Fact]
    public void A_form_alone_leaves_the_practices_place_on_the_page_that_shows_it()
    {
        var compiled = Sample.Compile(
            ("guide/what-helps.md", Sample.PageNamed("what-helps") + ":::practice {ref=catch-early}\n:::\n"),
            ("guide/page.md", Sample.PageNamed("page") + ":::practice {ref=catch-early form=open}\n:::\n\n[It](what-helps.md#catch-early), [here](#catch-early-form)"),
            ("practices/catch-early.md", Sample.PracticeFrontMatter + "Seen once ([S](src:stanton-2017)).\n\n" + Prompt));

        Assert.Empty(compiled.Problems);
        Assert.DoesNotContain(Assert.Single(compiled.Guide!.Sources).Uses, use => use.Address.StartsWith("/page", StringComparison.Ordinal));
        Assert.Equal([true], compiled.Guide.Pages.Single(page => page.Id == "page").Blocks.OfType<PracticeBlock>().Select(block => block.FormOnly));
    }

    private static Compilation Compile(string body, bool asks = false) => Sample.Compile(("practices/catch-early.md",
        (asks ? Sample.PracticeFrontMatter.Replace("safety: none", "safety: ask", StringComparison.Ordinal) : Sample.PracticeFrontMatter) + body));
}
