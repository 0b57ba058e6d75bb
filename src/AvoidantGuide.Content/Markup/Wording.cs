using System.Text.RegularExpressions;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Markup;

/// <summary>Whose words a text is: that decides what is asked of them.</summary>
[Flags]
internal enum Tone
{
    Guide = 0,

    /// <summary>Its numbers have their source, here or in the block around it.</summary>
    Sourced = 1,

    /// <summary>Someone speaks, of the people they know.</summary>
    Voice = 2,
}

/// <summary>Warnings about words: people before labels, no promises, no insults, and nobody told what they are.</summary>
internal static partial class Wording
{
    /// <param name="text">One paragraph, as a reader sees it.</param>
    public static IEnumerable<(int Index, string Code, string Message)> Find(string text, Tone tone)
    {
        var triggers = TriggerWords.In(text);
        foreach (var match in Matches(Triggers.Label, Labels))
            yield return (match.Index, "AG501", $"\"{match.Value}\" makes a person into a label. Say \"people who keep their distance\", or what they do.");
        foreach (var match in Matches(Triggers.Promise, Promises))
            yield return (match.Index, "AG502", $"\"{match.Value}\" promises or diagnoses. Say what changes, for whom, and how sure that is.");
        foreach (var match in Matches(Triggers.Insult, Insults))
            yield return (match.Index, "AG503", $"\"{match.Value}\" judges a person. Say what was done, and what it did.");
        foreach (var match in Matches(Triggers.Verdict, Verdicts))
            yield return (match.Index, "AG508", $"\"{match.Value}\" tells readers what they are or feel. Say \"some people notice\", or \"you may\".");
        foreach (var match in Matches(Triggers.Blame, Blame))
            yield return (match.Index, "AG510", $"\"{match.Value}\" blames parents. Say \"some people recall\", and what a child may have learned.");
        foreach (var found in Lengths.Find(text))
            yield return found;
        if (!tone.HasFlag(Tone.Voice) && triggers.HasFlag(Triggers.Gender))
        {
            foreach (var (index, word) in InTime(Genders.Find(text)))
                yield return (index, "AG509", $"\"{word}\" makes one gender the usual one. Say \"they\", \"someone\" or \"a partner\".");
        }

        if (!tone.HasFlag(Tone.Sourced) && triggers.HasFlag(Triggers.Number))
        {
            foreach (var (index, number) in InTime(Numbers.Find(text)))
                yield return (index, "AG511", $"\"{number}\" has no source in this paragraph. Add one: [Name and colleagues, 2017](src:name-2017). Or leave it out.");
        }

        IEnumerable<Match> Matches(Triggers trigger, Func<Regex> pattern) => triggers.HasFlag(trigger) ? InTime(pattern().Matches(text)) : [];
    }

    /// <summary>A pattern's patience is measured by the clock, and a machine may be busy: rather no warning than a page that is refused.</summary>
    private static List<T> InTime<T>(IEnumerable<T> found)
    {
        try
        {
            return [.. found];
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    // "An avoidant pattern" and "the avoidant side" speak of no person. After "an", what ends in s is mostly something that someone does.
    [GeneratedRegex("""
        \bavoidants\b
        |\bavoidant\s(?:people|persons?|individuals?|adults?|partners?|spouses?|husbands?|wife|wives|boyfriends?|girlfriends?|lovers?|ex|exes|friends?|parents?|mothers?|fathers?|mums?|dads?
            |child|children|baby|babies|infants?|man|men|woman|women|guys?|girls?|boys?|folks?|ones)\b
        |\b(?:an|the|this|that|every|each|another|your|my|our|their|a\s(?:dismissive|fearful|typical|classic|true|severe))\s(?:(?:dismissive|fearful|typical|classic|true|severe)[\s-])?avoidant
            (?:(?=\s*(?:[.,;:!?)\u2019'\u201d]|$))
            |(?=\s(?:is|was|who|whose|will|would|may|might|can|could|should|must|has|had|does|did|isn|doesn|won|can['\u2019]t|to|in|with|from|often|never|always|usually|then|also
                |feels|wants|needs|leaves|goes|runs|pulls|pushes|says|thinks|knows|loves|fears|hides|keeps|stays|comes|gets|gives|takes|makes|turns|shuts|seems|tends|withdraws|avoids|retreats|returns|(?:and|or)\s(?:an?|the)|versus|vs)\b))
        |\ban\savoidant(?=\s(?:(?:and|or)\b|[a-z]{3,}(?<!ss|us|is)s\b(?<!ss|us|is)))
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Labels();

    // "There is no cure" and "it cannot be healed by reading" are what the guide has to say.
    [GeneratedRegex("""
        (?<!\b(?:no|not|never|nor|without|nobody|nothing|neither|cannot|[a-z]+n['\u2019]t)\s(?:[\p{L}'\u2019]+\s){0,3})\b(?:heal|heals|healed|healing|cure|cured|cures|curing)\b
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Promises();

    // "You are not broken" and "you may be told that you are broken" judge nobody.
    [GeneratedRegex("""
        \b(?:toxic|toxicity|narcissists?|narcissistic|narcissism)\b
        |(?<!\b(?:if|whether|mean|means|told|say|says|said|think|thinks|believe|feel|fear)\s(?:that\s)?)
            \b(?:you|they|we)(?:\sare|['\u2019]re)\s(?:(?:just|so|all|really|simply|clearly|deeply|badly|a\slittle|emotionally)\s)*(?:broken|damaged|defective|crazy)\b
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Insults();

    // "If you are avoidant", "it does not mean that you are" and "nobody can say what your type is" say nothing about who reads.
    [GeneratedRegex("""
        (?<!\b(?:if|whether|when|mean|means|prove|proves|say|says|told)\s(?:that\s)?)
        \byou(?:\s(?:are|were|must\sbe)|['\u2019]re)\s(?:(?:an?|the|just|really|simply|clearly|probably|deeply|very)\s)*
            (?:(?:avoidant|dismissive|dismissing|fearful|disorgani[sz]ed|insecure(?:ly)?|anxiously|securely|emotionally\sunavailable|commitment-phob(?:ic|e)|in\sdenial)\b(?!\s(?:about|of|that|for)\b)
            |(?:afraid|scared|frightened|terrified)\sof\s(?:closeness|intimacy|commitment|love|being\s(?:close|known|loved|seen))\b)
        |\byour\s(?:attachment\s)?(?:style|type|pattern)\sis\s(?:(?:an?|the|clearly|probably|most\slikely)\s)*(?:avoidant|dismissive|dismissing|fearful|disorgani[sz]ed|insecure|secure|anxious)\b
        |(?<!\b(?:if|whether|when|do|not)\s)\byou\shave\s(?:an?\s)?(?:avoidant|dismissive|dismissing|fearful|disorgani[sz]ed|insecure|anxious)\s(?:attachment|style|type|pattern|side|traits?|tendenc(?:y|ies))\b
        |\byour\s(?:avoidant|dismissive|dismissing|fearful|disorgani[sz]ed|insecure)\s(?:attachment|style|type|pattern|side|self)\b
        |(?<!\b(?:if|whether|when|where|perhaps|maybe|and|say|says|told)\s(?:that\s)?)\byou\s(?:do\snot|don['\u2019]t)\s(?:really\s|actually\s)?know\swhat\syou\s(?:feel|want|need)\b
        |\bas\san?\s(?:avoidant|dismissive|fearful)(?:\sperson)?,\syou\b
        |(?<!\b(?:if|whether|when|do|did)\s)\byou\s(?:secretly|subconsciously|unconsciously)\s\w+
        |(?<!\b(?:if|whether|when|do|did|something|anything|someone|anyone|people|things?|words)\s)\byou\s(?:really|actually|truly)\s(?:feel|felt|fear|crave|long|love|miss|want|wanted)\b
        |\bwhat\syou\s(?:really|actually|truly|secretly)\s(?:feel|felt|fear|mean|meant|need|want|wanted)\b
        |\bdeep\sdown,?\syou(?:['\u2019]re|r)?\b
        |\byour\s(?:real|true|hidden|deepest)\s(?:feelings?|needs?|fears?|self)\b
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Verdicts();

    // That a parent taught someone to swim, rang, or was kind is no blame, and "it is not your mother's fault" is the opposite of it.
    [GeneratedRegex("""
        (?<!\b(?:no|not|never|nor|without|neither|[a-z]+n['\u2019]t)\s(?:[\p{L}'\u2019]+\s){0,3})
            \b(?:bad|cold|terrible|unloving|neglectful|selfish|uncaring|unfit)\s(?:mothers?|fathers?|parents?|mums?|moms?|dads?|mothering|parenting)\b
        |\bbecause\sof\s(?:your|their)\s(?:mother|father|parents?|mum|mom|dad|caregivers?|upbringing|childhood)\b(?!['\u2019])
        |\bbecause\s(?:your|their)\s(?:mother|father|parents?|mum|mom|dad|caregivers?)\s(?:left|never|failed|neglected|rejected|ignored|hurt|(?:did|could|would|was|were)(?:\snot|n['\u2019]t)
            |(?:was|were|is|are)\s(?:too|so|always|often|rarely|seldom|never|cold|distant|busy|absent|away|strict|harsh|critical|unkind|unavailable|avoidant|dismissive))\b
        |\byour\s(?:mother|father|parents?|mum|mom|dad|family|caregivers?)\s(?:failed\s(?!an?\b|the\b)|neglected|rejected|damaged|ruined|abandoned|did\sthis|caused
            |made\syou\s(?:so|this|like|who|what|the\sway|feel|afraid|anxious|avoidant|distant|ashamed|believe)
            |taught\syou\s(?:that|not|never|to\s(?:hide|fear|distrust|shut|push|need\snobody|be\salone))
            |(?:never|(?:did|could)(?:\snot|n['\u2019]t))\s(?:love|held|hold|want|care|see|saw|hear|listen|comfort|show|gave|give|protect|notice|understood|understand|praise|hug|respond)(?:e?d|s)?
            |(?:is|are|was|were)\s(?:to\sblame|cold|bad|distant|unavailable))\b
        |\byour\s(?:childhood|upbringing)\s(?:made|damaged|ruined|broke|caused)\b
        |(?<!\b(?:not|never|nobody['\u2019]s|nor|[a-z]+n['\u2019]t)\s(?:[\p{L}'\u2019]+\s){0,2})\b(?:mother|father|parents?|mum|mom|dad|caregivers?)['\u2019]s?\sfault\b
        |\bblame\s(?:your|the|their)\s(?:mother|father|parents?|mum|mom|dad|family|caregivers?)\b
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Blame();
}
