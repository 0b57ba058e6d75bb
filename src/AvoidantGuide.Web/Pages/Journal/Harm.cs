using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Choices that lead to help: what they end, and for whom. Only ever what a person chose; no text is read for it.</summary>
public static class Harm
{
    public static bool In(EntryForm form) => form.Prompts.Any(prompt => prompt.Choices.Any(choice => choice.LeadsToHelp && form.Value(prompt).Chosen.Contains(choice.Id)));

    public static bool In(EntryHead head, Guide guide) => guide.PracticeNamed(head.Practice)?.Prompts
        .Any(prompt => prompt.Choices.Any(choice => choice.LeadsToHelp && head.Choices.GetValueOrDefault(prompt.Id, []).Contains(choice.Id))) ?? false;

    /// <summary>Whether small steps with the person that the form names have come to their end.</summary>
    public static async Task<bool> EndedStepsAsync(OpenJournal journal, EntryForm form, Prompt prompt, Guide guide, Preferences preferences, CancellationToken cancel)
    {
        if (!form.Prompts.Any(other => other.SuggestsSmaller) || OwnLists.Find(preferences, OwnLists.Alias(prompt, form.Value(prompt))) is not { } person) return false;
        var entries = await journal.ListAsync(cancel);
        return entries.Any(entry => entry.Id != form.EntryId && entry.Head is { } head && head.People?.Values.Contains(person.Id) == true && In(head, guide));
    }
}
