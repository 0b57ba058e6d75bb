using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Markup;

/// <summary>Warnings about words: people before labels, no promises, no insults, and sentences one can read when upset.</summary>
internal static partial class Wording
{
    private const int Patience = 1000;
    private const int LongestSentence = 35;

    public static IEnumerable<(int Index, string Code, string Message)> Find(string text)
    {
        foreach (Match match in Labels().Matches(text))
            yield return (match.Index, "AG501", $"\"{match.Value}\" makes a person into a label. Say \"people who keep their distance\", or what they do.");
        foreach (Match match in Promises().Matches(text))
            yield return (match.Index, "AG502", $"\"{match.Value}\" promises or diagnoses. Say what changes, for whom, and how sure that is.");
        foreach (Match match in Insults().Matches(text))
            yield return (match.Index, "AG503", $"\"{match.Value}\" judges a person. Say what was done, and what it did.");
        foreach (var (index, words) in Sentences(text))
        {
            if (words > LongestSentence)
                yield return (index, "AG504", $"A sentence of {words} words. Most here have fewer than 20, and none more than {LongestSentence}: make it two.");
        }
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

    [GeneratedRegex(@"\bavoidants\b|\ban avoidant(?=\s*(?:[.,;:!?)\u2019']|$|\s(?:is|was|who|will|may|can|and|or|has|does|do|to|in|with|feels|wants|needs)\b))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(?:healed|cure|cured|cures)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Promises();

    [GeneratedRegex(@"\b(?:toxic|narcissists?|narcissistic)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Insults();
}
