using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

internal sealed record Attribute(string Value, int Column);

/// <summary>What stands in braces after a block's name, a heading or a list item: <c>{#id key=value}</c>.</summary>
internal sealed record Attributes(int Line, int Column, Attribute? Id, IReadOnlyDictionary<string, Attribute> Values)
{
    /// <summary>They were reported when they were read: nothing is said of what seems to be missing.</summary>
    public bool Malformed { get; init; }

    public static Attributes None(SourceLine line) =>
        new(line.Number, line.Column, null, new Dictionary<string, Attribute>(StringComparer.Ordinal));

    /// <summary>Reports an id or a key that does not belong here.</summary>
    public void Allow(SourceText file, bool id, params string[] keys)
    {
        if (Malformed)
            return;
        if (!id && Id is { } unwanted)
            file.Error(Line, unwanted.Column, "AG205", $"No id stands here. Delete \"#{unwanted.Value}\".");
        foreach (var (key, value) in Values.Where(pair => !keys.Contains(pair.Key, StringComparer.Ordinal)))
        {
            var known = keys.Length == 0 ? " None is known here." : $" Known here: {string.Join(", ", keys)}.";
            file.Error(Line, value.Column, "AG205", $"Unknown attribute \"{key}\".{Nearest.Hint(key, keys)}{known}");
        }
    }

    /// <summary>A value out of a few words; null where it is missing or wrong, which is then reported.</summary>
    public string? OneOf(SourceText file, string key, params string[] words)
    {
        if (!Values.TryGetValue(key, out var value))
        {
            if (!Malformed)
                file.Error(Line, Column, "AG207", $"\"{key}=\" is missing. Write it in the braces, with one of: {string.Join(", ", words)}.");
            return null;
        }

        if (words.Contains(value.Value, StringComparer.Ordinal))
            return value.Value;
        file.Error(Line, value.Column, "AG207",
            $"\"{key}\" is {string.Join(" or ", words)}, not \"{value.Value}\".{Nearest.Hint(value.Value, words)}");
        return null;
    }

    /// <summary>The id, where it is well formed; a missing or malformed one is reported.</summary>
    public string? RequireId(SourceText file, string what)
    {
        if (Id is null)
        {
            if (!Malformed)
                file.Error(Line, Column, "AG211", $"{what} needs a permanent id: {{#some-id}}.");
            return null;
        }

        return OptionalId(file);
    }

    public string? OptionalId(SourceText file)
    {
        if (Id is not { } id)
            return null;
        if (Ids.Valid(id.Value))
            return id.Value;
        file.Error(Line, id.Column, "AG402", $"\"{id.Value}\" cannot be an id. {Ids.Form}");
        return null;
    }
}
