namespace AvoidantGuide.Content.Files;

/// <summary>Name, length and last write time of every file: cheap to take, and different after every save.</summary>
internal sealed class FolderStamp : IEquatable<FolderStamp>
{
    private static readonly TimeSpan _grain = TimeSpan.FromMilliseconds(50);

    private readonly List<(string Path, long Length, DateTime Written)> _files;
    private readonly bool _settled;

    private FolderStamp(string folder)
    {
        _files = [.. ContentFolder.Files(folder).Select(entry => (entry.Path, entry.File.Length, entry.File.LastWriteTimeUtc))];
        // File systems keep time in coarse steps: a second save of the same length within one step would look like the first.
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        _settled = _files.TrueForAll(file => file.Written < now - _grain);
    }

    public static FolderStamp Of(string folder) => new(folder);

    public bool Equals(FolderStamp? other) => other is { _settled: true } && _files.SequenceEqual(other._files);

    public override bool Equals(object? obj) => Equals(obj as FolderStamp);

    public override int GetHashCode() => _files.Count;
}
