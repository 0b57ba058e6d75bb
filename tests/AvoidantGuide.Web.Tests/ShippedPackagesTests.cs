using System.Text.Json;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Web.Tests;

/// <summary>What others wrote and we ship is listed beside the program, each with version and licence.</summary>
public sealed partial class ShippedPackagesTests
{
    [Fact]
    public void Every_package_that_the_program_loads_is_in_the_list()
    {
        var listed = File.ReadAllLines(Beside("packages.txt"));
        Assert.All(listed, line => Assert.Matches(Line(), line));
        using var loaded = JsonDocument.Parse(File.ReadAllText(Beside("AvoidantGuide.Web.deps.json")));
        var packages = loaded.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .Where(library => !library.Name.StartsWith("AvoidantGuide.", StringComparison.Ordinal))
            .Where(library => library.Value.TryGetProperty("runtime", out _) || library.Value.TryGetProperty("native", out _) || library.Value.TryGetProperty("runtimeTargets", out _))
            .Select(library => library.Name.Replace('/', ' '));
        Assert.Equal(packages.Order(StringComparer.OrdinalIgnoreCase), listed.Select(line => string.Join(' ', line.Split(' ')[..2])).Order(StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^\S+ \d\S* (?!.*\.(txt|md)$)\S.*$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Line();

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
