namespace AvoidantGuide.Faults;

/// <summary>
/// The program without some of its protections: its sources are copied, changed and compiled, and what comes of them takes the place
/// of the same libraries in a copy of the published site and of this program.
/// </summary>
internal sealed class Unprotected(string repository, string site, string folder)
{
    private readonly string _sources = Path.Combine(folder, "sources");

    /// <summary>Where a build's site is, and where this program is with the build's library.</summary>
    public (string Site, string Harness) Places(string build) => (Path.Combine(folder, build, "site"), Path.Combine(folder, build, "harness"));

    /// <summary>Each build is there when its task has ended; they follow one another.</summary>
    public IReadOnlyDictionary<string, Task> Build(IReadOnlyList<Removal> removals)
    {
        // Before anything that takes long.
        Check(removals, repository);
        var before = CopyAsync();
        var built = new Dictionary<string, Task>();
        foreach (var build in removals.GroupBy(removal => removal.Build)) built[build.Key] = before = BuildAsync(before, build.Key, [.. build.SelectMany(removal => removal.Edits)]);
        return built;
    }

    /// <exception cref="InvalidOperationException">A protection is not where it is to be taken away.</exception>
    public static void Check(IEnumerable<Removal> removals, string repository)
    {
        foreach (var edit in removals.SelectMany(removal => removal.Edits)) Changed(edit, repository);
    }

    private async Task CopyAsync()
    {
        Directory.CreateDirectory(_sources);
        // What was compiled elsewhere names where that was.
        await Shell.RunAsync("sh", "-c", "tar -C \"$0\" --exclude=bin --exclude=obj -cf - src docs/server tests/faults/bed.sh Directory.Build.props | tar -C \"$1\" -xf -", repository, _sources);
        await Shell.RunAsync("dotnet", "restore", Path.Combine(_sources, "src", "AvoidantGuide.Web"), "--nologo", "-v", "quiet");
    }

    private async Task BuildAsync(Task before, string build, IReadOnlyList<Edit> edits)
    {
        await before;
        var files = edits.Select(edit => Path.Combine(_sources, "src", edit.File)).Distinct().ToDictionary(file => file, File.ReadAllText);
        foreach (var edit in edits) await File.WriteAllTextAsync(Path.Combine(_sources, "src", edit.File), Changed(edit, _sources));
        var projects = edits.Select(edit => edit.File.Split('/')[0]).Where(project => project != "..").Distinct().ToList();
        foreach (var project in projects)
        {
            // Judged elsewhere: this is only to run.
            await Shell.RunAsync("dotnet", "build", Path.Combine(_sources, "src", project), "--no-restore", "-c", "Release", "--nologo", "-v", "quiet", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false");
        }

        var places = Places(build);
        Directory.CreateDirectory(Path.GetDirectoryName(places.Site)!);
        await Shell.RunAsync("cp", "-r", site, places.Site);
        await Shell.RunAsync("cp", "-r", AppContext.BaseDirectory, places.Harness);
        foreach (var project in projects)
        {
            var library = Path.Combine(_sources, "src", project, "bin", "Release", "net10.0", $"{project}.dll");
            foreach (var place in (string[])[places.Site, places.Harness])
                if (File.Exists(Path.Combine(place, $"{project}.dll"))) File.Copy(library, Path.Combine(place, $"{project}.dll"), overwrite: true);
        }

        // What is not compiled lies beside this program.
        foreach (var file in files.Keys.Where(file => File.Exists(Path.Combine(places.Harness, Path.GetFileName(file))))) File.Copy(file, Path.Combine(places.Harness, Path.GetFileName(file)), overwrite: true);
        foreach (var (file, text) in files) await File.WriteAllTextAsync(file, text);
    }

    private static string Changed(Edit edit, string sources)
    {
        var text = File.ReadAllText(Path.Combine(sources, "src", edit.File));
        var found = text.Split(edit.Text).Length - 1;
        // Otherwise a protection that was rewritten would go untested, and nobody would hear of it.
        return found == 1 ? text.Replace(edit.Text, edit.Instead, StringComparison.Ordinal) : throw new InvalidOperationException($"{edit.File} holds this {found} times, not once: {edit.Text}");
    }
}
