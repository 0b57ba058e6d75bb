namespace AvoidantGuide.Content.Tests.Texts;

/// <summary>A warning that an editor has judged is silenced on its line, with a reason.</summary>
public sealed class SilencingTests : IDisposable
{
    private readonly ContentOnDisk _disk = new();

    [Theory]
    [InlineData("A toxic evening. <!-- AG503: the study's own word -->")]
    [InlineData("A toxic evening.<!--AG503:the study's own word-->  ")]
    [InlineData("A toxic evening. <!-- ag503: the study's own word -->")]
    [InlineData("A toxic cure. <!-- AG503: their word --> <!-- AG502: their word, too -->")]
    [InlineData("One line,\nand a toxic one, <!-- AG503: their word -->\nand a third.")]
    [InlineData("## A toxic word {#a-word} <!-- AG503: it is the subject -->\n\n[It](#a-word)")]
    [InlineData(":::signs {#list of=sign}\n- A toxic day {#bad-day} <!-- AG503: their word -->\n:::")]
    [InlineData(":::quote\nA toxic day.\n— a toxic voice <!-- AG503: their word -->\n:::", "AG503 2:3")]
    [InlineData("A toxic evening.\nAnother toxic one. <!-- AG503: this line alone -->", "AG503 1:3")]
    [InlineData("A toxic cure. <!-- AG503: this code alone -->", "AG502 1:9")]
    [InlineData("A toxic evening. <!-- AG503 -->", "AG512 1:18", "AG503 1:3")]
    [InlineData("A toxic evening. <!-- AG503: -->", "AG512 1:18", "AG503 1:3")]
    [InlineData("A toxic evening. <!-- AG503 their word -->", "AG512 1:18", "AG503 1:3")]
    [InlineData("Words. <!-- AG599: no such warning -->", "AG512 1:8")]
    [InlineData("Words. <!-- AG5: no such warning -->", "AG512 1:8")]
    [InlineData("Words. <!-- AG201: an error -->", "AG512 1:8")]
    [InlineData("Words. <!-- AG513: what silences nothing -->", "AG512 1:8")]
    [InlineData("Words. <!-- AG503: nothing to silence -->", "AG513 1:8")]
    [InlineData("Words.\n<!-- AG503: a line of its own -->\nWords.", "AG513 2:1")]
    [InlineData("A <!-- AG503: in the middle --> toxic evening.", "AG503 1:33", "AG220 1:3")]
    [InlineData("Words. <!-- a comment -->", "AG220 1:8")]
    [InlineData("Words. \\<!-- AG503: shown --\\>")]
    [InlineData("```\nA toxic evening. <!-- AG503: code -->\n```")]
    [InlineData("`A <!-- AG503: code -->`")]
    public void In_Markdown_it_stands_at_the_lines_end(string body, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Sample.InBody(Sample.WithPage(body)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("reviewed: { on: 2020-11-20, next: 2021-11-20 }  # AG505: the new trial is out in May")]
    [InlineData("reviewed: { on: 2020-11-20, next: 2021-11-20 } # AG505: soon # AG503: none", "AG513 7:62")]
    [InlineData("title: 'It''s a toxic word' # AG503: it is the subject")]
    [InlineData("title: It's a toxic word # AG503: it is the subject")]
    [InlineData("title: \"A toxic word\"", "AG503 3:11")]
    [InlineData("title: \"A word # AG503: no comment\"")]
    [InlineData("title: Words#AG503: no comment", "AG107 3:19")]
    [InlineData("title: One # AG503: nothing", "AG513 3:12")]
    [InlineData("title: One # AG503", "AG512 3:12")]
    [InlineData("title: One # AG110: an error", "AG512 3:12")]
    [InlineData("title: One # a word, see # 4")]
    public void In_front_matter_it_is_a_comment(string fields, params string[] expected)
    {
        var old = fields.Contains("reviewed", StringComparison.Ordinal) ? "reviewed: { on: 2026-11-20, next: 2027-11-20 }\n" : "title: \"The switch\"\n";
        var text = Sample.PageNamed("page").Replace(old, fields + "\n", StringComparison.Ordinal);

        Assert.Equal(expected, Sample.InBody(Sample.Compile(("guide/page.md", text)), body: 1));
    }

    [Fact]
    public void In_a_list_of_sources_it_silences_what_was_found_between_files()
    {
        var spare = Sample.Sources + "\n- id: spare-2001 # AG304: for the page that comes next\n  authors: A\n  title: T\n";

        Assert.Empty(Sample.Compile(("sources.yml", spare)).Problems);
        Assert.Equal(["AG304"], Sample.Compile(("sources.yml", spare.Replace(" # AG304: for the page that comes next", " # later", StringComparison.Ordinal))).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void It_never_reaches_a_reader_and_the_line_is_shown_as_it_was_typed()
    {
        var compiled = Sample.WithPage("A *toxic* cure. <!-- AG503: their word -->");

        Assert.Equal("<p>A <em>toxic</em> cure.</p>\n", Assert.IsType<Prose>(Assert.Single(compiled.Guide!.PageAt("/page")!.Blocks)).Html);
        Assert.Equal("A *toxic* cure. <!-- AG503: their word -->", Assert.Single(compiled.Problems).Excerpt);
    }

    [Fact]
    public void While_anything_is_broken_nothing_is_said_to_be_silenced_for_nothing() =>
        Assert.Equal(["AG201 3:1"], Sample.InBody(Sample.WithPage("Words. <!-- AG503: nothing to silence -->\n\n:::nonsense\n:::")));

    [Fact]
    public void A_file_that_is_compiled_again_says_the_same_again()
    {
        _disk.Write("guide/page.md", Sample.PageNamed("page") + "A toxic cure. <!-- AG503: their word -->\n\nWords. <!-- AG501: nothing -->");
        _disk.Settle();
        var reports = new List<IReadOnlyList<Problem>>();
        var library = GuideLibrary.Open(_disk.Folder, new HandClock(Sample.Now), reports.Add);
        foreach (var change in (string[])["<b>", "", "<i>", ""])
        {
            _disk.Write("guide/other.md", Sample.PageNamed("other") + change);
            _ = library.Refresh();
        }

        string[] good = ["AG502 guide/page.md:9", "AG513 guide/page.md:11"];
        string[] broken = ["AG220 guide/other.md:9", "AG502 guide/page.md:9"];
        Assert.Equal([good, broken, good, broken, good], reports.Select(report => report.Select(problem => $"{problem.Code} {problem.File}:{problem.Line}").ToArray()));
    }

    public void Dispose() => _disk.Dispose();
}
