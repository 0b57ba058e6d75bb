using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Keeps a form in an open journal, or says on the form why it could not.</summary>
public static class EntryKeeping
{
    /// <summary>Says nothing of whether the journal is still there.</summary>
    public const string SpentReason = "These words were kept before. If their journal is still there, its ten words open it. Nothing was done now, and nothing of it is shown here.";

    /// <param name="begunOutside">Whether the form was begun before its journal was open, and is kept once wherever it is sent.</param>
    public static async Task<bool> KeepAsync(JournalDoor door, OpenJournal journal, EntryForm form, Guide guide, TimeProvider clock, bool begunOutside = false)
    {
        if (door.WaitToSave(journal) is { } wait)
        {
            form.Problem = $"{wait} Your words are all still here.";
            return false;
        }

        // Once begun, keeping goes on to the end even if the browser has gone.
        var cancel = CancellationToken.None;
        var lists = await journal.ReadPreferencesAsync(cancel);
        Func<Preferences, Preferences>? change = OwnLists.Adds(lists, form) ? now => OwnLists.With(now, form) : null;
        var people = OwnLists.People(change?.Invoke(lists) ?? lists, form);
        if (await Harm.EndedStepsAsync(journal, form, people, guide, cancel) is { } ended)
        {
            form.Refuse(ended, Harm.Ended);
            form.Problem = "One thing stands in the way. Your words are all still here.";
            return false;
        }

        var entry = form.ToEntry(clock.GetUtcNow(), people);
        var result = form.Revision > 0
            ? await journal.ChangeAsync(form.EntryId, form.Revision, entry, cancel, change)
            : await journal.AddAsync(form.EntryId, entry, cancel, begunOutside ? form.Begun : null, change);
        return Say(result, form);
    }

    /// <summary>
    /// Keeps words that waited, sealed, for the journal to be opened: the person had pressed Keep already. What is still
    /// missing stays missing, and what meanwhile changed elsewhere stays beside it as an entry of its own. So the answer
    /// can be a redirect, and the post that carried the ten words is nothing that a browser could send again.
    /// </summary>
    /// <returns>Where the words are now; null when they could not be kept, and the form says why.</returns>
    public static async Task<string?> KeepSealedAsync(JournalDoor door, OpenJournal journal, EntryForm form, Guide guide, TimeProvider clock, bool begunOutside)
    {
        if (await door.IsSpentAsync(form.Begun)) return "/journal/opened";
        if (!form.HasOnlyGaps()) return null;
        if (form.IsBare) return "/journal/opened";
        form.Problem = null;
        var id = form.EntryId;
        var kept = await KeepAsync(door, journal, form, guide, clock, begunOutside);
        if (form.IsSpent) return "/journal/opened";
        if (!kept && (form.Other is not null || form.EntryId != id))
        {
            // Changed elsewhere, or deleted, while they wrote. Under the seal's own number: sent again, it is the same entry.
            form.StartAnew(form.Begun);
            return await KeepAsync(door, journal, form, guide, clock) ? $"/journal/opened/{form.EntryId:N}" : null;
        }

        if (!kept) return null;
        await door.SpendAsync(form.Begun);
        return $"/journal/opened/{form.EntryId:N}";
    }

    /// <summary>True when it is kept.</summary>
    public static bool Say(SaveResult result, EntryForm form)
    {
        switch (result)
        {
            case SaveResult.Kept:
                return true;
            case SaveResult.Conflict { Current: { } other } conflict:
                form.Other = other;
                form.Revision = conflict.Revision;
                form.Problem = "This was changed somewhere else while you wrote, perhaps in another tab. Both texts are here. Put together what you want to keep, and send it once more.";
                return false;
            case SaveResult.Conflict:
                // The same id would be refused for ever; a new one keeps the words beside whatever is there.
                form.StartAnew(Guid.NewGuid());
                form.Problem = "The entry you were changing is not there any more. Your words are all here: press Keep and they become a new entry.";
                return false;
            case SaveResult.HoldsCode:
                form.Problem = "Your journal’s ten words stand in this text. Anyone who reads the entry could open the journal with them, so it is not kept like this. Take at least one of the words out.";
                return false;
            case SaveResult.Spent:
                form.IsSpent = true;
                return false;
            case SaveResult.TooLong tooLong:
                form.Problem = EntryForm.TooLong(tooLong.Characters, tooLong.Limit);
                return false;
            default:
                throw new InvalidOperationException("An unknown answer of the store.");
        }
    }
}
