using System.Text.RegularExpressions;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Markup;

/// <summary>Words that make one gender the usual one, wherever nobody in particular is meant.</summary>
internal static partial class Genders
{
    /// <summary>"He or she", "a husband, wife or partner": a list that names both, or leaves room for everyone, is passed over.</summary>
    public static IEnumerable<(int Index, string Word)> Find(string text) => !Words().IsMatch(text) ? [] : Lists().Matches(text)
        .Where(list => !Everyone().IsMatch(list.Value) && !(Men().IsMatch(list.Value) && Women().IsMatch(list.Value)))
        .SelectMany(list => Words().Matches(list.Value).Select(word => (list.Index + word.Index, word.Value)));

    [GeneratedRegex(@"\b(?:he|him|his|himself|she|her|hers|herself|husbands?|wife|wives|boyfriends?|girlfriends?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(?:they|them|theirs?|themsel(?:f|ves)|partners?|spouses?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Everyone();

    [GeneratedRegex(@"\b(?:he|him|his|himself|husbands?|boyfriends?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Men();

    [GeneratedRegex(@"\b(?:she|hers?|herself|wife|wives|girlfriends?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Women();

    // A word alone is a list of one. What cannot be given back keeps a long list from being read again for each of its words.
    [GeneratedRegex("""
        \b(?>(?:I|he|him|his|himself|she|hers?|herself|husbands?|wife|wives|boyfriends?|girlfriends?|they|them|theirs?|themsel(?:f|ves)|partners?|spouses?)\b
            (?:,\s(?:and\s|or\s)?|\s(?:and|or)\s|/)?(?:an?\s|the\s|your\s)?)+
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Lists();
}
