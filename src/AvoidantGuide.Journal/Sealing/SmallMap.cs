using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AvoidantGuide.Journal;

/// <summary>A handful of pairs in two arrays. A list reads thousands of heads; a hash table for each would be most of its memory.</summary>
internal sealed class SmallMap<T>(string[] keys, T[] values) : IReadOnlyDictionary<string, T>
{
    public static readonly SmallMap<T> Empty = new([], []);

    public int Count => keys.Length;

    public IEnumerable<string> Keys => keys;

    public IEnumerable<T> Values => values;

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException();

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        for (var at = 0; at < keys.Length; at++)
        {
            if (!string.Equals(keys[at], key, StringComparison.Ordinal)) continue;
            value = values[at];
            return true;
        }

        value = default;
        return false;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var at = 0; at < keys.Length; at++) yield return KeyValuePair.Create(keys[at], values[at]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
