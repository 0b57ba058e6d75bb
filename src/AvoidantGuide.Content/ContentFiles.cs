using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content;

/// <summary>The texts of a content folder, by path relative to it, as they were at one moment.</summary>
public sealed record ContentFiles
{
    public ContentFiles(IReadOnlyDictionary<string, string> texts) =>
        Saved = texts.ToDictionary(text => text.Key, text => SavedText.Of(text.Value), StringComparer.Ordinal);

    internal ContentFiles(IReadOnlyDictionary<string, SavedText> saved) => Saved = saved;

    public IReadOnlyDictionary<string, string> Texts => new SavedTexts(Saved);

    internal IReadOnlyDictionary<string, SavedText> Saved { get; init; }

    /// <summary>What kept a file from being read as text. Such a file is not among the texts.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Reads every file the guide is made of; a file that cannot be read becomes a problem.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static ContentFiles Read(string folder) => new FolderReader(folder).Read();

    /// <summary>These files, with the good text of every file that has an error; a new file that has one is left out.</summary>
    internal ContentFiles PutBack(ContentFiles good, IEnumerable<Problem> problems)
    {
        var saved = new Dictionary<string, SavedText>(Saved, StringComparer.Ordinal);
        foreach (var path in problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.File).Distinct(StringComparer.Ordinal))
        {
            if (good.Saved.TryGetValue(path, out var text))
                saved[path] = text;
            else
                saved.Remove(path);
        }

        return new ContentFiles(saved);
    }
}
