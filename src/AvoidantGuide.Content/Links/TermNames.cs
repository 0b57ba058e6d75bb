using System.Buffers;

namespace AvoidantGuide.Content.Links;

/// <summary>Finds the names of terms in a text: as whole words, in any case, and the longest where one stands inside another.</summary>
internal sealed class TermNames
{
    private readonly (string Name, string Id)[] _longestFirst;
    private readonly SearchValues<string> _any;

    public static readonly TermNames None = new([]);

    public TermNames(IEnumerable<(string Name, string Id)> terms)
    {
        _longestFirst = [.. terms.Where(term => term.Name.Length > 0).OrderByDescending(term => term.Name.Length)];
        _any = SearchValues.Create([.. _longestFirst.Select(term => term.Name)], StringComparison.OrdinalIgnoreCase);
    }

    public bool Same(TermNames other) => _longestFirst.SequenceEqual(other._longestFirst);

    /// <summary>A quick look: most paragraphs name no term.</summary>
    public bool MayStandIn(string text) => text.AsSpan().IndexOfAny(_any) >= 0;

    public IEnumerable<(int Index, string Id)> In(string text)
    {
        for (var at = 0; Next(text, at) is var next and >= 0;)
        {
            var (name, id) = Array.Find(_longestFirst, term => Stands(term.Name, text, next));
            if (name is not null)
                yield return (next, id);
            at = next + (name?.Length ?? 1);
        }
    }

    private int Next(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(_any);
        return found < 0 ? found : from + found;
    }

    /// <summary>Not as a part of another word, of an address or of an id.</summary>
    private static bool Stands(string name, string text, int at)
    {
        var end = at + name.Length;
        return end <= text.Length && string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '#' or ':' or '/'))
            && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '-'));
    }
}
