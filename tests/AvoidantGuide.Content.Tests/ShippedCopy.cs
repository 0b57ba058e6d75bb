namespace AvoidantGuide.Content.Tests;

/// <summary>A copy of the shipped content that can be spoiled, removed afterwards.</summary>
internal sealed class ShippedCopy : IDisposable
{
    public ShippedCopy()
    {
        var source = Repository.Folder("content");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("guide-").FullName;

    /// <summary>Every file the guide is made of.</summary>
    public IReadOnlyList<string> Paths => [.. ContentFiles.Read(Folder).Texts.Keys.Order(StringComparer.Ordinal)];

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    public void Write(string path, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, path), bytes);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
