using System.IO.Enumeration;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Files;

/// <param name="Path">Relative to the content folder, with forward slashes.</param>
internal sealed record ListedFile(string Path, string FullName, long Length, DateTime Written)
{
    /// <summary>Whether it is a link that leads out of the folder, or nowhere: it is not followed.</summary>
    public bool IsElsewhere => Length < 0;

    /// <summary>Whether it lies among the guide's files and is none of them.</summary>
    public bool IsUnread { get; init; }

    /// <summary>While it is the same, the file is taken to be.</summary>
    public FileStamp Stamp => new(Length, Written, IsUnread);

    public static ListedFile Elsewhere(string path, string fullName) => new(path, fullName, -1, default);
}

internal readonly record struct FileStamp(long Length, DateTime Written, bool IsUnread);

/// <summary>Which files the guide is made of, and nothing beyond its folder.</summary>
internal static class ContentFolder
{
    private static readonly string[] _single = [GlossaryFile.Path, SourcesFile.Path, HelpFile.Path, SearchFile.Path, PublishedIdsFile.Path, OutlinesFile.Path];

    private static readonly (string Folder, string Extension)[] _many = [("guide", ".md"), ("practices", ".md"), ("figures", ".svg")];

    private static readonly EnumerationOptions _everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static IReadOnlyList<ListedFile> Files(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            throw new DirectoryNotFoundException("The content folder does not exist.");
        root = root.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? root;
        var files = new List<ListedFile>();
        foreach (var file in In(root, "", name => _single.Contains(name, StringComparer.Ordinal)))
            files.Add(file);
        foreach (var (below, extension) in _many)
        {
            var directory = new DirectoryInfo(Path.Combine(root.FullName, below));
            if (directory.Exists && Inside(root, directory))
                files.AddRange(In(root, below + "/", name => Wanted(name, extension)));
            else if (directory.Exists)
                files.Add(ListedFile.Elsewhere(below, directory.FullName));
        }

        return files;
    }

    /// <returns>The file at this path relative to the folder, as a listing would give it; null where the guide is not made of it, or where only a listing can tell.</returns>
    public static ListedFile? One(string folder, string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        return Wanted(path) && file is { Exists: true, LinkTarget: null } ? new ListedFile(path, file.FullName, file.Length, file.LastWriteTimeUtc) : null;
    }

    /// <summary>Whether what was saved at this path can change the guide at once: one of its files, or a folder they are in.</summary>
    public static bool Matters(string path) => Wanted(path) || path == "." || _many.Any(many => path == many.Folder);

    private static bool Wanted(string path) =>
        _single.Contains(path, StringComparer.Ordinal) || _many.Any(many => path.StartsWith(many.Folder + "/", StringComparison.Ordinal) && Wanted(path[(many.Folder.Length + 1)..], many.Extension));

    private static bool Wanted(string name, string extension) => name.EndsWith(extension, StringComparison.Ordinal) && name[0] != '.' && !name.Contains('/', StringComparison.Ordinal);

    /// <summary>Name, length and time come with the listing itself; only a link is looked at more closely.</summary>
    private static IEnumerable<ListedFile> In(DirectoryInfo root, string below, Func<string, bool> wanted)
    {
        var entries = new FileSystemEnumerable<(string Name, bool Read, bool Link, long Length, DateTime Written)>(
            Path.Combine(root.FullName, below),
            (ref entry) => entry.IsDirectory || !wanted(entry.FileName.ToString())
                ? (entry.FileName.ToString(), false, false, 0, default)
                : entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                    ? (entry.FileName.ToString(), true, true, 0, default)
                    : (entry.FileName.ToString(), true, false, entry.Length, entry.LastWriteTimeUtc.UtcDateTime),
            _everything)
        {
            ShouldIncludePredicate = (ref entry) => Listed(entry.FileName, entry.IsDirectory && below.Length == 0),
        };
        foreach (var (name, read, link, length, written) in entries)
        {
            var full = Path.Combine(root.FullName, below, name);
            if (!read)
                yield return new ListedFile(below + name, full, 0, default) { IsUnread = true };
            else if (!link)
                yield return new ListedFile(below + name, full, length, written);
            else if (Linked(root, new FileInfo(full), below + name) is { } file)
                yield return file;
        }
    }

    /// <summary>Hidden files, backups, and what a program writes beside a file before renaming it are nobody's slip.</summary>
    private static bool Listed(ReadOnlySpan<char> name, bool folderOfTheRoot) =>
        !folderOfTheRoot && name[0] is not ('.' or '~' or '#') && name[^1] != '~' && !name.EndsWith(".new", StringComparison.Ordinal) && name is not "README.md";

    /// <summary>What to say of a file that lies among the guide's and is none of them.</summary>
    public static string Unread(string path)
    {
        var (folder, extension) = Array.Find(_many, many => path.StartsWith(many.Folder + "/", StringComparison.Ordinal));
        return "This file is not read." + (folder is null
            ? $"{Nearest.Hint(path, _single)} Pages lie in guide/, and end in .md."
            : $" {(folder == "figures" ? "Drawings" : folder == "practices" ? "Practices" : "Pages")} lie in {folder}/, and end in {extension}.");
    }

    /// <returns>Null where the link leads in a circle.</returns>
    private static ListedFile? Linked(DirectoryInfo root, FileInfo link, string path)
    {
        try
        {
            return Inside(root, link) && link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target
                ? new ListedFile(path, link.FullName, target.Length, target.LastWriteTimeUtc) : ListedFile.Elsewhere(path, link.FullName);
        }
        catch (IOException)
        {
            return null;
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
