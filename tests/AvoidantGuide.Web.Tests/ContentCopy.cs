namespace AvoidantGuide.Web.Tests;

/// <summary>A copy of the repository's content that a test may change as an editor would.</summary>
public sealed class ContentCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("avoidantguide-content-");

    public ContentCopy()
    {
        var source = System.IO.Path.Combine(Settings.Root, "content");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => _folder.FullName;

    public void Change(string file, string old, string with) => Change(file, (old, with));

    /// <summary>Replaces the first of each old text in a file, and saves it once.</summary>
    public void Change(string file, params (string Old, string With)[] changes)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, file));
        foreach (var (old, with) in changes)
        {
            var place = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(place >= 0, $"{file} does not hold the text to change.");
            text = text[..place] + with + text[(place + old.Length)..];
        }

        Add(file, text);
    }

    /// <summary>In one step, as careful editors save: nobody sees half a file.</summary>
    public void Add(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        File.WriteAllText(path + "~", text);
        File.Move(path + "~", path, overwrite: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
