using System.Text.RegularExpressions;

namespace AvoidantGuide.Web.Tests.Reading;

/// <summary>Counts the syllables of an English word: its groups of vowels, less those that are silent. Right for all but rare words.</summary>
internal static partial class Syllables
{
    private static readonly Dictionary<string, int> _exceptions = new(StringComparer.Ordinal)
    {
        ["area"] = 3,
        ["being"] = 2,
        ["colleague"] = 2,
        ["colleagues"] = 2,
        ["evening"] = 2,
        ["evenings"] = 2,
        ["every"] = 2,
        ["everyday"] = 3,
        ["everything"] = 3,
        ["idea"] = 3,
        ["ideas"] = 3,
        ["marriage"] = 2,
        ["million"] = 2,
        ["quiet"] = 2,
        ["theory"] = 3,
        ["theories"] = 3,
        ["therapies"] = 3,
        ["useful"] = 2,
    };

    public static int In(string word)
    {
        var letters = NoLetter().Replace(word.ToLowerInvariant(), "");
        if (letters.Length <= 3) return 1;
        if (_exceptions.TryGetValue(letters, out var known)) return known;
        letters = SilentInside().Replace(letters, "");
        letters = SilentAtTheEnd().Replace(letters, "");
        return Math.Max(1, Vowels().Count(letters) + TwoSounds().Count(letters));
    }

    [GeneratedRegex("[^a-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoLetter();

    /// <summary>As in "closeness" and "sometimes".</summary>
    [GeneratedRegex("(?<=[^aeiou])e(?=(ly|ness|less|ful|thing|where|times|body|work)$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SilentInside();

    /// <summary>As in "alone", "moved" and "themselves", but not in "little", "wanted" and "notices".</summary>
    [GeneratedRegex("((?<=[^laeiouy])e|(?<=[^aeiouydt])ed|(?<=[^laeiouycszgx])(?<![cs]h)es)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SilentAtTheEnd();

    [GeneratedRegex("(?!^y)[aeiouy]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vowels();

    /// <summary>As in "period" and "familiar", but not in "question" and "social".</summary>
    [GeneratedRegex("(?<=[^tscgxq])i(?=[aou])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoSounds();
}
