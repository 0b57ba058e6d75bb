namespace AvoidantGuide.Content.Files;

/// <summary>Which files the guide is made of, and nothing beyond its folder.</summary>
internal static class ContentFolder
{
    private static readonly string[] _single = [GlossaryFile.Path, SourcesFile.Path, HelpFile.Path, PublishedIdsFile.Path];

    private static readonly (string Folder, string Extension)[] _many = [("guide", ".md"), ("practices", ".md"), ("figures", ".svg")];

    /// <returns>Each file with its path relative to the folder, with forward slashes, in a fixed order.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static IReadOnlyList<(string Path, FileInfo File)> Files(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            throw new DirectoryNotFoundException("The content folder does not exist.");
        root = root.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? root;
        var files = new List<(string, FileInfo)>();
        foreach (var name in _single)
            Add(name, new FileInfo(Path.Combine(root.FullName, name)));
        foreach (var (below, extension) in _many)
        {
            var directory = new DirectoryInfo(Path.Combine(root.FullName, below));
            if (!directory.Exists || !Inside(root, directory))
                continue;
            foreach (var file in directory.EnumerateFiles("*" + extension, SearchOption.TopDirectoryOnly).Where(file => file.Extension == extension))
                Add($"{below}/{file.Name}", file);
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Item1, right.Item1));
        return files;

        void Add(string path, FileInfo file)
        {
            if (file.Exists && Inside(root, file))
                files.Add((path, file));
        }
    }

    /// <summary>Whether it is no link, or a link that ends within the folder without passing through a linked directory.</summary>
    private static bool Inside(DirectoryInfo root, FileSystemInfo entry)
    {
        if (entry.LinkTarget is null)
            return true;
        var target = entry.ResolveLinkTarget(returnFinalTarget: true);
        if (target is not { Exists: true } || !target.FullName.StartsWith(root.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return false;
        for (var parent = Directory.GetParent(target.FullName); parent is not null && parent.FullName != root.FullName; parent = parent.Parent)
        {
            if (parent.LinkTarget is not null)
                return false;
        }

        return true;
    }
}
