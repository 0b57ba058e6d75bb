using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Tests;

/// <summary>Who may know whom. The encrypted journal can be audited by opening one folder, and content cannot see entries.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData(typeof(Guide), new[] { "AvoidantGuide.Journal", "AvoidantGuide.Web", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })]
    [InlineData(typeof(JournalStore), new[] { "AvoidantGuide.Content", "AvoidantGuide.Web", "Microsoft.AspNetCore", "Markdig" })]
    public void An_assembly_never_references(Type inside, string[] forbidden) =>
        Assert.DoesNotContain(inside.Assembly.GetReferencedAssemblies(), name => forbidden.Any(start => name.Name!.StartsWith(start, StringComparison.Ordinal)));

    [Fact]
    public void Components_never_know_pages() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(Settings.Root, "src", "AvoidantGuide.Web", "Components"), "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("AvoidantGuide.Web.Pages", StringComparison.Ordinal));
}
