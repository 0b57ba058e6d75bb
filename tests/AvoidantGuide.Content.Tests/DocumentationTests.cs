using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Tests;

/// <summary>docs/editing.md explains every code, and each of its examples is compiled here.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string _editing = File.ReadAllText(Path.Combine(Repository.Folder("docs"), "editing.md"));

    private static readonly List<(string Code, string Words)> _entries =
        [.. Entry().Matches(_editing).Select(entry => (entry.Groups["code"].Value, entry.Groups["words"].Value))];

    public static TheoryData<string> Codes() => [.. _entries.Select(entry => entry.Code)];

    [Fact]
    public void Every_code_is_explained_to_editors_and_no_other()
    {
        var sources = Directory.EnumerateFiles(Repository.Folder("src/AvoidantGuide.Content"), "*.cs", SearchOption.AllDirectories);
        var used = sources.SelectMany(file => Quoted().Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(used.Order(StringComparer.Ordinal), _entries.Select(entry => entry.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gives_its_code_alone_and_the_right_one_nothing(string code)
    {
        var wrong = Example(code, "wrong").Compile().Problems;
        var right = Example(code, "right").Compile().Problems;

        Assert.Equal([code], wrong.Select(problem => problem.Code).Distinct(StringComparer.Ordinal));
        Assert.Empty(right.Select(problem => problem.Format("content")));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_entry_says_that_it_is_a_warning_and_a_warning_can_be_silenced(string code)
    {
        var problems = Example(code, "wrong").Compile().Problems;
        var warning = problems[0].Severity == Severity.Warning;

        Assert.Equal(warning, Words(code).Contains("\n*A warning.*\n", StringComparison.Ordinal));
        // A silencing in vain cannot be silenced, and a change is accepted, as a list that is gone is written anew.
        if (!warning || code is "AG513" or "AG405" or "AG406")
            return;
        var silenced = Example(code, "wrong");
        foreach (var problem in problems.DistinctBy(problem => problem.Line))
            silenced.AddToLine(problem.File, problem.Line, problem.File.EndsWith(".yml", StringComparison.Ordinal) || (problem.File != "glossary.md" && problem.Line < Sample.Body) ? $" # {code}: seen" : $" <!-- {code}: seen -->");
        Assert.Empty(silenced.Compile().Problems);
    }

    [Fact]
    public void The_page_that_a_writer_begins_with_has_no_problem()
    {
        var page = Beginning().Match(_editing).Groups["text"].Value.Replace("\n   ", "\n", StringComparison.Ordinal)[3..];

        Assert.Empty(new Laid().Add("guide/my-page.md", page).Compile().Problems);
        Assert.NotNull(new Laid().Add("guide/my-page.md", page.Replace("draft", "published", StringComparison.Ordinal)).Compile().Guide!.PageAt("/my-page"));
    }

    private static string Words(string code) => _entries.Single(entry => entry.Code == code).Words;

    /// <param name="verdict">Blocks that say "both" belong to the wrong and to the right example.</param>
    private static Laid Example(string code, string verdict)
    {
        var blocks = Block().Matches(Words(code)).Where(block => block.Groups["verdict"].Value == verdict || block.Groups["verdict"].Value == "both").ToList();
        Assert.Contains(blocks, block => block.Groups["verdict"].Value == verdict);
        return blocks.Aggregate(new Laid(), (laid, block) => laid.Add(block.Groups["place"].Value, block.Groups["text"].Value));
    }

    [GeneratedRegex("\"(?<code>AG[0-9]{3})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^### (?<code>AG[0-9]{3}): (?<words>.*?)(?=^### AG[0-9]{3}: |^## [^\n]*AG[1-6]xx|\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("^   ```markdown example\n(?<text>.*?)^   ```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^(?<fence>`{3,})[a-z]+ (?<verdict>wrong|right|both) (?<place>[^\n]+)\n(?<text>.*?)^\k<fence>$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
