using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AvoidantGuide.Content.Files;

/// <summary>The texts of files as strings, each made when it is asked for.</summary>
internal sealed class SavedTexts(IReadOnlyDictionary<string, SavedText> saved) : IReadOnlyDictionary<string, string>
{
    public int Count => saved.Count;

    public IEnumerable<string> Keys => saved.Keys;

    public IEnumerable<string> Values => saved.Values.Select(text => text.ToString());

    public string this[string key] => saved[key].ToString();

    public bool ContainsKey(string key) => saved.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = saved.TryGetValue(key, out var text) ? text.ToString() : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => saved.Select(text => KeyValuePair.Create(text.Key, text.Value.ToString())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
