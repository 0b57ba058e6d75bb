using System.Collections.Concurrent;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Files;

/// <summary>What each file's text says by itself, kept from one compilation to the next: only changed files are read again.</summary>
internal sealed class ParsedFiles
{
    private readonly ConcurrentDictionary<string, (SourceText File, object? Result)> _known = new(StringComparer.Ordinal);

    /// <param name="names">Another set of them makes another result.</param>
    public (SourceText File, T Result) Read<T>(string path, SavedText text, TermNames names, Func<SourceText, T> read)
    {
        if (_known.TryGetValue(path, out var known) && known.File.Saved.Equals(text) && ReferenceEquals(known.File.Names, names))
            return (known.File, (T)known.Result!);
        var file = new SourceText(path, text, names);
        Invisible.Check(file);
        NearSilencings.Check(file);
        var result = read(file);
        JoinedVersions.Check(file);
        file.Rest();
        _known[path] = (file, result);
        return (file, result);
    }

    /// <summary>Forgets files that are gone.</summary>
    public void KeepOnly(IReadOnlyDictionary<string, SavedText> texts)
    {
        foreach (var path in _known.Keys.Where(path => !texts.ContainsKey(path)))
            _known.TryRemove(path, out _);
    }
}
