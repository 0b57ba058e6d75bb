using System.Text.RegularExpressions;

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
    private const int Patience = 1000;

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
            foreach (var (index, word) in Genders.Find(text))
                yield return (index, "AG509", $"\"{word}\" makes one gender the usual one. Say \"they\", \"someone\" or \"a partner\".");
        }

        if (!tone.HasFlag(Tone.Sourced) && triggers.HasFlag(Triggers.Number))
        {
            foreach (var (index, number) in Numbers.Find(text))
                yield return (index, "AG511", $"\"{number}\" has no source in this paragraph. Add one: [Name and colleagues, 2017](src:name-2017). Or leave the number out.");
        }

        IEnumerable<Match> Matches(Triggers trigger, Func<Regex> pattern) => triggers.HasFlag(trigger) ? pattern().Matches(text) : [];
    }

    [GeneratedRegex(@"\bavoidants\b|\ban avoidant(?=\s*(?:[.,;:!?)\u2019']|$|\s(?:is|was|who|will|may|can|and|or|has|does|do|to|in|with|feels|wants|needs)\b))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Labels();

    // "There is no cure" is what the guide has to say.
    [GeneratedRegex(@"(?<!\b(?:no|not|never|without|nobody\sis|nothing|not\sa|without\sa)\s)\b(?:healed|cure|cured|cures)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Promises();

    [GeneratedRegex(@"\b(?:toxic|narcissists?|narcissistic)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Insults();

    // "If you are avoidant" and "it does not mean that you are" say nothing about who reads.
    [GeneratedRegex("""
        (?<!\b(?:if|whether|when|mean|means|prove|proves|say|says|told)\s(?:that\s)?)
        \byou(?:\s(?:are|were|must\sbe)|['\u2019]re)\s(?:(?:an?|the|just|really|simply|clearly|probably|deeply|very)\s)*
            (?:(?:avoidant|dismissive|dismissing|fearful|disorgani[sz]ed|insecure(?:ly)?|anxiously|securely|emotionally\sunavailable|commitment-phob(?:ic|e)|in\sdenial)\b
            |(?:afraid|scared|frightened|terrified)\sof\s(?:closeness|intimacy|commitment|love|being\s(?:close|known|loved|seen))\b)
        |\byour\s(?:attachment\s)?(?:style|type|pattern)\sis\b
        |\byou\shave\s(?:an?\s)?(?:avoidant|dismissive|dismissing|fearful|disorgani[sz]ed|insecure|anxious)\b
        |\byour\s(?:avoidant|dismissive|dismissing|fearful|disorgani[sz]ed|insecure)\s(?:attachment|style|type|pattern|side|self)\b
        |\byou\s(?:do\snot|don['\u2019]t)\s(?:really\s|actually\s)?know\swhat\syou\s(?:feel|want|need)\b
        |\bas\san?\s(?:avoidant|dismissive|fearful)(?:\sperson)?,\syou\b
        |\byou\s(?:secretly|subconsciously|unconsciously)\s\w+
        |(?<!\b(?:if|whether|when|do|did)\s)\byou\s(?:really|actually|truly)\s(?:feel|felt|fear|crave|long|love|miss|want|wanted)\b
        |\bwhat\syou\s(?:really|actually|truly|secretly)\s(?:feel|felt|fear|mean|meant|need|want|wanted)\b
        |\bdeep\sdown,?\syou(?:['\u2019]re|r)?\b
        |\byour\s(?:real|true|hidden|deepest)\s(?:feelings?|needs?|fears?|self)\b
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Verdicts();

    [GeneratedRegex("""
        \b(?:bad|cold|terrible|unloving|neglectful|selfish|uncaring|unfit)\s(?:mothers?|fathers?|parents?|mums?|moms?|dads?|mothering|parenting)\b
        |\bbecause\s(?:of\s)?(?:your|their)\s(?:mother|father|parents?|mum|mom|dad|caregivers?|upbringing)\b
        |\byour\s(?:mother|father|parents?|mum|mom|dad|family|caregivers?)\s(?:failed|neglected|rejected|damaged|ruined|abandoned|never|made\syou|taught\syou|did\sthis|caused
            |did\snot|didn['\u2019]t|could\snot|couldn['\u2019]t|(?:is|are|was|were)\s(?:to\sblame|cold|bad|distant|unavailable))\b
        |\byour\s(?:childhood|upbringing)\s(?:made|damaged|ruined|broke|caused)\b
        |\b(?:mother|father|parents?|mum|mom|dad|caregivers?)['\u2019]s?\sfault\b
        |\bblame\s(?:your|the|their)\s(?:mother|father|parents?|mum|mom|dad|family|caregivers?)\b
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Blame();
}
