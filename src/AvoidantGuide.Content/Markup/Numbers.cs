using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Markup;

/// <summary>Numbers that only research can know: shares, and counts of people and studies. Days, ages, dates and telephone numbers are not among them.</summary>
internal static partial class Numbers
{
    private const int Patience = 1000;

    public static IEnumerable<(int Index, string Number)> Find(string text)
    {
        var end = 0;
        foreach (Match number in Words().Matches(text))
        {
            if (number.Index < end || Counted().Match(text, number.Index) is not { Success: true } match)
                continue;
            end = match.Index + match.Length;
            yield return (match.Index, match.Value);
        }
    }

    // Cheap to look for; what stands around a number is looked at only where there is one.
    [GeneratedRegex(@"\b(?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|for|half|hundred|thousand|million|a\sthird|a\squarter|n\s?=)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Words();

    [GeneratedRegex("""
        \G(?:(?<![\d.,-])\d+(?:[.,]\d+)?\s?(?:%|per\s?cent\b)
        |\b(?:(?:one|two|three|four|five|six|seven|eight|nine)(?:\s(?!in\b|out\b)[a-z]+)?\s(?:in|out\sof)
            |(?<!\b(?:page|step|part|question|chapter|of)\s)(?<![\d.,-])\d{1,3}(?:\s(?!in\b|out\b|of\b)[a-z]+)?\s(?:in|of|out\sof))
            \s(?:every\s|about\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a\s)?(?:hundred|thousand)|(?!(?:1[5-9]|20)\d\d\b)\d{1,6})\b
            (?!\s(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|rooms?|places?)\b)
        |\b(?:half|a\sthird|a\squarter|two\sthirds|three\squarters)\sof\s(?:all\s)?(?:people|persons|adults|children|babies|infants|couples|women|men|students|studies)\b
        |(?<![\d.,/:+-])(?!(?:1[5-9]|20)\d\d\s)(?:\d{1,3}(?:,\d{3})*|\d{4,}|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\s(?:(?!(?:and|or|but|when|if|as|that|the|most|many|some|all|few|no|to|of|in|on|at|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?)\b)[\p{L}-]+\s){0,3}
            (?:people|persons|adults|children|babies|infants|toddlers|couples|pairs|dyads|famil(?:y|ies)|mothers|fathers|parents|women|men|students|participants|patients|smokers|studies|trials|experiments|papers|surveys)\b
        |\b(?:hundreds?|thousands?|millions?)\s(?:of\s)?(?:[\p{L}-]+\s)?(?:people|adults|children|babies|infants|couples|pairs|families|studies|trials)\b
        |\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\d)\s(?:(?:other|more|small|large|larger|early|later|recent|brain|diary)\s)?(?:studies|trials|experiments|surveys|couples|participants|infants)\b
        |\bn\s?=\s?\d+)
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Counted();
}
