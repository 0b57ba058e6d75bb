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

    public async Task BuildAsync(IReadOnlyList<Removal> removals)
    {
        Directory.CreateDirectory(_sources);
        // What was compiled elsewhere names where that was.
        await Shell.RunAsync("sh", "-c", "tar -C \"$0\" --exclude=bin --exclude=obj -cf - src docs/server tests/faults/bed.sh Directory.Build.props | tar -C \"$1\" -xf -", repository, _sources);
        foreach (var build in removals.GroupBy(removal => removal.Build)) await BuildAsync(build.Key, [.. build.SelectMany(removal => removal.Edits)]);
    }

    private async Task BuildAsync(string build, IReadOnlyList<Edit> edits)
    {
        Console.WriteLine($"Building {build}: without {edits.Count} pieces.");
        var files = edits.Select(edit => Path.Combine(_sources, "src", edit.File)).Distinct().ToDictionary(file => file, File.ReadAllText);
        foreach (var edit in edits) Change(edit);
        var projects = edits.Select(edit => edit.File.Split('/')[0]).Where(project => project != "..").Distinct().ToList();
        foreach (var project in projects)
        {
            // Judged elsewhere: this is only to run.
            await Shell.RunAsync("dotnet", "build", Path.Combine(_sources, "src", project), "-c", "Release", "--nologo", "-v", "quiet", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false");
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

    private void Change(Edit edit)
    {
        var file = Path.Combine(_sources, "src", edit.File);
        var text = File.ReadAllText(file);
        var found = text.Split(edit.Text).Length - 1;
        // Otherwise a protection that was rewritten would go untested, and nobody would hear of it.
        if (found != 1) throw new InvalidOperationException($"{edit.File} holds this {found} times, not once: {edit.Text}");
        File.WriteAllText(file, text.Replace(edit.Text, edit.Instead, StringComparison.Ordinal));
    }
}
