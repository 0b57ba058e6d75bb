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

    /// <summary>How many entries are read whole to find them: who seldom writes in words waits no longer for this page than others.</summary>
    private const int MostRead = 100;

    public static async Task<Sentences> ReadAsync(OpenJournal journal, IReadOnlyList<Moment> moments, Guide guide, CancellationToken cancel)
    {
        var (own, faded, stood) = (new List<Sentence>(), new List<Sentence>(), new List<Sentence>());
        Sentence? next = null;
        var read = 0;
        // Only entries that can hold one are read whole, and no more of them than are shown.
        foreach (var moment in moments.Where(moment => moment.Practice is not null))
        {
            var looked = Looks.Prompt(moment.Head, guide) is { } scale && moment.Head.Looks?.LastOrDefault(look => look.Rating is not null) is { } look
                ? look.Rating!.Value.CompareTo(moment.Head.Ratings[scale.Id]) : (int?)null;
            var wanted = (looked < 0 && faded.Count < Most) || (looked >= 0 && stood.Count < Most)
                || (own.Count < Most && moment.Practice!.Prompts.Any(IsSentence)) || (next is null && moment.Practice!.Prompts.Any(IsNextStep));
            if (!wanted) continue;
            if (++read > MostRead) break;
            if (await journal.ReadAsync(moment.Id, cancel) is not ReadResult.Found { Entry: var entry }) continue;

            foreach (var prompt in moment.Practice!.Prompts)
            {
                if (entry.Answers.FirstOrDefault(answer => answer.Prompt == prompt.Id) is not { } answer || Words(answer, prompt) is not { Length: > 0 } words) continue;
                var sentence = new Sentence(moment.Id, words, moment.When);
                if (IsNextStep(prompt)) next ??= sentence;
                else if (IsSentence(prompt) && own.Count < Most) own.Add(sentence);
                if (prompt.From == SignKind.Story && looked is { } change && (change < 0 ? faded : stood) is { Count: < Most } list) list.Add(sentence);
            }
        }

        return new Sentences(own, next, faded, stood);
    }

    private static bool IsSentence(Prompt prompt) => prompt.KeepsSign || prompt.Kind == PromptKind.Complete || prompt.From == SignKind.Story;

    private static bool IsNextStep(Prompt prompt) => prompt is { Kind: PromptKind.Text, Id: "next-step" };

    private static string Words(Answer answer, Prompt prompt) =>
        answer.Text.Length > 0 ? answer.Text : prompt.From == SignKind.Story ? string.Join(" · ", answer.Chosen.Where(chosen => chosen.Id is not ("other" or "cant-tell")).Select(chosen => chosen.Label)) : "";
}

public sealed record Sentence(Guid Entry, string Words, DateTime When)
{
    public override string ToString() => nameof(Sentence);
}
