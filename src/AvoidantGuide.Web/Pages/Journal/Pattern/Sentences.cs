using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal.Pattern;

/// <summary>Sentences in the person's own words, and what became of those that were looked at again.</summary>
/// <param name="Own">What they said in their own words, newest first.</param>
/// <param name="NextStep">The last next step they wrote down; null where there is none.</param>
/// <param name="Faded">Felt less true at the last look.</param>
/// <param name="Stood">Felt as true or more.</param>
public sealed record Sentences(IReadOnlyList<Sentence> Own, Sentence? NextStep, IReadOnlyList<Sentence> Faded, IReadOnlyList<Sentence> Stood)
{
    /// <summary>How many of each kind are shown, the newest.</summary>
    public const int Most = 10;

    /// <summary>Entries that are read whole to find those of one kind: an answer may have been left empty.</summary>
    private const int MostTried = 25;

    public static async Task<Sentences> ReadAsync(OpenJournal journal, IReadOnlyList<Moment> moments, Guide guide, CancellationToken cancel)
    {
        // Only entries that can hold one are read whole, and no more of them than may be shown.
        var (withSentence, withNextStep) = (PracticesWith(moments, IsSentence), PracticesWith(moments, IsNextStep));
        int[] left = [MostTried, MostTried, MostTried, MostTried];
        var wanted = new List<(Moment Moment, int? Change)>();
        foreach (var moment in moments)
        {
            var change = Change(moment.Head, guide);
            if (Takes(0, change < 0) | Takes(1, change >= 0) | Takes(2, withSentence.Contains(moment.Head.Practice)) | Takes(3, withNextStep.Contains(moment.Head.Practice)))
                wanted.Add((moment, change));
        }

        var read = await journal.ReadAsync([.. wanted.Select(pair => pair.Moment.Id)], cancel);
        return Of(wanted.Where(pair => read.ContainsKey(pair.Moment.Id)).Select(pair => (pair.Moment, read[pair.Moment.Id], pair.Change)));

        bool Takes(int kind, bool holds) => holds && left[kind]-- > 0;
    }

    private static HashSet<string> PracticesWith(IReadOnlyList<Moment> moments, Func<Prompt, bool> asks) =>
        [.. moments.DistinctBy(moment => moment.Head.Practice, StringComparer.Ordinal).Where(moment => moment.Practice?.Prompts.Any(asks) == true).Select(moment => moment.Head.Practice)];

    private static Sentences Of(IEnumerable<(Moment Moment, Entry Entry, int? Change)> entries)
    {
        var (own, faded, stood) = (new List<Sentence>(), new List<Sentence>(), new List<Sentence>());
        Sentence? next = null;
        foreach (var (moment, entry, change) in entries)
        {
            foreach (var prompt in moment.Practice!.Prompts)
            {
                if (entry.Answers.FirstOrDefault(answer => answer.Prompt == prompt.Id) is not { } answer || Words(answer, prompt) is not { Length: > 0 } words) continue;
                var sentence = new Sentence(moment.Id, words, moment.When);
                if (IsNextStep(prompt)) next ??= sentence;
                else if (IsSentence(prompt) && own.Count < Most) own.Add(sentence);
                if (prompt.From == SignKind.Story && change is not null && (change < 0 ? faded : stood) is { Count: < Most } list) list.Add(sentence);
            }
        }

        return new Sentences(own, next, faded, stood);
    }

    /// <summary>Below 0 where it felt less true at the last look, from 0 on where it felt as true or more; null where it was not looked at again.</summary>
    private static int? Change(EntryHead head, Guide guide) =>
        head.Looks is not null && Looks.Prompt(head, guide) is { } scale && head.Looks.LastOrDefault(look => look.Rating is not null) is { } look
            ? look.Rating!.Value.CompareTo(head.Ratings[scale.Id]) : null;

    private static bool IsSentence(Prompt prompt) => prompt.KeepsSign || prompt.Kind == PromptKind.Complete || prompt.From == SignKind.Story;

    private static bool IsNextStep(Prompt prompt) => prompt is { Kind: PromptKind.Text, Id: "next-step" };

    private static string Words(Answer answer, Prompt prompt) =>
        answer.Text.Length > 0 ? (prompt.Kind == PromptKind.Complete ? $"{answer.Asked} {answer.Text}" : answer.Text) : prompt.From == SignKind.Story ? string.Join(" · ", answer.Chosen.Where(chosen => chosen.Id is not ("other" or "cant-tell")).Select(chosen => chosen.Label)) : "";
}

public sealed record Sentence(Guid Entry, string Words, DateTime When)
{
    public override string ToString() => nameof(Sentence);
}
