using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Links;

/// <summary>The terms of one page in the order it is read, the words of its practices among its own: where each is linked first, and where it is named before that.</summary>
internal sealed class PageTerms
{
    private readonly Dictionary<string, (SourceText File, int Line, int Column)> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private readonly List<string> _defined = [];
    private readonly List<Problem> _problems = [];

    /// <summary>Terms that the page names before it explains them.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Those whose definition the page shows, in the order of their first links.</summary>
    public IReadOnlyList<string> Defined => _defined;

    /// <summary>Whether this link is the page's first to the term, so that it shows the definition.</summary>
    public bool Defines(string term)
    {
        if (_defined.Contains(term, StringComparer.Ordinal))
            return false;
        _defined.Add(term);
        return true;
    }

    public void Read(SourceText file, Fragment fragment)
    {
        foreach (var mention in fragment.Mentions)
        {
            if (mention.Linked)
                Follow(mention.Term);
            else if (!_linked.Contains(mention.Term))
                _named.TryAdd(mention.Term, (file, mention.Line, mention.Column));
        }

        foreach (var link in fragment.Links.Where(link => link.Kind == LinkKind.Term))
            Follow(link.Name);
    }

    private void Follow(string term)
    {
        if (!_linked.Add(term) || !_named.TryGetValue(term, out var place))
            return;
        _problems.Add(place.File.Problem(place.Line, place.Column, Severity.Warning, "AG312",
            $"This term is used here before the page explains it. Link it here, where it is read first: [words](term:{term})."));
    }
}
