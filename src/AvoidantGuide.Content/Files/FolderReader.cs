namespace AvoidantGuide.Content.Files;

/// <summary>A content folder that is read again and again: only what was saved meanwhile is read anew.</summary>
internal sealed class FolderReader(string folder)
{
    /// <summary>File systems keep time in coarse steps: a second save of the same length within one step would look like the first.</summary>
    private static readonly TimeSpan _grain = TimeSpan.FromMilliseconds(50);

    private Dictionary<string, ReadFile> _files = new(StringComparer.Ordinal);
    private ContentFiles _last = new(new Dictionary<string, SavedText>());

    /// <returns>The same object as the last time where nothing was changed since.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public ContentFiles Read()
    {
        // Taken before the files are listed: one that is saved in between is then read once more the next time.
        var settled = TimeProvider.System.GetUtcNow().UtcDateTime - _grain;
        var listed = ContentFolder.Files(folder);
        var read = new ReadFile[listed.Count];
        Parallel.For(0, listed.Count, i => read[i] = AsBefore(listed[i]) ?? ReadFile.Of(listed[i], settled));

        var same = read.Length == _files.Count && Array.TrueForAll(read, file => _files.TryGetValue(file.Path, out var before) && before.Content == file.Content);
        _files = read.ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (same && _files.Count > 0)
            return _last;
        return _last = new ContentFiles(read.Where(file => file.Content.Text is not null).ToDictionary(file => file.Path, file => file.Content.Text!, StringComparer.Ordinal))
        {
            Problems = [.. read.Select(file => file.Content.Problem).OfType<Problem>()],
        };
    }

    /// <summary>Looks at these files alone, of a folder that was read before: for one file of ten thousand that is a hundred times less.</summary>
    /// <param name="saved">Paths relative to the folder. One that is gone, new or a link needs a look at the whole; what a program writes beside a page before renaming it needs none.</param>
    public ContentFiles Read(IReadOnlyCollection<string> saved)
    {
        var settled = TimeProvider.System.GetUtcNow().UtcDateTime - _grain;
        var changed = new List<ReadFile>();
        foreach (var path in saved.Where(ContentFolder.Matters))
        {
            if (!_files.ContainsKey(path) || ContentFolder.One(folder, path) is not { } listed)
                return Read();
            // Whatever its stamps say: a copy that keeps them (cp -p) may be of the same length.
            changed.Add(ReadFile.Of(listed, settled));
        }

        if (changed.Exists(file => file.Content.Problem is not null || _files[file.Path].Content.Problem is not null))
            return Read();
        var same = changed.TrueForAll(file => _files[file.Path].Content == file.Content);
        var texts = same ? null : new Dictionary<string, SavedText>(_last.Saved, StringComparer.Ordinal);
        foreach (var file in changed)
        {
            _files[file.Path] = file;
            if (texts is not null)
                texts[file.Path] = file.Content.Text!;
        }

        return texts is null ? _last : _last = _last with { Saved = texts };
    }

    private ReadFile? AsBefore(ListedFile listed) =>
        _files.TryGetValue(listed.Path, out var before) && before.Settled && before.Stamp == listed.Stamp ? before : null;

    private sealed record ReadFile(string Path, FileStamp Stamp, bool Settled, TextFile Content)
    {
        public static ReadFile Of(ListedFile listed, DateTime settled) => new(listed.Path, listed.Stamp, listed.Written < settled, TextFile.Read(listed));
    }
}
