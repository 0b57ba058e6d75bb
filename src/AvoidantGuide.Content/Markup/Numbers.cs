using System.Text.RegularExpressions;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Markup;

/// <summary>What only research can know: shares, counts of people and studies, and what "studies show". Days, ages, dates and telephone numbers are not among them.</summary>
internal static partial class Numbers
{
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
    [GeneratedRegex(@"\b(?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|for|half|hundred|thousand|million|a\sthird|a\squarter|n\s?=|studies|research|scien|experts|evidence|surveys)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Words();

    // "100% sure", a battery at 3%, one Sunday in four, and twelve people at a table were counted by nobody's research.
    [GeneratedRegex("""
        \G(?:(?<![\d.,–-]|\bat\s)(?!100\s?(?:%|per\s?cent\b)(?!\sof\b))\d+(?:[.,]\d+)?(?:\s?%?\s?(?:-|–|—|to|or)\s?\d+(?:[.,]\d+)?)?\s?(?:%|per\s?cent\b)
        |\b(?:five|ten|fifteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)(?:\s(?:to|or)\s[a-z-]+)?\sper\s?cent\b
        |\b(?:(?:one|two|three|four|five|six|seven|eight|nine)(?:\s(?!in\b|out\b|(?:sun|mon|tues|wednes|thurs|fri|satur)?days?\b|evenings?\b|mornings?\b|nights?\b|weekends?\b|weeks?\b|times?\b|messages?\b)[a-z]+)?\s(?:in|out\sof)
            |(?<!\b(?:page|step|part|question|chapter|of)\s)(?<![\d.,-])\d{1,3}(?:\s(?!in\b|out\b|of\b)[a-z]+)?\s(?:in|of|out\sof))
            \s(?:every\s|about\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a\s)?(?:hundred|thousand)|(?!(?:1[5-9]|20)\d\d\b)\d{1,6})\b
            (?!\s(?:seconds?|minutes?|hours?|days?|evenings?|mornings?|nights?|weekends?|weeks?|months?|years?|times?|messages?|calls?|rooms?|places?)\b)
        |\b(?:half|a\sthird|a\squarter|two[\s-]thirds|three[\s-]quarters|(?:two|three|four)[\s-]fifths)\sof\s(?:(?:all|the|these|those)\s){0,2}(?:people|persons|adults|children|babies|infants|couples|women|men|students|studies|participants|relationships|cases)\b
        |\b(?:two[\s-]thirds|three[\s-]quarters|(?:two|three|four)[\s-]fifths)\sof\s(?!(?:an?|the|it|this|that|my|your|his|her|their|our)\b)[\p{L}-]+
        |(?<![\d.,/:+-])(?!(?:1[5-9]|20)\d\d\s)(?:\d{1,3}(?:,\d{3})*|\d{4,})\s(?:(?!(?:and|or|but|when|if|as|that|the|most|many|some|all|few|no|to|of|in|on|at|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?)\b)[\p{L}-]+\s){0,3}
            (?:people|persons|adults|children|babies|infants|toddlers|couples|pairs|dyads|famil(?:y|ies)|mothers|fathers|parents|women|men|students|participants|patients|smokers|studies|trials|experiments|papers|surveys)\b
        |(?:(?<=\b(?:in|among|across|asked|interviewed|studied|tested|surveyed|followed|and)\s(?:about\s|some\s|over\s|only\s)?)|(?=[a-z-]+\s(?:[\p{L}-]+\s){0,3}(?:participants|patients|dyads|studies|trials|experiments|papers|surveys)\b))
            \b(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\s(?:(?!(?:and|or|but|when|if|as|that|the|most|many|some|all|few|no|to|of|in|on|at|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?)\b)[\p{L}-]+\s){0,3}
            (?:people|persons|adults|children|babies|infants|toddlers|couples|pairs|dyads|famil(?:y|ies)|mothers|fathers|parents|women|men|students|participants|patients|smokers|studies|trials|experiments|papers|surveys)\b
        |\b(?:hundreds?|thousands?|millions?)\s(?:of\s)?(?:[\p{L}-]+\s)?(?:people|adults|children|babies|infants|couples|pairs|families|studies|trials)\b
        |\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\d)\s(?:(?:other|more|small|large|larger|early|later|recent|brain|diary)\s)?(?:studies|trials|experiments|surveys|participants|infants)\b
        |(?<=\b(?:in|among|across|and|of)\s)(?:two|three|four|five|six|seven|eight|nine|ten)\scouples\b
        |\bn\s?=\s?\d+
        |(?<!\b(?:(?:what|how)\s(?:[a-z]+\s)?|(?:this|that|these|those|such|our|no|few)\s))\b(?:studies|research|science|scientists|researchers|experts|evidence|surveys)\s(?:(?:have|has|also|now|clearly|often|mostly|usually|consistently|repeatedly|generally|all)\s)*
            (?:show|shows|shown|showed|prove|proves|proven|proved|suggest|suggests|suggested|found|finds|find|say|says|agree|confirm|confirms)\b)
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Counted();
}
