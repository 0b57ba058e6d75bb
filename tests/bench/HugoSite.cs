using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Bench;

/// <summary>The pages of a content folder as Hugo reads them: ordinary Markdown, with the plainest layouts that make whole pages.</summary>
internal sealed partial class HugoSite
{
    private readonly string _folder;

    private HugoSite(string folder, string version) => (_folder, Version) = (folder, version);

    /// <summary>As `hugo version` says it.</summary>
    public string Version { get; }

    /// <returns>Null where Hugo is not installed.</returns>
    public static async Task<HugoSite?> MakeAsync(string content, string folder)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo("hugo", "version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            var version = await asked.StandardOutput.ReadToEndAsync();
            Write(content, folder);
            return new HugoSite(folder, string.Join(' ', version.Split(' ').Take(2)));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Makes all pages into an empty folder.</summary>
    /// <returns>Seconds from the start of the process to its end.</returns>
    public async Task<double> BuildAsync()
    {
        var pages = Path.Combine(_folder, "public");
        if (Directory.Exists(pages)) Directory.Delete(pages, recursive: true);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("hugo", "--quiet") { WorkingDirectory = _folder })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException("Hugo failed.");
    }

    private static void Write(string content, string folder)
    {
        var layouts = Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default")).FullName;
        File.WriteAllText(Path.Combine(folder, "config.toml"), "baseURL=\"http://localhost/\"\ntitle=\"Guide\"\ndisableKinds=[\"taxonomy\",\"term\"]\n");
        File.WriteAllText(Path.Combine(layouts, "baseof.html"), """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.summary }}"></head><body><main>{{ block "main" . }}{{ end }}</main></body></html>""");
        File.WriteAllText(Path.Combine(layouts, "single.html"), """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .TableOfContents }}{{ .Content }}{{ end }}""");
        File.WriteAllText(Path.Combine(layouts, "list.html"), """{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}""");
        var pages = Directory.CreateDirectory(Path.Combine(folder, "content")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(content, "guide"), "*.md"))
        {
            var text = Links().Replace(Fences().Replace(File.ReadAllText(file), ""), Ordinary);
            File.WriteAllText(Path.Combine(pages, Path.GetFileName(file)), text);
        }
    }

    private static string Ordinary(Match link) => link.Groups["kind"].Value switch
    {
        "term:" => $"](/key-terms#{link.Groups["name"].Value})",
        "src:" => $"](/sources#{link.Groups["name"].Value})",
        _ => $"](/{link.Groups["name"].Value}{link.Groups["part"].Value})",
    };

    [GeneratedRegex("^:::.*\n", RegexOptions.Multiline, 1_000)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\]\(((?<kind>term:|src:)(?<name>[a-z0-9-]+)|(?<name>[a-z0-9-]+)\.md(?<part>#[a-z0-9-]+)?)\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Links();
}
