using System.Globalization;
using AngleSharp.Html.Parser;
using AvoidantGuide.Web.Tests.Pages;

namespace AvoidantGuide.Web.Tests.Reading;

/// <summary>Someone upset, tired or fourteen can read every page. `tests/look/run.sh reading` prints what is measured here.</summary>
public sealed class ReadingAgeTests(Site site, ITestOutputHelper output) : IClassFixture<Site>
{
    private const int Youngest = 11;
    private const int Oldest = 13;

    /// <summary>Of the page for the very moment, on which easier is better.</summary>
    private const int YoungestRightNow = 10;

    /// <summary>All but the list of sources, which is titles of papers, and the pages that repeat others.</summary>
    public static TheoryData<string> Read => [.. GuidePageTests.Guide.Select(row => row.Data).Where(address => address is not ("/sources" or "/whole-guide"))];

    [Theory]
    [MemberData(nameof(Read))]
    public async Task A_page_is_for_readers_of_eleven_to_thirteen(string address)
    {
        var age = ReadingAge.Of((await site.NewVisitor().GetAsync(address)).Document);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{address}` | {age.Smog:0.0} | {age.FleschKincaid:0.0} | {age.Sentences} |"));
        foreach (var sentence in age.Hardest) output.WriteLine("    " + sentence);
        Assert.InRange(Math.Round(age.Smog), address == "/right-now" ? YoungestRightNow : Youngest, Oldest);
    }

    /// <summary>Sentences whose long words were counted by hand.</summary>
    [Theory]
    [InlineData("<p>The cat sat on the mat.</p>", 8.1)]
    [InlineData("<p>She is an elephant. He is not.</p>", 12.2)]
    [InlineData("<p>An elephant (Heron and colleagues, 2015). <span>A label</span></p><ul><li>Elephants everywhere</li></ul>", 13.8)]
    public void The_age_is_that_of_the_published_formula(string html, double age) =>
        Assert.Equal(age, ReadingAge.Of(new HtmlParser().ParseDocument($"<main>{html}</main>")).Smog, 1);

    [Theory]
    [InlineData("a", 1)]
    [InlineData("people", 2)]
    [InlineData("closeness", 2)]
    [InlineData("sometimes", 2)]
    [InlineData("themselves", 2)]
    [InlineData("frightened", 2)]
    [InlineData("wanted", 2)]
    [InlineData("question", 2)]
    [InlineData("can’t", 1)]
    [InlineData("period", 3)]
    [InlineData("avoidant", 3)]
    [InlineData("notices", 3)]
    [InlineData("attachment", 3)]
    [InlineData("relationship", 4)]
    [InlineData("vulnerable", 4)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables) => Assert.Equal(syllables, Syllables.In(word));
}
