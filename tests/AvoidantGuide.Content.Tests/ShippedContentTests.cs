using System.Runtime.CompilerServices;

namespace AvoidantGuide.Content.Tests;

public sealed class ShippedContentTests
{
    [Fact]
    public void The_guide_that_is_shipped_has_no_error()
    {
        var compiled = Compiler.Compile(ContentFiles.Read(Repository.Folder("content")), TimeProvider.System.GetUtcNow());

        Assert.Empty(Sample.Errors(compiled));
        Assert.NotEmpty(compiled.Guide!.Pages);
    }

    [Fact]
    public void The_marks_that_keep_the_shipped_practices_safe_are_there()
    {
        var guide = Compiler.Compile(ContentFiles.Read(Repository.Folder("content")), TimeProvider.System.GetUtcNow()).Guide!;
        var steps = guide.PracticeNamed("small-doses")!;

        Assert.Equal(["expected"], steps.Prompts.Where(prompt => prompt.SuggestsSmaller).Select(prompt => prompt.Id));
        Assert.Equal(["mocked-or-angry"], Helping(steps));
        Assert.Equal(["after-frightening"], Helping(guide.PracticeNamed("safe-relationships")!));
        Assert.Equal(2, guide.PracticeNamed("review-after")!.Rest!.After);
        Assert.Equal("Going round again may not help. You can stop.", guide.PracticeNamed("review-after")!.Rest!.Say);

        IEnumerable<string> Helping(Practice practice) =>
            practice.Prompts.SelectMany(prompt => prompt.Choices).Where(choice => choice.LeadsToHelp).Select(choice => choice.Id);
    }
}

internal static class Repository
{
    /// <summary>A folder of the repository, found from this file upward.</summary>
    public static string Folder(string name, [CallerFilePath] string from = "")
    {
        var here = new DirectoryInfo(Path.GetDirectoryName(from)!);
        while (here is not null && !File.Exists(Path.Combine(here.FullName, "AvoidantGuide.sln")))
            here = here.Parent;
        return Path.Combine(here!.FullName, name);
    }
}
