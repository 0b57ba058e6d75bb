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
