using AngleSharp.Dom;
using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Editor;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Editor;

/// <summary>What stands over a page while an editor works on it.</summary>
public sealed class EditorBarTests : BunitContext
{
    [Fact]
    public void Five_at_most_are_shown_and_the_rest_is_counted()
    {
        var bar = Show([.. Enumerable.Range(1, 20).Select(line => Wrong("guide/other.md", line))]);

        Assert.Equal(["line 1", "line 2", "line 3", "line 4", "line 5"], bar.FindAll(".place").Select(place => place.TextContent.Split(", ")[1]));
        var rest = bar.Find(".rest a");
        Assert.Equal(("15 more on the list of all pages", "/preview"), (rest.TextContent, rest.GetAttribute("href")));
        Assert.Contains("20 mistakes", bar.Find("aside").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_are_shown_whole()
    {
        Assert.Empty(Show([.. Enumerable.Range(1, 5).Select(line => Wrong("guide/other.md", line))]).FindAll(".rest"));
        Assert.Equal("One more on the list of all pages", Show([.. Enumerable.Range(1, 6).Select(line => Wrong("guide/other.md", line, Severity.Warning))]).Find("details .rest").TextContent);
    }

    [Fact]
    public void What_concerns_the_page_at_hand_stands_first()
    {
        using var content = new ContentCopy();
        content.Change("guide/the-switch.md", "next: 2027-11-22", "next: 2021-01-01");
        content.Change("guide/the-switch.md", "on: 2026-11-22", "on: 2020-01-01");
        var library = GuideLibrary.Open(content.Path, TimeProvider.System, _ => { });
        content.Change("guide/about.md", "\n---\n", "\n---\n\n:::nonsense\n:::\n");
        content.Change("guide/privacy.md", "\n---\n", "\n---\n\n:::nonsense\n:::\n");
        library.Refresh();

        Assert.Equal(["guide/privacy.md AG201", "guide/about.md AG201"], Told("guide/privacy.md"));
        Assert.Equal(["guide/the-switch.md AG505", "guide/about.md AG201", "guide/privacy.md AG201"], Told("guide/the-switch.md"));
        Assert.Equal(["guide/about.md AG201", "guide/privacy.md AG201"], Told(null));

        IEnumerable<string> Told(string? file) => new Preview(library).On(file).Select(problem => $"{problem.File} {problem.Code}");
    }

    private IRenderedComponent<EditorBar> Show(IReadOnlyList<Problem> problems) => Render<EditorBar>(bar => bar.Add(shown => shown.Problems, problems));

    private static Problem Wrong(string file, int line, Severity severity = Severity.Error) => new(file, line, 1, severity, "AG201", "Unknown. Known: none.", "");
}
