namespace AvoidantGuide.Content.Files;

/// <summary>A content folder that is read again and again: only what was saved meanwhile is read anew.</summary>
internal sealed class FolderReader(string folder)
{
    /// <summary>File systems keep time in coarse steps: a second save of the same length within one step would look like the first.</summary>
    private static readonly TimeSpan _grain = TimeSpan.FromMilliseconds(50);

    private Dictionary<string, ReadFile> _files = new(StringComparer.Ordinal);
    private ContentFiles _last = new(new Dictionary<string, string>());

    /// <returns>The same object as the last time where nothing was changed since.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public ContentFiles Read()
    {
        // Taken before the files are listed: one that is saved in between is then read once more the next time.
        var settled = TimeProvider.System.GetUtcNow().UtcDateTime - _grain;
        var listed = ContentFolder.Files(folder);
        var read = new ReadFile[listed.Count];
        Parallel.For(0, listed.Count, i => read[i] = AsBefore(listed[i]) ?? new ReadFile(listed[i], listed[i].Written < settled, TextFile.Read(listed[i])));

        var same = read.Length == _files.Count && Array.TrueForAll(read, file => _files.TryGetValue(file.Listed.Path, out var before) && before.Content == file.Content);
        _files = read.ToDictionary(file => file.Listed.Path, StringComparer.Ordinal);
        if (same && _files.Count > 0)
            return _last;
        return _last = new ContentFiles(read.Where(file => file.Content.Text is not null).ToDictionary(file => file.Listed.Path, file => file.Content.Text!, StringComparer.Ordinal))
        {
            Problems = [.. read.Select(file => file.Content.Problem).OfType<Problem>()],
        };
    }

    private ReadFile? AsBefore(ListedFile listed) =>
        _files.TryGetValue(listed.Path, out var before) && before.Settled && before.Listed == listed ? before : null;

    private sealed record ReadFile(ListedFile Listed, bool Settled, TextFile Content);
}
