using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Keeps a form in an open journal, or says on the form why it could not.</summary>
public static class EntryKeeping
{
    public static async Task<bool> KeepAsync(OpenJournal journal, EntryForm form, TimeProvider clock)
    {
        // Once begun, keeping goes on to the end even if the browser has gone.
        var cancel = CancellationToken.None;
        var written = form.Revision > 0 && await journal.ReadAsync(form.EntryId, cancel) is ReadResult.Found found
            ? found.Entry.Head.Written
            : clock.GetUtcNow();
        var entry = form.ToEntry(written);
        var result = form.Revision > 0
            ? await journal.ChangeAsync(form.EntryId, form.Revision, entry, cancel)
            : await journal.AddAsync(form.EntryId, entry, cancel);
        return Say(result, form);
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
                form.Problem = "This was changed somewhere else while you wrote, perhaps in another tab. Both texts are here. Put together what you want to keep, and press Keep.";
                return false;
            case SaveResult.Conflict:
                // The same id would be refused for ever; a new one keeps the words beside whatever is there.
                form.StartAnew();
                form.Problem = "The entry you were changing is not there any more. Your words are all here: press Keep and they become a new entry.";
                return false;
            case SaveResult.HoldsCode:
                form.Problem = "Your journal's ten words stand in this text. Anyone who reads the entry could open the journal with them, so it is not kept like this. Take at least one of the words out.";
                return false;
            case SaveResult.TooLong tooLong:
                form.Problem = EntryForm.TooLong(tooLong.Characters, tooLong.Limit);
                return false;
            default:
                throw new InvalidOperationException("An unknown answer of the store.");
        }
    }
}
