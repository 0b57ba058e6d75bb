using System.Collections.Frozen;

namespace AvoidantGuide.Content.Markup;

/// <summary>Which warnings on wording a text may give at all, by its single words: few paragraphs are then read by a pattern.</summary>
[Flags]
internal enum Triggers
{
    None = 0,
    Label = 1,
    Promise = 2,
    Insult = 4,
    Verdict = 8,
    Blame = 16,
    Gender = 32,
    Number = 64,
}

internal static class TriggerWords
{
    private static readonly FrozenDictionary<string, Triggers> _words = Words(
        (Triggers.Label, "avoidant avoidants"),
        (Triggers.Promise, "heal heals healed healing cure cured cures curing"),
        (Triggers.Insult, "toxic toxicity narcissist narcissists narcissistic narcissism broken damaged defective crazy"),
        (Triggers.Verdict, "avoidant dismissive dismissing fearful disorganized disorganised insecure insecurely anxious anxiously securely unavailable commitment denial " +
            "afraid scared frightened terrified style type pattern know secretly subconsciously unconsciously really actually truly deep real true hidden deepest"),
        (Triggers.Blame, "mother mothers father fathers parent parents mum mums mom moms dad dads mothering parenting caregiver caregivers family upbringing childhood"),
        (Triggers.Gender, "he him his himself she her hers herself husband husbands wife wives boyfriend boyfriends girlfriend girlfriends"),
        (Triggers.Number, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty " +
            "thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions half third thirds quarter quarters fifths " +
            "studies research science scientists researchers experts evidence surveys"));

    private static readonly FrozenDictionary<string, Triggers>.AlternateLookup<ReadOnlySpan<char>> _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Triggers In(ReadOnlySpan<char> text)
    {
        var found = Triggers.None;
        while (!text.IsEmpty)
        {
            var length = 0;
            found |= char.IsAsciiDigit(text[0]) ? Triggers.Number : Triggers.None;
            while (length < text.Length && char.IsLetter(text[length]))
                length++;
            if (length > 1 && _lookup.TryGetValue(text[..length], out var triggers))
                found |= triggers;
            text = text[Math.Min(text.Length, length + 1)..];
        }

        return found;
    }

    private static FrozenDictionary<string, Triggers> Words(params (Triggers Trigger, string Words)[] lists) => lists
        .SelectMany(list => list.Words.Split(' ').Select(word => (Word: word, list.Trigger)))
        .GroupBy(pair => pair.Word, pair => pair.Trigger, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(word => word.Key, word => word.Aggregate((one, other) => one | other), StringComparer.OrdinalIgnoreCase);
}
