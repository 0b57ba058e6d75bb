namespace AvoidantGuide.Content.Markup;

/// <summary>Sentences and paragraphs that someone can still read when upset.</summary>
internal static class Lengths
{
    private const int LongestSentence = 35;
    private const int LongestParagraph = 120;

    public static IEnumerable<(int Index, string Code, string Message)> Find(string text)
    {
        var all = 0;
        foreach (var (index, words) in Sentences(text))
        {
            all += words;
            if (words > LongestSentence)
                yield return (index, "AG504", $"A sentence of {words} words. Most here have fewer than 20, and none more than {LongestSentence}: make it two.");
        }

        if (all > LongestParagraph)
            yield return (0, "AG506", $"A paragraph of {all} words. Most here have three sentences, and none more than {LongestParagraph} words: put an empty line where a new thought begins.");
    }

    private static IEnumerable<(int Index, int Words)> Sentences(string text)
    {
        var (start, words, inWord, first) = (0, 0, false, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            var end = i == text.Length;
            if (end || char.IsWhiteSpace(text[i]))
            {
                inWord = false;
                if (end || EndsSentence(text, start, i))
                {
                    if (first >= 0)
                        yield return (first, words);
                    (start, words, first) = (i, 0, -1);
                }
            }
            else if (!inWord && char.IsLetterOrDigit(text[i]))
            {
                (inWord, words, first) = (true, words + 1, first < 0 ? i : first);
            }
        }
    }

    private static bool EndsSentence(string text, int start, int end)
    {
        var last = end - 1;
        while (last > start && text[last] is '"' or '\'' or ')' or '\u2019' or '\u201d' or ']')
            last--;
        return last > start && text[last] is '.' or '!' or '?' or '\u2026' or ':' or ';';
    }
}
