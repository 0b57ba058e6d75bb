using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>The door to the encrypted store: everything that needs no open journal.</summary>
/// <remarks>Every method, and every one of <see cref="OpenJournal"/>, throws <see cref="JournalStoreException"/> when the store fails.</remarks>
public sealed class JournalStore
{
    private readonly JournalDatabase _database;
    private readonly TimeProvider _time;
    private readonly int _retentionMonths;

    /// <param name="retentionMonths">A journal unopened that long is removed.</param>
    public JournalStore(JournalDatabase database, TimeProvider time, int retentionMonths = JournalServices.DefaultRetentionMonths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retentionMonths, 1);
        _database = database;
        _time = time;
        _retentionMonths = retentionMonths;
    }

    /// <summary>
    /// Makes a journal, its first entry and a session in one durable commit. The same form sent again opens and makes nothing.
    /// </summary>
    /// <param name="form">Random, one for each form begun outside a journal; unrelated to the entry's id, which the store shows.</param>
    public async Task<StartResult> StartAsync(JournalCode code, Guid form, Guid entryId, Entry first, SessionTimes times, CancellationToken cancel, Preferences? preferences = null)
    {
        var locator = KeyDerivation.Locator(code);
        if (EntryKeeping.Refusal(first, locator) is { } refusal) return new StartResult(Journal: null, refusal);
        var key = JournalKey.Generate(locator);
        OpenJournal? opened = null;
        try
        {
            return await _database.WriteAsync(
                journal: null,
                async (context, token) =>
                {
                    var row = await FindAsync(context, locator, token);
                    // The answer to this very write was lost on its way from the database: it is there.
                    if (row?.Id == key.Journal) return new StartResult(opened = await OpenAsync(context, row, key, times, token), new SaveResult.Kept(1));
                    // Sent again, or not the one who made it: whoever has the words opens it with them.
                    if (row is not null || await SpentForms.HoldsAsync(context, form, token)) return new StartResult(Journal: null, new SaveResult.Spent());
                    SpentForms.Add(context, form, _time.GetUtcNow());
                    context.Add(row = new JournalRow { Id = key.Journal, Locator = locator, WrappedKey = key.Wrap(code) });
                    if (preferences is not null) row.Preferences = PreferencesSeal.Seal(preferences, key.DataKey, key.Journal, row.PreferencesRevision);
                    opened = await OpenAsync(context, row, key, times, token);
                    return new StartResult(opened, await EntryKeeping.InsertAsync(context, EntryKeeping.Sealed(key, entryId, first), token));
                },
                cancel);
        }
        catch
        {
            opened = null;
            throw;
        }
        finally
        {
            if (opened is null) key.Dispose();
        }
    }

    /// <summary>Notes that a form has done what it was for, so that sending it again does and shows nothing.</summary>
    public async Task SpendAsync(Guid form, CancellationToken cancel)
    {
        await _database.WriteAsync(
            journal: null,
            async (context, token) =>
            {
                if (await SpentForms.HoldsAsync(context, form, token)) return 0;
                SpentForms.Add(context, form, _time.GetUtcNow());
                return await context.SaveChangesAsync(token);
            },
            cancel);
    }

    /// <summary>Whether the words of this form, begun outside any journal, were kept.</summary>
    public Task<bool> IsSpentAsync(Guid form, CancellationToken cancel) =>
        _database.ReadAsync((context, token) => SpentForms.HoldsAsync(context, form, token), cancel);

    /// <summary>Whether these words, which the server itself made and offered, are a journal's now.</summary>
    public Task<bool> AreInForceAsync(JournalCode offered, CancellationToken cancel)
    {
        var locator = KeyDerivation.Locator(offered);
        return _database.ReadAsync((context, token) => context.Journals.AnyAsync(row => row.Locator == locator, token), cancel);
    }

    /// <summary>Whether a journal of this id is still there, under whatever words.</summary>
    public Task<bool> ExistsAsync(Guid journal, CancellationToken cancel) =>
        _database.ReadAsync((context, token) => context.Journals.AnyAsync(row => row.Id == journal, token), cancel);

    /// <summary>Null when no journal has this code. The time taken does not depend on which codes exist.</summary>
    /// <param name="times">Null: as the journal's own preferences say.</param>
    public async Task<OpenJournal?> UnlockAsync(JournalCode code, SessionTimes? times, CancellationToken cancel)
    {
        var locator = KeyDerivation.Locator(code);
        var found = await _database.ReadAsync((context, token) => FindAsync(context, locator, token), cancel);
        // The same derivation and decryption for a code that nobody has. The index compares hashes, not codes.
        var key = JournalKey.Unwrap(found ?? Decoy.Row, found is null ? Decoy.Code : code);
        OpenJournal? opened = null;
        try
        {
            if (found is null) return null;
            return opened = await _database.WriteAsync(
                found.Id,
                async (context, token) =>
                    await FindAsync(context, locator, token) is { } row ? await OpenAsync(context, row, key, times, token) : null,
                cancel);
        }
        finally
        {
            if (opened is null) key.Dispose();
        }
    }

    /// <summary>Null when the session is over, unknown or from the future.</summary>
    public async Task<OpenJournal?> ResumeAsync(string secret, CancellationToken cancel)
    {
        if (SessionSecret.Parse(secret) is not { } bytes) return null;
        var id = SessionSecret.Id(bytes);
        var now = _time.GetUtcNow();
        var found = await _database.ReadAsync(
            (context, token) => context.Sessions.AsNoTracking().Where(session => session.Id == id)
                .Join(context.Journals.AsNoTracking(), session => session.JournalId, journal => journal.Id, (session, journal) => new { session, journal })
                .SingleOrDefaultAsync(token),
            cancel);
        if (found is null) return null;
        if (!Session.IsAlive(found.session, now) || Session.OpenDataKey(found.session, bytes) is not { } dataKey)
        {
            await UnlessFailingAsync(() => LockAsync(secret, cancel));
            return null;
        }

        if (Session.IsSeenDue(found.session, now)) await UnlessFailingAsync(() => NoteSeenAsync(id, now, cancel));
        return Opened(new JournalKey(found.journal.Id, found.journal.Locator, dataKey), found.journal, found.session, secret: null);
    }

    /// <summary>Ends a session. Ending one that is over already is no error.</summary>
    public Task LockAsync(string secret, CancellationToken cancel)
    {
        if (SessionSecret.Parse(secret) is not { } bytes) return Task.CompletedTask;
        var id = SessionSecret.Id(bytes);
        return _database.EraseAsync(journal: null, (context, token) => context.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(token), cancel);
    }

    /// <summary>
    /// Gives an open journal new words: every entry is encrypted again under a new key, and all its sessions end.
    /// Backups made before still open with the old words.
    /// </summary>
    /// <param name="form">Random, one for each ten words that are offered: sent again after a later change, they change nothing.</param>
    /// <returns>The journal in a new session; <paramref name="journal"/> opens nothing any more. Null when the form was used before.</returns>
    /// <exception cref="JournalStoreException">Nothing was changed.</exception>
    public async Task<OpenJournal?> ChangeWordsAsync(OpenJournal journal, Guid form, JournalCode code, SessionTimes times, CancellationToken cancel)
    {
        JournalKey? key = null;
        try
        {
            return await _database.EraseAsync(
                journal.Id,
                async (context, token) =>
                {
                    key?.Dispose();
                    var row = await journal.EnsureStillOursAsync(context, token);
                    if (await SpentForms.HoldsAsync(context, form, token)) return null;
                    SpentForms.Add(context, form, _time.GetUtcNow());
                    key = await ChangedWords.ApplyAsync(context, row, journal.Key, code, token);
                    return (OpenJournal?)await OpenAsync(context, row, key, times, token);
                },
                cancel,
                WriteKind.Alone);
        }
        catch
        {
            key?.Dispose();
            throw;
        }
    }

    private static Task<JournalRow?> FindAsync(JournalContext context, byte[] locator, CancellationToken cancel) =>
        context.Journals.SingleOrDefaultAsync(row => row.Locator == locator, cancel);

    /// <summary>Notes the use and adds a session, inside a write.</summary>
    private async Task<OpenJournal> OpenAsync(
        JournalContext context, JournalRow row, JournalKey key, SessionTimes? times, CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        times ??= (row.Preferences is { } blob ? PreferencesSeal.Open(blob, key.DataKey, row.Id, row.PreferencesRevision) : null)?.Times
            ?? SessionTimes.Default;
        await Session.PurgeAsync(context, row.Id, now, cancel);
        await Session.MakeRoomAsync(context, row.Id, cancel);
        row.LastUsedMonth = Math.Max(row.LastUsedMonth, await Month.OfUseAsync(context, now, cancel));
        row.MarkedOn = null;
        var secret = SessionSecret.Generate();
        var session = Session.Create(row.Id, secret, key.DataKey, times.Bounded(), now);
        context.Add(session);
        await context.SaveChangesAsync(cancel);
        return Opened(key, row, session, SessionSecret.ToText(secret));
    }

    private OpenJournal Opened(JournalKey key, JournalRow row, SessionRow session, string? secret) =>
        new(_database, _time, key, session.Id, Session.Times(session), Month.PastDate(row.LastUsedMonth, _retentionMonths), secret);

    private Task<int> NoteSeenAsync(byte[] id, DateTimeOffset now, CancellationToken cancel) =>
        _database.WriteAsync(
            journal: null,
            (context, token) => context.Sessions.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now.ToUnixTimeSeconds()), token),
            cancel);

    // On a full disk what is kept stays readable: housekeeping must not fail a reader.
    private static async Task UnlessFailingAsync(Func<Task> housekeeping)
    {
        try
        {
            await housekeeping();
        }
        catch (JournalStoreException)
        {
            // Tried again at the next request.
        }
    }
}

/// <param name="Journal">Null when the entry was refused: it holds the journal's own code, is too long, or was kept before.</param>
public sealed record StartResult(OpenJournal? Journal, SaveResult Save);
