using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>
/// Reads braces itself: Markdig's generic attributes emit <c>onclick=</c> and <c>style=</c>, drop a whole list for one
/// slip, and vanish on the items of a tight list.
/// </summary>
internal static class AttributeScanner
{
    /// <summary>Takes the braces off a line's end. Malformed ones are reported and taken off too.</summary>
    public static Attributes TakeOff(SourceText file, SourceLine line, out SourceLine rest)
    {
        rest = line.TrimEnd();
        var open = rest.Text.LastIndexOf('{');
        if (open < 0 || !(rest.Text.EndsWith('}') || LooksMeant(rest.Text, open)))
            return Attributes.None(rest);
        var braces = rest.From(open);
        rest = rest.To(open).TrimEnd();
        return Read(file, braces);
    }

    /// <param name="braces">Begins with the opening brace.</param>
    public static Attributes Read(SourceText file, SourceLine braces)
    {
        Attribute? id = null;
        var values = new Dictionary<string, Attribute>(StringComparer.Ordinal);
        var text = braces.Text;
        var at = 1;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            if (at >= text.Length)
                return Malformed(text.Length, "The braces are not closed. Put \"}\" at their end.");
            var start = at;
            if (text[at] == '}')
            {
                if (at + 1 < text.Length)
                    return Malformed(at + 1, "Nothing may stand after the closing brace. Put the braces at the line's end.");
                return new Attributes(braces.Number, braces.Column, id, values);
            }

            if (text[at] == '#')
            {
                var name = Word(text, ref at, 1);
                if (name.Length == 0)
                    return Malformed(start, "An id is missing after \"#\". Write {#some-id}.");
                if (id is not null)
                    return Malformed(start, "Only one id can stand here. Keep one.");
                id = new Attribute(name, braces.Column + start);
            }
            else
            {
                var key = Word(text, ref at, 0);
                if (key.Length == 0)
                    return Malformed(at, $"\"{text[at]}\" cannot stand here. Write {{#id key=value}}, with spaces between.");
                if (at >= text.Length || text[at] != '=')
                    return Malformed(start, $"\"{key}\" needs a value ({key}=…), or \"#\" before it if it is an id.");
                if (Value(text, ref at) is not { } value)
                    return Malformed(at, $"The value of \"{key}\" is missing or its quote is not closed. Write {key}=word or {key}=\"two words\".");
                if (!values.TryAdd(key, new Attribute(value, braces.Column + start)))
                    return Malformed(start, $"\"{key}\" stands here twice. Keep one.");
            }

            if (at < text.Length && text[at] is not (' ' or '\t' or '}'))
                return Malformed(at, $"\"{text[at]}\" cannot stand here. Write {{#id key=value}}, with spaces between.");
        }

        Attributes Malformed(int offset, string message)
        {
            file.Error(braces.Number, braces.Column + offset, "AG206", message);
            return new Attributes(braces.Number, braces.Column, id, values) { Malformed = true };
        }
    }

    private static bool LooksMeant(string text, int open) =>
        open + 1 < text.Length && (text[open + 1] == '#' || text.AsSpan(open).Contains('='));

    private static string Word(string text, ref int at, int skip)
    {
        var start = at += skip;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.' or '/'))
            at++;
        return text[start..at];
    }

    private static string? Value(string text, ref int at)
    {
        at++;
        if (at < text.Length && text[at] == '"')
        {
            var end = text.IndexOf('"', at + 1);
            if (end <= at + 1)
                return null;
            var quoted = text[(at + 1)..end];
            at = end + 1;
            return quoted;
        }

        var word = Word(text, ref at, 0);
        return word.Length == 0 ? null : word;
    }
}
