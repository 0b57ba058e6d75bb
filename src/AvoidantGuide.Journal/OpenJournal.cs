using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>One open journal, for the length of one request. Disposing it wipes the data key from memory.</summary>
public sealed class OpenJournal : IDisposable
{
    private const int RowsAtOnce = 100;

    private readonly JournalDatabase _database;
    private readonly byte[] _session;

    private readonly TimeProvider _time;

    internal OpenJournal(
        JournalDatabase database, TimeProvider time, JournalKey key, byte[] session, SessionTimes times, DateOnly keptUntil, string? secret)
    {
        (_database, _time, Key, _session, Times, KeptUntil, Secret) = (database, time, key, session, times, keptUntil, secret);
    }

    /// <summary>Random; says nothing of the person. Forms carry it so that sealed words come back to the journal they belong to.</summary>
    public Guid Id => Key.Journal;

    /// <summary>The cookie's value. Only of a session that was just opened; null when resumed.</summary>
    public string? Secret { get; }

    public SessionTimes Times { get; private set; }

    /// <summary>The journal is kept at least until then.</summary>
    public DateOnly KeptUntil { get; }

    internal JournalKey Key { get; }

    /// <summary>All entries, newest first, from their heads alone. Damaged ones come last.</summary>
    public async Task<IReadOnlyList<ListedEntry>> ListAsync(CancellationToken cancel)
    {
        var entries = await _database.ReadAsync(
            async (context, token) =>
            {
                // The provider's own reader: for thousands of rows of three columns, materialising each costs more than opening it.
                await using var command = context.Entries.Where(row => row.JournalId == Id).Select(row => new { row.Id, row.Revision, row.Head }).CreateDbCommand();
                await context.Database.OpenConnectionAsync(token);
                await using var row = await command.ExecuteReaderAsync(token);
                using var heads = new HeadOpener(Key.DataKey, Id);
                var listed = new List<ListedEntry>();
                while (await row.ReadAsync(token))
                {
                    var (entry, revision) = (row.GetGuid(0), row.GetInt64(1));
                    listed.Add(new ListedEntry(entry, revision, heads.Open(row.GetFieldValue<byte[]>(2), entry, revision)));
                }

                return listed;
            },
            cancel);
        return [.. entries.OrderByDescending(entry => entry.Head?.Written ?? DateTimeOffset.MinValue).ThenBy(entry => entry.Id)];
    }

    public async Task<ReadResult> ReadAsync(Guid entryId, CancellationToken cancel)
    {
        var row = await _database.ReadAsync((context, token) => EntryKeeping.FindAsync(context, Id, entryId, token), cancel);
        if (row is null) return new ReadResult.Missing();
        return EntrySeal.Open(row, Key.DataKey) is { } entry ? new ReadResult.Found(entry, row.Revision) : new ReadResult.Damaged();
    }

    /// <summary>Keeps a new entry under the id that came with its form, so that a double submit is one entry.</summary>
    /// <param name="entryId">Random (version 4): it is stored in plain, so it must hold no time.</param>
    /// <param name="form">Of a form that was begun outside any journal: its words are kept once, wherever that is.</param>
    /// <param name="change">Of the preferences, in the same commit; done only when the entry is kept.</param>
    public Task<SaveResult> AddAsync(Guid entryId, Entry entry, CancellationToken cancel, Guid? form = null, Func<Preferences, Preferences>? change = null)
    {
        if (EntryKeeping.Refusal(entry, Key.Locator) is { } refusal) return Task.FromResult(refusal);
        var row = EntryKeeping.Sealed(Key, entryId, entry);
        return _database.WriteAsync(
            Id,
            async (context, token) => await AndAsync(await EntryKeeping.AddAsync(context, Key, row, entry, form, _time.GetUtcNow(), token), context, change, token), cancel);
    }

    /// <summary>
    /// Keeps a change of the entry as it was at <paramref name="revision"/>, and takes what was there before out of the
    /// write-ahead log.
    /// </summary>
    /// <param name="change">Of the preferences, in the same commit; done only when the entry is kept.</param>
    public Task<SaveResult> ChangeAsync(Guid entryId, long revision, Entry entry, CancellationToken cancel, Func<Preferences, Preferences>? change = null)
    {
        if (EntryKeeping.Refusal(entry, Key.Locator) is { } refusal) return Task.FromResult(refusal);
        return _database.EraseAsync(
            Id,
            async (context, token) =>
            {
                await EnsureStillOursAsync(context, token);
                return await AndAsync(await EntryKeeping.ChangeAsync(context, Id, Key.DataKey, entryId, revision, entry, token), context, change, token);
            },
            cancel);
    }

    /// <summary>Removes an entry from the store and the write-ahead log.</summary>
    /// <returns>False when there was none.</returns>
    public Task<bool> DeleteAsync(Guid entryId, CancellationToken cancel) =>
        _database.EraseAsync(
            Id,
            async (context, token) =>
            {
                if (await context.Entries.Where(row => row.JournalId == Id && row.Id == entryId).ExecuteDeleteAsync(token) == 0) return false;
                await SpendAsync(context, entryId, token);
                await context.SaveChangesAsync(token);
                return true;
            },
            cancel);

    /// <summary>Removes the journal, its entries and its sessions.</summary>
    public Task DeleteJournalAsync(CancellationToken cancel) =>
        _database.EraseAsync(
            Id,
            async (context, token) =>
            {
                await JournalRemoval.RemoveAsync(context, Id, token);
                return true;
            },
            cancel,
            WriteKind.Alone);

    /// <summary>The defaults, until a person saves others.</summary>
    public async Task<Preferences> ReadPreferencesAsync(CancellationToken cancel)
    {
        var row = await _database.ReadAsync(
            (context, token) => context.Journals.AsNoTracking().SingleOrDefaultAsync(journal => journal.Id == Id, token), cancel);
        return PreferencesIn(row);
    }

    /// <summary>Changes preferences as they are now. Their times hold for this session too, counted from when it was opened.</summary>
    /// <returns>What was kept.</returns>
    public async Task<Preferences> ChangePreferencesAsync(Func<Preferences, Preferences> change, CancellationToken cancel)
    {
        var kept = await _database.WriteAsync(Id, (context, token) => ChangePreferencesAsync(context, change, token), cancel);
        Times = kept.Times;
        return kept;
    }

    /// <summary>Takes a person out of the journal, with every entry that is about them.</summary>
    /// <returns>How many entries were removed.</returns>
    public Task<int> RemovePersonAsync(Guid person, CancellationToken cancel) =>
        _database.EraseAsync(
            Id,
            async (context, token) =>
            {
                await ChangePreferencesAsync(context, now => now with { People = [.. now.People.Where(known => known.Id != person)] }, token);
                var rows = await context.Entries.Where(row => row.JournalId == Id).Select(row => new { row.Id, row.Revision, row.Head }).ToListAsync(token);
                var about = rows
                    .Where(row => EntrySeal.OpenHead(row.Head, Key.DataKey, Id, row.Id, row.Revision)?.People?.Values.Contains(person) == true)
                    .Select(row => row.Id)
                    .ToList();
                foreach (var some in about.Chunk(RowsAtOnce))
                {
                    await context.Entries.Where(row => row.JournalId == Id && some.Contains(row.Id)).ExecuteDeleteAsync(token);
                    foreach (var id in some) await SpendAsync(context, id, token);
                }

                await context.SaveChangesAsync(token);
                return about.Count;
            },
            cancel,
            WriteKind.Alone);

    /// <summary>Every entry whole, newest first, one after the other: never all of them in memory. Damaged ones are left out.</summary>
    public async IAsyncEnumerable<(ListedEntry Listed, Entry Entry)> ReadAllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in (await ListAsync(cancel)).Chunk(RowsAtOnce))
        {
            var rows = await RowsAsync([.. some.Select(listed => listed.Id)], cancel);
            foreach (var listed in some)
            {
                if (rows.TryGetValue(listed.Id, out var row) && EntrySeal.Open(row, Key.DataKey) is { } entry) yield return (listed with { Revision = row.Revision, Head = entry.Head }, entry);
            }
        }
    }

    /// <summary>These entries whole, a hundred at most, in one reading. Missing and damaged ones are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Entry>> ReadAsync(IReadOnlyList<Guid> entries, CancellationToken cancel)
    {
        if (entries.Count > RowsAtOnce) throw new ArgumentException($"At most {RowsAtOnce} entries are read at once.", nameof(entries));
        var rows = await RowsAsync(entries, cancel);
        return rows.Values.Select(row => (row.Id, Entry: EntrySeal.Open(row, Key.DataKey))).Where(read => read.Entry is not null).ToDictionary(read => read.Id, read => read.Entry!);
    }

    private Task<Dictionary<Guid, EntryRow>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken cancel) =>
        _database.ReadAsync(
            (context, token) => context.Entries.AsNoTracking().Where(row => row.JournalId == Id && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token), cancel);

    public void Dispose() => Key.Dispose();

    /// <summary>The data key as the ten words open it.</summary>
    internal Task<byte[]> WrappedKeyAsync(CancellationToken cancel) =>
        _database.ReadAsync(async (context, token) => (await EnsureStillOursAsync(context, token)).WrappedKey, cancel);

    internal Task<List<Guid>> IdsAsync(CancellationToken cancel) =>
        _database.ReadAsync((context, token) => context.Entries.Where(row => row.JournalId == Id).Select(row => row.Id).ToListAsync(token), cancel);

    /// <summary>Keeps sealed entries and changed preferences in one commit. Entries that are there by now stay as they are.</summary>
    internal Task<int> AddAllAsync(IReadOnlyList<EntryRow> rows, Func<Preferences, Preferences> change, CancellationToken cancel) =>
        _database.WriteAsync(
            Id,
            async (context, token) =>
            {
                await ChangePreferencesAsync(context, change, token);
                var there = (await context.Entries.Where(row => row.JournalId == Id).Select(row => row.Id).ToListAsync(token)).ToHashSet();
                foreach (var some in rows.Where(row => !there.Contains(row.Id)).Chunk(RowsAtOnce))
                {
                    context.AddRange(some.AsEnumerable());
                    await context.SaveChangesAsync(token);
                    context.ChangeTracker.Clear();
                }

                return rows.Count(row => !there.Contains(row.Id));
            },
            cancel,
            WriteKind.Alone);

    private async Task<SaveResult> AndAsync(SaveResult result, JournalContext context, Func<Preferences, Preferences>? change, CancellationToken cancel)
    {
        if (change is not null && result is SaveResult.Kept) await ChangePreferencesAsync(context, change, cancel);
        return result;
    }

    private async Task<Preferences> ChangePreferencesAsync(JournalContext context, Func<Preferences, Preferences> change, CancellationToken cancel)
    {
        var row = await EnsureStillOursAsync(context, cancel);
        var changed = change(PreferencesIn(row));
        changed = changed with { Times = changed.Times.Bounded() };
        row.PreferencesRevision++;
        row.Preferences = PreferencesSeal.Seal(changed, Key.DataKey, Id, row.PreferencesRevision);
        await context.SaveChangesAsync(cancel);
        await context.Sessions.Where(session => session.Id == _session).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.IdleSeconds, (long)changed.Times.Idle.TotalSeconds)
                .SetProperty(session => session.ExpiresAt, session => session.CreatedAt + (long)changed.Times.Total.TotalSeconds),
            cancel);
        return changed;
    }

    // The form that made an entry, sent again, must not bring it back.
    private async Task SpendAsync(JournalContext context, Guid entry, CancellationToken cancel)
    {
        if (!await SpentForms.HoldsAsync(context, entry, cancel)) SpentForms.Add(context, entry, _time.GetUtcNow());
    }

    private Preferences PreferencesIn(JournalRow? row) =>
        (row?.Preferences is { } blob ? PreferencesSeal.Open(blob, Key.DataKey, Id, row.PreferencesRevision) : null) ?? Preferences.Default;

    // With the words changed or the journal deleted meanwhile, our key would make an entry that nobody can read.
    internal async Task<JournalRow> EnsureStillOursAsync(JournalContext context, CancellationToken cancel) =>
        await context.Journals.SingleOrDefaultAsync(row => row.Id == Id && row.Locator == Key.Locator, cancel)
        ?? throw new JournalStoreException(StoreFault.Gone);
}
