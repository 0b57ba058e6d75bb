using System.Globalization;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>The way in and out of a journal for one request: the cookie on one side, the store on the other.</summary>
public sealed partial class JournalDoor(RequestAtHand request, JournalStore store, Floods floods, Room room, ILogger<JournalDoor> log)
{
    private static readonly TimeSpan _untilRoom = TimeSpan.FromMinutes(10);

    private HttpContext Context => request.Context;

    /// <summary>The journal this browser has open, or null.</summary>
    public async Task<OpenJournal?> ResumeAsync() =>
        Context.Request.Cookies[JournalCookie.Name] is { Length: > 0 } secret ? Held(await store.ResumeAsync(secret, Context.RequestAborted)) : null;

    public Task<bool> IsSpentAsync(Guid form) => store.IsSpentAsync(form, Context.RequestAborted);

    public Task<bool> AreInForceAsync(JournalCode offered) => store.AreInForceAsync(offered, Context.RequestAborted);

    public Task<bool> ExistsAsync(Guid journal) => store.ExistsAsync(journal, Context.RequestAborted);

    /// <summary>Null when no journal has these words. The browser has it open only once it is admitted.</summary>
    public async Task<OpenJournal?> UnlockAsync(JournalCode code) => Held(await store.UnlockAsync(code, times: null, Context.RequestAborted));

    /// <summary>From now on this browser has the journal open. Only ever with a redirect: a browser could send any other answer's post again.</summary>
    public Task AdmitAsync(OpenJournal journal) => OpenedAsync(journal);

    /// <summary>Ends the session of a journal that is not admitted.</summary>
    public Task TurnAwayAsync(OpenJournal journal) => store.LockAsync(journal.Secret!, CancellationToken.None);

    /// <summary>Where a step is shown in this sitting, which it begins or carries on.</summary>
    public string StepAddress(Guid entry, int step, DateTimeOffset now) =>
        Context.Request.Cookies[JournalCookie.Name] is { Length: > 0 } secret ? $"/journal/write/{entry:N}/{Sitting.Of(secret, entry, now):N}/{step}" : $"/journal/write/{entry:N}/{step}";

    /// <summary>Whether an address of a step is of a sitting that still lasts.</summary>
    public bool IsOfThisSitting(Guid? sitting, OpenJournal journal, Guid entry, DateTimeOffset now) =>
        sitting is { } id && Context.Request.Cookies[JournalCookie.Name] is { Length: > 0 } secret && Sitting.Lasts(id, secret, entry, now, journal.Times.Idle);

    /// <summary>Null when a journal may begin now; else why not. The answer then says when to try again, and nothing was done.</summary>
    public string? WaitToStart() =>
        room.IsShort ? Later(StatusCodes.Status503ServiceUnavailable, _untilRoom, "There is little room left on this server, and it is kept for the journals that exist already.")
        : floods.Start(Context.Connection.RemoteIpAddress) is { } wait ? Later(StatusCodes.Status429TooManyRequests, wait, "Very many journals are being begun just now, and this one has to wait.")
        : null;

    /// <summary>Null when a file may be taken in; else why not.</summary>
    public string? WaitForRoom() => room.IsShort ? Later(StatusCodes.Status503ServiceUnavailable, _untilRoom, "There is too little room left on this server for a file.") : null;

    /// <summary>Null when the journal may be written to now; else why not.</summary>
    public string? WaitToSave(OpenJournal journal) =>
        floods.Save(journal.Id) is { } wait ? Later(StatusCodes.Status429TooManyRequests, wait, "So much was sent to this journal within an hour that it has to rest.") : null;

    public Task SpendAsync(Guid form) => store.SpendAsync(form, CancellationToken.None);

    public async Task<StartResult> StartAsync(JournalCode code, Guid form, Guid entryId, Entry first, Preferences preferences)
    {
        // The first words are kept to the end even if the browser goes away meanwhile.
        var result = await store.StartAsync(code, form, entryId, first, SessionTimes.Default, CancellationToken.None, preferences);
        await OpenedAsync(Held(result.Journal));
        return result;
    }

    public async Task<OpenJournal?> ChangeWordsAsync(OpenJournal journal, Guid form, JournalCode code, SessionTimes times)
    {
        var changed = Held(await store.ChangeWordsAsync(journal, form, code, times, CancellationToken.None));
        await OpenedAsync(changed);
        return changed;
    }

    /// <summary>
    /// Deletes the cookie whatever happens, so that this browser is out, then ends the session in the store.
    /// A store that cannot be reached must not hold up someone who is leaving; the session then runs out by itself.
    /// </summary>
    public async Task LockAsync()
    {
        if (Context.Request.Cookies[JournalCookie.Name] is not { Length: > 0 } secret) return;
        Context.Response.Cookies.Delete(JournalCookie.Name, JournalCookie.Options);
        await EndAsync(secret);
    }

    [LoggerMessage(LogLevel.Error, "A session could not be ended in the store: {Fault}.")]
    private static partial void NotEnded(ILogger log, StoreFault fault);

    private string Later(int status, TimeSpan wait, string reason)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        Context.Response.StatusCode = status;
        Context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return $"{reason} Try once more in {(seconds == 1 ? "a second" : seconds < 120 ? $"{seconds} seconds" : $"{(seconds + 59) / 60} minutes")}.";
    }

    private async Task OpenedAsync(OpenJournal? journal)
    {
        if (journal?.Secret is not { } secret) return;
        Context.Response.Cookies.Append(JournalCookie.Name, secret, JournalCookie.Options);
        // The browser forgets it now: nobody could lock it any more.
        if (Context.Request.Cookies[JournalCookie.Name] is { Length: > 0 } before && before != secret) await EndAsync(before);
    }

    private async Task EndAsync(string secret)
    {
        try
        {
            await store.LockAsync(secret, CancellationToken.None);
        }
        catch (JournalStoreException trouble)
        {
            NotEnded(log, trouble.Fault);
        }
    }

    private OpenJournal? Held(OpenJournal? journal)
    {
        if (journal is not null) Context.Response.RegisterForDispose(journal);
        return journal;
    }
}
