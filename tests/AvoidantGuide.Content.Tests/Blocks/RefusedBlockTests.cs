namespace AvoidantGuide.Content.Tests.Blocks;

public sealed class RefusedBlockTests
{
    [Theory]
    [InlineData("Text.\n\n:::practise {ref=catch-early}\n:::", "AG201 3:1")]
    [InlineData("::: \n", "AG204 1:1")]
    [InlineData(":::\nText.", "AG204 1:1")]
    [InlineData("Text.\n:::quote\nWords.\n\n## Swallowed", "AG202 2:1")]
    [InlineData(":::quote\nWords.\n:::quote\nMore.\n:::\n:::", "AG203 3:1")]
    [InlineData(":::care\nWords.\n:::quote\nMore.\n:::", "AG202 1:1")]
    [InlineData("  :::care\n  :::", "AG206 1:3", "AG206 2:3")]
    [InlineData("::::care\n::::", "AG206 1:1", "AG206 2:1")]
    [InlineData("- item\n\n  :::care", "AG206 3:3")]
    [InlineData("> :::care", "AG206 1:3")]
    [InlineData(":::care some words\n:::", "AG206 1:9")]
    [InlineData(":::care {stars}\n:::", "AG206 1:10")]
    [InlineData(":::care {#a, of=b}\n:::", "AG206 1:12")]
    [InlineData(":::care {ref=\"open}\n:::", "AG206 1:14")]
    [InlineData(":::care {strength=mixed}\n:::", "AG205 1:10")]
    [InlineData(":::care {#named}\n:::", "AG205 1:10")]
    [InlineData(":::care {ref=a", "AG202 1:1", "AG206 1:15")]
    [InlineData(":::claim {strength=sure}\n[S](src:stanton-2017)\n:::", "AG207 1:11")]
    [InlineData(":::claim\n[S](src:stanton-2017)\n:::", "AG207 1:1")]
    [InlineData(":::claim {strength=mixed}\nNo source.\n:::", "AG210 1:1")]
    [InlineData(":::claim {strength=mixed strength=mixed}\n[S](src:stanton-2017)\n:::", "AG206 1:26")]
    [InlineData(":::short\n- One.\n- Two.\n- Three.\n- Four.\n:::", "AG210 1:1")]
    [InlineData(":::short\nOne.\n:::", "AG210 1:1")]
    [InlineData(":::short\n- One.\n- Two.\n- Three.\n- Four.\n- Five.\n- Six.\n:::", "AG210 1:1")]
    [InlineData(":::short\n- One.\n- Two.\n- Three.\n- Four.\n- Five.\n\nMore.\n:::", "AG210 1:1")]
    [InlineData(":::start {#doors}\n- [One](/search)\n:::", "AG210 1:1")]
    [InlineData(":::start {#doors}\n- [One](/search)\n- Two.\n:::", "AG210 1:1")]
    [InlineData(":::start {#doors}\n- [One](/search)\n- And [two](/search).\n:::", "AG210 1:1")]
    [InlineData(":::start {#doors}\nWords.\n:::", "AG210 1:1")]
    [InlineData(":::start\n- [One](/search)\n- [Two](/search)\n:::", "AG211 1:1")]
    [InlineData(":::terms\nMy own.\n:::", "AG212 2:1")]
    [InlineData(":::signs {#list of=feeling}\n- One {#sign-one}\n:::", "AG207 1:17")]
    [InlineData(":::signs {of=sign}\n- One {#sign-one}\n:::", "AG211 1:1")]
    [InlineData(":::signs {#list of=sign}\n- One\n:::", "AG211 2:1")]
    [InlineData(":::signs {#list of=sign}\n- One {#one}\nnot indented\n:::", "AG212 3:1")]
    [InlineData(":::signs {#list of=sign}\n:::", "AG210 1:1")]
    [InlineData(":::signs {#list of=sign}\n- One {#X}\n:::", "AG402 2:8")]
    [InlineData(":::signs {#list of=sign}\n- One {#gone-off}\n:::", "")]
    [InlineData(":::signs {#list of=sign}\n- Quiet {#quiet-one}\n- Loud {#loud}\n- quiet {#quiet-two}\n:::", "AG225 4:1")]
    [InlineData(":::signs {#list of=story}\n- Quiet {#quiet-one}\n:::\n\n:::signs {#other of=story}\n- Quiet {#quiet-two}\n:::", "AG225 6:1")]
    [InlineData(":::signs {#list of=story}\n- Quiet {#quiet-one}\n:::\n\n:::signs {#other of=move}\n- Quiet {#quiet-two}\n:::", "")]
    [InlineData(":::signs {#list of=sign}\n- Gone off me {#quiet-one} <!-- AG225: twice on purpose -->\n:::", "AG513 2:28")]
    [InlineData(":::comparison\n### One side\nText.\n:::", "AG210 1:1")]
    [InlineData(":::comparison\nText.\n### One side\nText.\n### Two\nText.\n:::", "AG212 2:1")]
    [InlineData(":::comparison\n### One side\n### Two\nText.\n:::", "AG210 2:1")]
    [InlineData(":::comparison\n## One side\nText.\n## Two\nText.\n:::", "AG210 2:1", "AG210 4:1")]
    [InlineData(":::practice\n:::", "AG207 1:1")]
    [InlineData(":::practice {ref=catch-early}\nWords.\n:::", "AG212 2:1")]
    [InlineData(":::practice {ref=catch-earl}\n:::", "AG307 1:14")]
    [InlineData(":::practice {ref=catch-early form=closed}\n:::", "AG207 1:30")]
    [InlineData(":::practice {form=open}\n:::", "AG207 1:1")]
    [InlineData(":::practice {ref=catch-early form=open}\n:::\n\n:::practice {ref=catch-early form=open}\n:::", "AG403 4:14")]
    [InlineData(":::quote\n:::", "AG210 1:1")]
    [InlineData(":::figure {src=two-lines.svg}\n### Title\nWords.\n:::", "AG211 1:1")]
    [InlineData(":::figure {#lines}\n### Title\nWords.\n:::", "AG207 1:1")]
    [InlineData(":::figure {#lines src=two-lines.svg}\nWords.\n:::", "AG212 2:1")]
    [InlineData(":::figure {#lines src=two-lines.svg}\n### Title\n:::", "AG210 2:1")]
    [InlineData(":::figure {#lines src=tow-lines.svg}\n### Title\nWords.\n:::", "AG308 1:19")]
    [InlineData(":::faq\n### Is it?\nNo.\n:::", "AG211 2:1")]
    [InlineData(":::faq\n:::", "AG210 1:1")]
    [InlineData("```\n:::care\n", "AG213 1:1")]
    public void A_wrong_block_is_named_at_its_place(string body, params string[] expected) =>
        Assert.Equal(expected.Where(problem => problem.Length > 0), Sample.InBody(Sample.WithPage(body)));

    [Fact]
    public void A_misspelt_block_names_the_nearest()
    {
        var problem = Assert.Single(Sample.WithPage(":::practise\n:::").Problems);

        Assert.StartsWith("Unknown block \"practise\". Did you mean \"practice\"?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Colons_in_code_are_text()
    {
        var prose = Assert.IsType<Prose>(Assert.Single(Sample.Blocks("```\n:::nothing\n## Not a heading\n```")));

        Assert.Equal("<pre><code>:::nothing\n## Not a heading\n</code></pre>\n", prose.Html);
    }

    [Fact]
    public void An_unclosed_block_does_not_hide_the_problems_below_it() =>
        Assert.Equal(["AG202 1:1", "AG201 3:1", "AG220 6:1"], Sample.InBody(Sample.WithPage(":::quote\nWords.\n:::nonsense\n:::\n\n<br>")));
}
