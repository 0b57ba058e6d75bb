using AvoidantGuide.Content.Links;

namespace AvoidantGuide.Content.Markup;

/// <summary>Where a paragraph names a term, or links to one.</summary>
internal sealed record Mention(string Term, bool Linked, int Line, int Column)
{
    /// <summary>Stands for a link's own words: they lead somewhere already.</summary>
    private const char LinkWord = '\u0001';

    /// <summary>In the order they are read.</summary>
    public static IEnumerable<Mention> In(Leaf leaf, string text, TermNames names, Places places)
    {
        // What is written as code is no use of a word.
        var words = leaf.Marks(text).Replace('\n', ' ');
        var links = leaf.Links.Where(link => link.Link.Kind == LinkKind.Term).Select(link => (Index: link.Start, Term: link.Link.Name, Linked: true));
        if (!names.MayStandIn(words))
            return links.Select(At);
        var plain = words.ToCharArray();
        foreach (var (start, end, _) in leaf.Links)
            plain.AsSpan(start, end - start).Fill(LinkWord);
        return links.Concat(names.In(new string(plain)).Select(name => (name.Index, Term: name.Id, Linked: false))).OrderBy(mention => mention.Index).Select(At);

        Mention At((int Index, string Term, bool Linked) found)
        {
            var (line, column) = places.Of(leaf.OffsetOf(found.Index));
            return new Mention(found.Term, found.Linked, line, column);
        }
    }
}
