using System.Globalization;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Yaml;

/// <summary>
/// The fields of one map, read by name. What was not asked for when <see cref="Done"/> is called is an unknown key.
/// </summary>
/// <param name="owner">Where a missing field is reported: the opening line, or the item it belongs to.</param>
internal sealed class Fields(SourceText file, YamlMap map, (int Line, int Column) owner)
{
    private readonly Dictionary<string, YamlField> _fields = map.Fields.ToDictionary(field => field.Key.Value, StringComparer.Ordinal);
    private readonly List<string> _known = [];

    public (int Line, int Column) Owner => owner;

    public YamlNode? Find(string name)
    {
        _known.Add(name);
        return _fields.GetValueOrDefault(name)?.Value;
    }

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>Where a field's value stands, or the owner's place.</summary>
    public (int Line, int Column) At(string name) =>
        _fields.TryGetValue(name, out var field) ? (field.Value.Line, field.Value.Column) : owner;

    public string? Optional(string name)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case YamlText text when text.Value.Trim() is { Length: > 0 } value:
                return value;
            case var other:
                Wrong(other, $"\"{name}\" needs a text.");
                return null;
        }
    }

    /// <summary>A required text; empty after the problem was reported.</summary>
    public string Text(string name)
    {
        if (Optional(name) is { } value)
            return value;
        if (!Has(name))
            Missing(name);
        return "";
    }

    public void Missing(string name) => file.Error(owner.Line, owner.Column, "AG111", $"\"{name}\" is missing. Add a line \"{name}: …\".");

    public int Number(string name, int low, int high)
    {
        var text = Text(name);
        if (text.Length == 0)
            return low;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            return number;
        Wrong(name, $"\"{name}\" is a whole number from {low} to {high}, not \"{text}\".");
        return low;
    }

    public DateOnly Date(string name)
    {
        var text = Text(name);
        if (text.Length == 0)
            return default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Wrong(name, $"\"{name}\" is a date such as 2026-11-20, not \"{text}\".");
        return default;
    }

    /// <summary>A required word out of a few; null after the problem was reported.</summary>
    public string? OneOf(string name, params string[] words)
    {
        var text = Text(name);
        if (text.Length == 0 || words.Contains(text, StringComparer.Ordinal))
            return text.Length == 0 ? null : text;
        Wrong(name, $"\"{name}\" is {string.Join(" or ", words)}, not \"{text}\".{Nearest.Hint(text, words)}");
        return null;
    }

    public IReadOnlyList<YamlText> List(string name)
    {
        switch (Find(name))
        {
            case null:
                return [];
            case YamlList list when list.Items.All(item => item is YamlText { Value.Length: > 0 }):
                return [.. list.Items.Cast<YamlText>()];
            case YamlText { Value: "" }:
                return [];
            case var other:
                Wrong(other, $"\"{name}\" is a list, such as [one, two].");
                return [];
        }
    }

    /// <summary>A map below this one, or null after the problem was reported (nothing is reported where it may be left out).</summary>
    public Fields? Map(string name, bool required = true)
    {
        switch (Find(name))
        {
            case YamlMap below:
                return new Fields(file, below, (below.Line, below.Column));
            case null:
                if (required)
                    Missing(name);
                return null;
            case var other:
                Wrong(other, $"\"{name}\" holds lines of its own, such as {{ key: value }}.");
                return null;
        }
    }

    public IEnumerable<YamlField> Each => map.Fields;

    public void Wrong(string name, string message) => file.Error(At(name).Line, At(name).Column, "AG112", message);

    public void Wrong(YamlNode at, string message) => file.Error(at.Line, at.Column, "AG112", message);

    /// <summary>Names every key that nobody asked for.</summary>
    public void Done()
    {
        foreach (var field in map.Fields.Where(field => !_known.Contains(field.Key.Value, StringComparer.Ordinal)))
        {
            file.Error(field.Key.Line, field.Key.Column, "AG110",
                $"Unknown key \"{field.Key.Value}\".{Nearest.Hint(field.Key.Value, _known)} Known here: {string.Join(", ", _known)}.");
        }
    }
}
