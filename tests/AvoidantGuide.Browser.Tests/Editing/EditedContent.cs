using AvoidantGuide.Web;

namespace AvoidantGuide.Browser.Tests.Editing;

/// <summary>A copy of the repository's content that an editor works on.</summary>
internal sealed class EditedContent : IDisposable
{
    public EditedContent()
    {
        var source = Path.Combine(Settings.Root, "content");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("avoidantguide-content-").FullName;

    public void Change(string file, string old, string with)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
