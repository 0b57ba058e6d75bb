using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Tests;

/// <summary>
/// Each file of Broken/ is a content set with something wrong in it: a line that says what, the problems that are found,
/// in order (<c>AG201 guide/page.md 9:1</c>), an empty line, and what is laid over the sample, each part below <c>=== place</c>.
/// </summary>
public sealed partial class BrokenTests
{
    private static readonly Dictionary<string, string> _sets = Directory.EnumerateFiles(Repository.Folder("tests/AvoidantGuide.Content.Tests/Broken"), "*.txt")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

    private static readonly Dictionary<string, Lazy<Compilation>> _compiled =
        _sets.Keys.ToDictionary(set => set, set => new Lazy<Compilation>(() => Laid(set).Compile()), StringComparer.Ordinal);

    public static TheoryData<string> Sets() => [.. _sets.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void What_is_broken_is_named_at_its_place_and_nothing_else_is(string set)
    {
        var compiled = _compiled[set].Value;

        Assert.Equal(Expected(set), compiled.Problems.Select(AvoidantGuide.Content.Tests.Laid.Of));
        Assert.Equal(compiled.Guide is null, compiled.Problems.Any(problem => problem.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("misspelt-key", "summary")]
    [InlineData("misspelt-block", "practice")]
    [InlineData("misspelt-term", "deactivation")]
    [InlineData("misspelt-source", "stanton-2017")]
    [InlineData("misspelt-place", "a-place", "here")]
    [InlineData("misspelt-page", "the-switch.md", "/journal")]
    [InlineData("misspelt-practice", "catch-early")]
    [InlineData("misspelt-drawing", "two-lines.svg")]
    [InlineData("misspelt-attribute", "strength")]
    [InlineData("misspelt-strength", "established")]
    [InlineData("misspelt-marks-of-a-prompt", "one-of", "need", "wait", "smaller")]
    [InlineData("wrong-values", "published")]
    [InlineData("unknown-notice", "childhood-neglect")]
    [InlineData("help-without-a-way-to-reach-it", "everyone")]
    [InlineData("drawing-with-a-script", "ellipse")]
    [InlineData("drawing-that-styles-and-runs", "stroke")]
    [InlineData("ids-that-are-gone", "gone-off", "catch-early/noticed")]
    public void A_misspelt_name_says_the_nearest(string set, params string[] names)
    {
        var said = _compiled[set].Value.Problems.SelectMany(problem => Meant().Matches(problem.Message)).Select(match => match.Groups["name"].Value);

        Assert.Equal(names, said);
    }

    [Fact]
    public void Every_code_is_given_by_a_set()
    {
        var given = _sets.Keys.SelectMany(Expected).Select(problem => problem[..5]).Distinct(StringComparer.Ordinal);

        Assert.Equal(DocumentationTests.Codes().Select(code => code.Data).Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_message_says_what_is_wrong_and_then_what_to_do()
    {
        var messages = _compiled.Values.SelectMany(compiled => compiled.Value.Problems).Select(problem => problem.Message).Distinct(StringComparer.Ordinal);

        Assert.All(messages, message => Assert.Matches(@"^\S.+[.:,] ([\w\p{P}\p{S}].+)[.?]$", message));
        Assert.DoesNotContain(messages, message => message.Contains("Exception", StringComparison.Ordinal));
    }

    private static string[] Expected(string set) => [.. _sets[set].Split("\n\n")[0].Split('\n').Skip(1)];

    private static Laid Laid(string set)
    {
        var laid = new Laid();
        foreach (Match part in Part().Matches(_sets[set]))
            laid.Add(part.Groups["place"].Value, part.Groups["text"].Value);
        return laid;
    }

    [GeneratedRegex("Did you mean \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Meant();

    [GeneratedRegex(@"^=== (?<place>[^\n]+)\n(?<text>.*?)(?=^=== |\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
