namespace AvoidantGuide.Content.Search;

/// <summary>Marks the words of a query, in whatever form they stand, and cuts the part of a text that shows them best.</summary>
internal static class Marking
{
    private const int Length = 200;
    private const int Before = 60;

    public static MarkedText Whole(string text, IReadOnlyList<Token> tokens, IReadOnlySet<Stem> stems) =>
        Part(text, 0, text.Length, tokens, stems);

    /// <summary>Up to 200 characters of the text, around the place where most different words of the query are together.</summary>
    public static MarkedText Excerpt(string text, IReadOnlyList<Token> tokens, IReadOnlySet<Stem> stems)
    {
        if (text.Length <= Length)
            return Whole(text, tokens, stems);
        var start = Start(text, Best(tokens, stems));
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length)
        {
            var space = text.LastIndexOf(' ', end, end - start);
            end = space > start ? space : Edge(text, end);
        }

        var part = Part(text, start, end, tokens, stems);
        return new MarkedText([.. Dots(start > 0, "… "), .. part.Pieces, .. Dots(end < text.Length, " …")]);
    }

    private static MarkedText Part(string text, int start, int end, IReadOnlyList<Token> tokens, IReadOnlySet<Stem> stems)
    {
        var pieces = new List<Piece>();
        var at = start;
        foreach (var (place, word) in tokens)
        {
            var (from, to) = (place.Start.Value, place.End.Value);
            if (from < start || to > end || word is null || !stems.Contains(word.Stem))
                continue;
            if (from > at)
                pieces.Add(new Piece(text[at..from], Marked: false));
            pieces.Add(new Piece(text[from..to], Marked: true));
            at = to;
        }

        if (end > at)
            pieces.Add(new Piece(text[at..end], Marked: false));
        return new MarkedText(pieces);
    }

    /// <summary>Where the first of the words stands that are together.</summary>
    private static int Best(IReadOnlyList<Token> tokens, IReadOnlySet<Stem> stems)
    {
        List<(int At, Stem Stem)> hits = [.. tokens.Where(token => token.Stem is { } stem && stems.Contains(stem)).Select(token => (token.Place.Start.Value, token.Stem!))];
        var (best, most) = (hits.Count > 0 ? hits[0].At : 0, 0);
        for (int first = 0, next = 0; first < hits.Count; first++)
        {
            while (next < hits.Count && hits[next].At < hits[first].At + Length - Before)
                next++;
            var different = hits.GetRange(first, Math.Min(next - first, 20)).Select(hit => hit.Stem).Distinct().Count();
            if (different > most)
                (best, most) = (hits[first].At, different);
        }

        return best;
    }

    /// <summary>At the beginning of a sentence where one is near, or else of a word.</summary>
    private static int Start(string text, int hit)
    {
        if (hit <= Before)
            return 0;
        var from = hit - Before;
        for (var at = hit - 1; at > from; at--)
        {
            if (text[at] == ' ' && text[at - 1] is '.' or '?' or '!' or '·')
                return at + 1;
        }

        var space = text.IndexOf(' ', from, Before);
        return space < 0 ? Edge(text, from) : space + 1;
    }

    private static int Edge(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static Piece[] Dots(bool there, string dots) => there ? [new Piece(dots, Marked: false)] : [];
}
