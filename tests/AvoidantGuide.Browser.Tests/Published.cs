using AvoidantGuide.Content;
using AvoidantGuide.Web;

namespace AvoidantGuide.Browser.Tests;

/// <summary>What the content folder publishes, so that a page or practice that editors add is tested without being named here.</summary>
public static class Published
{
    private static readonly Content.Guide _guide = GuideLibrary.Open(Path.Combine(Settings.Root, "content"), new MovableClock(), _ => { }).Current;

    /// <summary>Every address that answers with a page of the guide.</summary>
    public static TheoryData<string> Addresses =>
        [.. _guide.Pages.Select(page => page.Path), "/whole-guide", "/search", "/search?q=switch", "/search?q=zeppelin"];

    /// <summary>Every address where a drawing stands.</summary>
    public static TheoryData<string> Drawn => [.. _guide.Pages.Where(page => page.Blocks.Any(block => block is Figure)).Select(page => page.Path)];

    /// <summary>The pages one reads one after the other.</summary>
    public static IReadOnlyList<Page> Sequence => [.. _guide.Sequence];

    public static TheoryData<string> PracticeIds => [.. _guide.Practices.Select(practice => practice.Id)];

    public static IReadOnlyList<Practice> Practices => _guide.Practices;

    public static IReadOnlyList<Source> Sources => _guide.Sources;

    public static Help Help => _guide.Help;

    public static Practice Practice(string id) => _guide.PracticeNamed(id)!;
}
