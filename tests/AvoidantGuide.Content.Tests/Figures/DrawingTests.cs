using System.Globalization;

namespace AvoidantGuide.Content.Tests.Figures;

public sealed class DrawingTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">";

    [Theory]
    [InlineData("<script>x()</script>", "AG231")]
    [InlineData("<style>p{}</style>", "AG231")]
    [InlineData("<foreignObject/>", "AG231")]
    [InlineData("<image href=\"#a\"/>", "AG231")]
    [InlineData("<animate/>", "AG231")]
    [InlineData("<set/>", "AG231")]
    [InlineData("<a href=\"#a\"/>", "AG231")]
    [InlineData("<p xmlns=\"http://www.w3.org/1999/xhtml\"/>", "AG231")]
    [InlineData("<path onload=\"x()\"/>", "AG233")]
    [InlineData("<path style=\"fill:red\"/>", "AG233")]
    [InlineData("<path xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#a\"/>", "AG233", "AG233")]
    [InlineData("<path href=\"#a\"/>", "AG233")]
    [InlineData("<path data-x=\"1\"/>", "AG233")]
    [InlineData("<use href=\"https://example.org/a.svg#a\"/>", "AG234")]
    [InlineData("<use href=\"data:image/svg+xml,x\"/>", "AG234")]
    [InlineData("<use href=\"java&#10;script:x\"/>", "AG234")]
    [InlineData("<path fill=\"url(https://example.org/a#b)\"/>", "AG234")]
    [InlineData("<path fill=\"url(#a) url(//b)\"/>", "AG234")]
    [InlineData("<path fill=\"u\\72l(x)\"/>", "AG234")]
    [InlineData("<path class=\"a:b\"/>", "AG234")]
    [InlineData("<path>", "AG230")]
    public void What_is_not_a_shape_or_words_is_refused(string inside, params string[] codes)
    {
        var compiled = Sample.Compile(("figures/other.svg", Open + "\n" + inside + "</svg>"));

        Assert.Null(compiled.Guide);
        Assert.Equal(codes, compiled.Problems.Select(problem => problem.Code));
        Assert.All(compiled.Problems, problem => Assert.Equal(("figures/other.svg", 2), (problem.File, problem.Line)));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "AG232 1:2")]
    [InlineData("<svg viewBox=\"0 0 1 1\"/>", "AG231 1:2")]
    [InlineData("<g xmlns=\"http://www.w3.org/2000/svg\"/>", "AG232 1:2")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x \"y\">]>\n<svg/>", "AG230 1:1")]
    [InlineData("", "AG230 1:1")]
    [InlineData("\uFEFF<svg/>", "AG103 1:1")]
    public void What_is_not_a_drawing_is_refused(string svg, string expected)
    {
        var problem = Assert.Single(Sample.Compile(("figures/other.svg", svg)).Problems);

        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{problem.Code} {problem.Line}:{problem.Column}"));
    }

    [Fact]
    public void A_drawing_keeps_its_ids_to_itself()
    {
        var figure = Assert.IsType<Figure>(Assert.Single(Sample.Blocks(":::figure {#two-lines src=two-lines.svg}\n### Title\nWords.\n:::")));

        Assert.Equal("<svg viewBox=\"0 0 10 10\"><path id=\"two-lines-a\" d=\"M0 0h10\"/><use href=\"#two-lines-a\"/></svg>", figure.Svg);
    }

    [Fact]
    public void Text_in_a_drawing_is_encoded()
    {
        var compiled = Sample.Compile(
            ("figures/words.svg", Open + "<!-- gone --><text x=\"1\" transform=\"translate(1 2) rotate(-3)\" fill=\"url(#b)\">a &lt; b<![CDATA[<c>]]></text></svg>"),
            ("guide/page.md", Sample.PageNamed("page") + ":::figure {#fig src=words.svg}\n### T\nW.\n:::"));

        var figure = Assert.IsType<Figure>(compiled.Guide!.PageAt("/page")!.Blocks[0]);
        Assert.EndsWith("<text x=\"1\" transform=\"translate(1 2) rotate(-3)\" fill=\"url(#fig-b)\">a &lt; b&lt;c&gt;</text></svg>", figure.Svg, StringComparison.Ordinal);
    }
}
