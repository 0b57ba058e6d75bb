namespace AvoidantGuide.Content.Tests.Markup;

public sealed class RefusedMarkdownTests
{
    [Theory]
    [InlineData("<div onclick=\"x()\">\n</div>", "AG220 1:1")]
    [InlineData("Text.\n\n<!-- a comment -->", "AG220 3:1")]
    [InlineData("Some <b>bold</b> words", "AG220 1:6")]
    [InlineData("Some <b>bold</b> and <i>more</i> words\nand <b>more</b>", "AG220 1:6", "AG220 2:5")]
    [InlineData("Some <!-- hidden --> words", "AG220 1:6")]
    [InlineData("- item <script>x</script>", "AG220 1:8")]
    [InlineData("- <b>one</b>\n- <b>two</b>", "AG220 1:3", "AG220 2:3")]
    [InlineData("> <p>", "AG220 1:3")]
    [InlineData("![A picture](https://example.org/a.png)", "AG221 1:1")]
    [InlineData("[![A picture](a.png)](https://example.org/)", "AG301 1:1", "AG221 1:2")]
    [InlineData("# A title", "AG222 1:1")]
    [InlineData("Text.\n\n#### Too deep", "AG222 3:1")]
    [InlineData("A title\n=======", "AG222 1:1")]
    [InlineData("A title\n---", "AG222 1:1")]
    [InlineData("- item\n\n  ## Inside", "AG222 3:3")]
    [InlineData("  ## Indented", "AG222 1:3")]
    [InlineData("##No space", "AG222 1:1")]
    [InlineData("##", "AG222 1:1")]
    [InlineData("[words][nowhere]", "AG224 1:7")]
    [InlineData("[words](term:de activation)", "AG224 1:7")]
    [InlineData("One\ntwo [words](", "AG224 2:11")]
    [InlineData("[words] (src:stanton-2017)", "AG224 1:7")]
    [InlineData("words (term:deactivation)", "AG224 1:7")]
    [InlineData("[words]: https://example.org", "AG224 1:1")]
    [InlineData("Some **bold words", "AG224 1:6")]
    [InlineData("Some *quiet words", "AG224 1:6")]
    [InlineData("Some quiet* words", "AG224 1:11")]
    [InlineData("Some (*quiet) words", "AG224 1:7")]
    [InlineData("Some **quiet* words", "AG224 1:6")]
    [InlineData("Some _quiet words", "AG224 1:6")]
    [InlineData("Some quiet_ words", "AG224 1:11")]
    [InlineData("Some `quiet words", "AG224 1:6")]
    [InlineData("One line,\nand `another", "AG224 2:5")]
    [InlineData("## Some *quiet", "AG224 1:9")]
    [InlineData(":::quote\n*Words\n:::", "AG224 2:1")]
    [InlineData("| a | b |\n|---|:-:|\n| c | d |", "AG224 1:1", "AG224 2:1", "AG224 3:1")]
    [InlineData("Some ~~old~~ words", "AG224 1:6")]
    [InlineData("- [ ] to do\n- [x] done", "AG224 1:3", "AG224 2:3")]
    [InlineData("[words]term:deactivation)", "AG224 1:7")]
    [InlineData("[words]src:stanton-2017)", "AG224 1:7")]
    [InlineData("[words]the-switch.md#a-place)", "AG224 1:7")]
    [InlineData("[words]https://example.org/)", "AG224 1:7")]
    [InlineData("[wordsterm:deactivation)", "AG224 1:1")]
    [InlineData("Some [words src:stanton-2017) and more", "AG224 1:6")]
    [InlineData("Some [words the-switch.md#a-place) and more", "AG224 1:6")]
    [InlineData("[term:deactivation]", "AG224 1:1")]
    [InlineData("Some term:deactivation here", "AG224 1:6")]
    [InlineData("Some words](term:deactivation)", "AG224 1:11")]
    [InlineData("[words](term:deactivation", "AG224 1:7")]
    [InlineData(":::quote\nWords.\n– a friend\n:::", "AG224 3:1")]
    [InlineData(":::quote\nWords.\n- a friend\n:::", "AG224 3:1")]
    [InlineData(":::quote\nWords.\n-- a friend\n:::", "AG224 3:1")]
    [InlineData(":::quote\nWords.\n—a friend\n:::", "AG224 3:1")]
    [InlineData(":::quote\nWords.\n  — a friend\n:::", "AG224 3:1")]
    [InlineData(":::quote\nWords.\n—\n:::", "AG224 3:1")]
    [InlineData("- item {#an-id}", "AG205 1:8")]
    [InlineData("Words. {#an-id onclick=x}", "AG205 1:8")]
    [InlineData("## Words {#an-id onclick=x}", "AG205 1:18")]
    [InlineData("## Words {style=\"x\"}", "AG205 1:11")]
    [InlineData("## Words {#a}", "AG402 1:11")]
    [InlineData("## Words {#Upper}", "AG402 1:11")]
    [InlineData("## Words {#open", "AG206 1:16")]
    [InlineData("## 2020", "AG402 1:1")]
    [InlineData("## Same words\n\n## Same words", "AG403 3:1")]
    [InlineData("## Same words\n\n## Other {#same-words}", "AG403 3:11")]
    [InlineData("## Here {#here}\n\n:::faq\n### Q {#here}\nA.\n:::", "AG403 4:8")]
    public void What_is_not_the_guides_own_is_named_at_its_place(string body, params string[] expected) =>
        Assert.Equal(expected, Sample.InBody(Sample.WithPage(body)));

    [Theory]
    [InlineData("\\[words\\][nowhere]")]
    [InlineData("`[words][nowhere]` and `<b>` and `**`")]
    [InlineData("2 \\< 3 and 5 * 3")]
    [InlineData("5*3, snake_case, sh*t, I feel ____, ___. and a * or _ or \\*one, \\`two and \\_three")]
    [InlineData("*quiet*, **loud**, _quiet_, __loud__, ***both*** and `code`")]
    [InlineData("* one\n* two\n\n***\n\n_Words_ in*si*de")]
    [InlineData("They said it [quietly] and (as so often) left.")]
    [InlineData("---")]
    [InlineData("Read CONTRIBUTING.md, an array[0] and ~ten words [so they said]")]
    [InlineData(":::quote\n- One\n- Two\n:::")]
    public void What_is_meant_is_let_through(string body) => Assert.Empty(Sample.WithPage(body).Problems);

    [Theory]
    [InlineData("- ", 3000)]
    [InlineData("> ", 3000)]
    [InlineData("1. ", 3000)]
    [InlineData("[", 50_000)]
    [InlineData("*a **b ", 20_000)]
    [InlineData("![", 20_000)]
    [InlineData("<", 50_000)]
    [InlineData("`a ``", 20_000)]
    [InlineData("&amp;", 20_000)]
    [InlineData("\\[", 20_000)]
    [InlineData("(", 50_000)]
    public void Thousands_of_nested_marks_are_refused_before_they_are_parsed(string mark, int times)
    {
        var compiled = Sample.WithPage(string.Concat(Enumerable.Repeat(mark, times)) + "x");

        Assert.Contains("AG223 1:1", Sample.InBody(compiled));
    }

    [Theory]
    [InlineData("one in ")]
    [InlineData("12 a b c ")]
    [InlineData("12,")]
    [InlineData("he, she, ")]
    [InlineData("a wife or ")]
    [InlineData("you are just ")]
    [InlineData("because of your ")]
    [InlineData("~~a ")]
    [InlineData("term:")]
    [InlineData("(term.md ")]
    [InlineData("# AG ")]
    public void A_long_paragraph_is_judged_at_once(string words)
    {
        var compiled = Sample.WithPage("See [the place " + string.Concat(Enumerable.Repeat(words, 19_000 / words.Length)));

        Assert.DoesNotContain(Sample.InBody(compiled), problem => problem.StartsWith("AG223", StringComparison.Ordinal));
    }

    [Fact]
    public void A_staircase_of_nested_items_is_refused_at_once()
    {
        var stairs = string.Join('\n', Enumerable.Range(0, 3000).Select(step => new string(' ', step * 2) + "- x"));

        Assert.Contains("AG223", Assert.Single(Sample.InBody(Sample.WithPage(stairs))), StringComparison.Ordinal);
    }
}
