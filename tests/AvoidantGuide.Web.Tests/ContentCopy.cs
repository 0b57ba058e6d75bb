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

    /// <summary>Replaces the first <paramref name="old"/> in a file.</summary>
    public void Change(string file, string old, string with)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        var place = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{file} does not hold the text to change.");
        File.WriteAllText(path, text[..place] + with + text[(place + old.Length)..]);
    }

    public void Add(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Dispose() => _folder.Delete(recursive: true);
}
