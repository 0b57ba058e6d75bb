namespace AvoidantGuide.Content.Tests.Markup;

public sealed class WordingTests
{
    [Theory]
    [InlineData("So *avoidants* leave.", "AG501 1:5")]
    [InlineData("Perhaps an avoidant is tired.", "AG501 1:9")]
    [InlineData("An avoidant pattern is a leaning.")]
    [InlineData("You can be healed.", "AG502 1:12")]
    [InlineData("Here is the cure.", "AG502 1:13")]
    [InlineData("There is no cure, and nobody is cured by reading.")]
    [InlineData("One\ntoxic evening.", "AG503 2:1")]
    [InlineData("A narcissist?", "AG503 1:3")]
    [InlineData(":::short\n- a\n- b\n- a cure\n- d\n- e\n:::", "AG502 4:5")]
    public void A_word_to_think_about_is_a_warning_at_its_place(string body, params string[] expected)
    {
        var compiled = Sample.WithPage(body);

        Assert.Equal(expected, Sample.InBody(compiled));
        Assert.NotNull(compiled.Guide);
    }

    [Fact]
    public void A_sentence_over_35_words_is_a_warning_where_it_begins()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 35));

        Assert.Empty(Sample.InBody(Sample.WithPage($"Short. {words}. Short.")));
        Assert.Equal(["AG504 1:8"], Sample.InBody(Sample.WithPage($"Short. {words} more. Short.")));
    }

    [Theory]
    [InlineData("Perhaps you are avoidant.", "AG508 1:9")]
    [InlineData("You\u2019re a dismissive person.", "AG508 1:1")]
    [InlineData("You are just afraid of closeness.", "AG508 1:1")]
    [InlineData("Your attachment style is fearful.", "AG508 1:1")]
    [InlineData("You secretly want to stay.", "AG508 1:1")]
    [InlineData("Say what you really feel.", "AG508 1:5")]
    [InlineData("Deep down, you long for it.", "AG508 1:1")]
    [InlineData("You have avoidant attachment.", "AG508 1:1")]
    [InlineData("It is your avoidant side.", "AG508 1:7")]
    [InlineData("You don't know what you feel.", "AG508 1:1")]
    [InlineData("It hides your real feelings.", "AG508 1:10")]
    [InlineData("If you are avoidant, it may help to know. It does not mean that you are insecure.")]
    [InlineData("You are afraid of them. You may be told that you are cold, or avoidant. Do you really want this?")]
    [InlineData("In the words you would really use. You want to run, and you want them to come after you.")]
    public void Nobody_is_told_what_they_are_or_feel(string body, params string[] expected) => Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)));

    [Theory]
    [InlineData("When he comes home, his keys turn.", "AG509 1:6", "AG509 1:21")]
    [InlineData("A wife may call her friend.", "AG509 1:3", "AG509 1:17")]
    [InlineData("Ask your boyfriend.", "AG509 1:10")]
    [InlineData("He or she may go, and takes his or her coat.")]
    [InlineData("He may go, and she may stay.", "AG509 1:1", "AG509 1:16")]
    [InlineData("Use I, he, she, they or your name.")]
    [InlineData("He, she or they may go. A husband, a wife or a partner waits.")]
    [InlineData("The shepherd and the other one were there, with this.")]
    [InlineData(":::quote\nShe said his name ([S](src:stanton-2017)).\n— a brother\n:::")]
    [InlineData(":::claim {strength=mixed}\nHer own words ([S](src:stanton-2017)).\n:::", "AG509 2:1")]
    public void No_gender_is_the_usual_one(string body, params string[] expected) => Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)));

    [Theory]
    [InlineData("Your parents failed you.", "AG510 1:1")]
    [InlineData("She had a bad mother.", "AG509 1:1", "AG510 1:11")]
    [InlineData("It is so because your mother left.", "AG510 1:10")]
    [InlineData("It was your father\u2019s fault.", "AG510 1:13")]
    [InlineData("Your childhood made you so.", "AG510 1:1")]
    [InlineData("Do not blame your parents.", "AG510 1:8")]
    [InlineData("Nobody can look at how you love and say what your parents did. You need blame nobody.")]
    public void Nobodys_parents_are_blamed(string body, params string[] expected) => Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("About 40% leave.", "AG511 1:7")]
    [InlineData("Some 7.5 per cent leave.", "AG511 1:6")]
    [InlineData("One in seven babies do.", "AG511 1:1")]
    [InlineData("About one baby in seven does.", "AG511 1:7")]
    [InlineData("It was so for 3 of 10.", "AG511 1:15")]
    [InlineData("Half of people do.", "AG511 1:1")]
    [InlineData("In 298 couples it was so.", "AG511 1:4")]
    [InlineData("Among 151 dating and 168 newly married couples.", "AG511 1:22")]
    [InlineData("In 20,720 pairs of child and parent.", "AG511 1:4")]
    [InlineData("Some 5 people said so.", "AG511 1:6")]
    [InlineData("In six couples, and in twenty young adults.", "AG511 1:4", "AG511 1:24")]
    [InlineData("A small group (n = 40) said so.", "AG511 1:16")]
    [InlineData("Thousands of people say so.", "AG511 1:1")]
    [InlineData("Three other studies found more.", "AG511 1:1")]
    [InlineData("First, 30% ([S](src:stanton-2017)).\n\nThen 40%.", "AG511 3:6")]
    [InlineData("- 30% ([S](src:stanton-2017))\n- 40%", "AG511 2:3")]
    [InlineData(":::claim {strength=mixed}\nIn 40 couples.\n\nSo it was ([S](src:stanton-2017)).\n:::")]
    [InlineData("In 1991 some people did. Call 116 123, people answer. For 20 minutes people waited.")]
    [InlineData("Two people leave. At 7 or more, go smaller. At thirty-four, in a year of two weeks. Aged 18, in 2019.")]
    [InlineData("Step 3 of 10. One of four labels. Twice in one week, one night in three weeks. It lasted 90 minutes in 3 rooms.")]
    public void A_number_that_only_research_can_know_has_a_source(string body, params string[] expected) => Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)));

    [Fact]
    public void A_paragraph_over_120_words_is_a_warning_where_it_begins()
    {
        var sentences = string.Concat(Enumerable.Repeat("One two three four five six seven eight nine ten. ", 12));

        Assert.Empty(Sample.InBody(Sample.WithPage($"Short.\n\n{sentences}")));
        Assert.Equal(["AG506 3:1"], Sample.InBody(Sample.WithPage($"Short.\n\n{sentences}More.")));
    }

    [Theory]
    [InlineData("### Deeper\n\n## A part\n\n### Below", "AG507 1:1")]
    [InlineData("## A part\n\n### Below")]
    [InlineData(":::faq\n### Is it? {#is-it}\nYes.\n:::")]
    public void A_heading_has_one_above_it(string body, params string[] expected) => Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)));

    [Theory]
    [InlineData("The same line.\nThe same line.", "AG225 2:1")]
    [InlineData("The same line.\n\nThe same line.", "AG225 3:1")]
    [InlineData("- One.\n- One.", "AG225 2:1")]
    [InlineData("- One.\n\n- One.", "AG225 3:1")]
    [InlineData("1. One.\n2. One.", "AG225 2:1")]
    [InlineData("- One\n  and more.\n- One\n  and more.\n- Two", "AG225 3:1")]
    [InlineData("- One\n  and more.\n- One\n  and less.")]
    [InlineData("- One.\n- Two.\n- One.")]
    [InlineData("Short one.\nShort one.")]
    [InlineData("```\nThe same line.\nThe same line.\n```")]
    [InlineData("The same line. <!-- AG225: a refrain -->\nThe same line. <!-- AG225: a refrain -->", "AG513 1:16")]
    public void What_was_pasted_twice_is_a_warning(string body, params string[] expected) => Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)));

    [Fact]
    public void An_overdue_review_is_a_warning_at_its_date()
    {
        var compiled = Compiler.Compile(new ContentFiles(Sample.Texts()), new DateTimeOffset(2027, 11, 21, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(["AG505 7:35"], Sample.InBody(compiled, "guide/the-switch.md", 1));
    }

    [Fact]
    public void Words_are_those_a_reader_sees()
    {
        var page = Sample.WithPage("One two [three](src:stanton-2017).\n\n:::terms\n:::\n\n:::practice {ref=catch-early}\n:::").Guide!.PageAt("/page")!;

        // The title, the text, the term with its other names, and the practice's title and words.
        Assert.Equal(2 + 3 + (1 + 4 + 4 + 5) + (3 + 2), page.Words);
    }
}
