using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Tests;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_code_is_explained_to_editors_and_no_other()
    {
        var sources = Directory.EnumerateFiles(Repository.Folder("src/AvoidantGuide.Content"), "*.cs", SearchOption.AllDirectories);
        var used = sources.SelectMany(file => Quoted().Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value).ToHashSet(StringComparer.Ordinal);
        var explained = Row().Matches(File.ReadAllText(Path.Combine(Repository.Folder("docs"), "editing.md"))).Select(match => match.Groups["code"].Value);

        Assert.Equal(used.Order(StringComparer.Ordinal), explained);
    }

    [GeneratedRegex("\"(?<code>AG[0-9]{3})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\| (?<code>AG[0-9]{3}) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
