using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Choices that lead to help: what they end, and for whom. Only ever what a person chose; no text is read for it.</summary>
public static class Harm
{
    public const string Ended = "You wrote that a step with this person was mocked, met with anger or used, or came after something frightening. No more steps with them are asked of you. Choose someone else, or nobody.";

    public static bool In(EntryForm form) => form.Prompts.Any(prompt => prompt.Choices.Any(choice => choice.LeadsToHelp && form.Value(prompt).Chosen.Contains(choice.Id)));

    public static bool In(EntryHead head, Guide guide) => guide.PracticeNamed(head.Practice)?.Prompts
        .Any(prompt => prompt.Choices.Any(choice => choice.LeadsToHelp && head.Choices.GetValueOrDefault(prompt.Id, []).Contains(choice.Id))) ?? false;

    /// <summary>The prompt in which the form names someone with whom small steps have come to their end; null where there is none.</summary>
    /// <param name="people">Whom the form is about, by prompt. Who was named in it before stays: what happened then can be told.</param>
    public static async Task<Prompt?> EndedStepsAsync(OpenJournal journal, EntryForm form, IReadOnlyDictionary<string, Guid>? people, Guide guide, CancellationToken cancel)
    {
        if (people is null || !form.Prompts.Any(prompt => prompt.SuggestsSmaller)) return null;
        var named = people.Where(pair => form.Kept?.People?.GetValueOrDefault(pair.Key) != pair.Value).ToList();
        if (named.Count == 0) return null;
        var harmed = (await journal.ListAsync(cancel)).Where(entry => entry.Id != form.EntryId && entry.Head?.People is not null && In(entry.Head, guide))
            .SelectMany(entry => entry.Head!.People!.Values).ToHashSet();
        return form.Prompts.FirstOrDefault(prompt => named.Any(pair => pair.Key == prompt.Id && harmed.Contains(pair.Value)));
    }
}
