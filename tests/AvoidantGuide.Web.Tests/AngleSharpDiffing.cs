using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AvoidantGuide.Web.Tests;

/// <summary>
/// bUnit asks for AngleSharp.Diffing 1.1.1, which not every feed carries. The copy beside the tests, 0.17.0, has all it calls,
/// so that copy answers for every version asked for.
/// </summary>
internal static class AngleSharpDiffing
{
    // The analyzer means libraries; a test program is the one place to decide how its own assemblies load.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Answer() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
}
