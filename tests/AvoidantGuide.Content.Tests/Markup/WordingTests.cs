namespace AvoidantGuide.Content.Tests.Markup;

public sealed class WordingTests
{
    [Theory]
    [InlineData("So *avoidants* leave.", "AG501 1:5")]
    [InlineData("Perhaps an avoidant is tired.", "AG501 1:9")]
    [InlineData("An avoidant pattern is a leaning.")]
    [InlineData("You can be healed.", "AG502 1:12")]
    [InlineData("There is no cure.", "AG502 1:13")]
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
