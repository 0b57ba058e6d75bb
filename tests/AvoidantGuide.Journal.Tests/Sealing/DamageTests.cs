namespace AvoidantGuide.Journal.Tests.Sealing;

/// <summary>Whoever can write to the store can destroy an entry, but never change or move one.</summary>
public sealed class DamageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flipped_bytes_are_refused_and_the_other_entries_stay_readable()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, victim) = await store.NewJournalAsync("victim");
        var other = Guid.NewGuid();
        await journal.AddAsync(other, Sample.Of("other"), Cancel);
        var random = new Random(20261122);
        foreach (var part in new[] { "Head", "Body" })
        {
            var whole = await store.BlobAsync(victim, part);
            for (var i = 0; i < 250; i++)
            {
                var flipped = (byte[])whole.Clone();
                // The first 60 positions in turn, for version, nonce and the beginning; then anywhere.
                flipped[i < 60 ? i : random.Next(flipped.Length)] ^= (byte)random.Next(1, 256);
                await store.SetBlobAsync(victim, part, flipped);
                Assert.IsType<ReadResult.Damaged>(await journal.ReadAsync(victim, Cancel));
            }

            var list = await journal.ListAsync(Cancel);
            Assert.Equal(part == "Head", list.Single(entry => entry.Id == victim).Head is null);
            Assert.NotNull(list.Single(entry => entry.Id == other).Head);
            Assert.Equal(part == "Head" ? victim : list[^1].Id, list[^1].Id);
            Assert.IsType<ReadResult.Found>(await journal.ReadAsync(other, Cancel));
            await store.SetBlobAsync(victim, part, whole);
            Assert.IsType<ReadResult.Found>(await journal.ReadAsync(victim, Cancel));
        }
    }

    [Fact]
    public async Task A_ciphertext_moved_to_another_entry_is_refused()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, one) = await store.NewJournalAsync("one");
        var other = Guid.NewGuid();
        await journal.AddAsync(other, Sample.Of("other"), Cancel);
        foreach (var part in new[] { "Head", "Body" })
        {
            var (whole, moved) = (await store.BlobAsync(one, part), await store.BlobAsync(other, part));
            await store.SetBlobAsync(one, part, moved);
            Assert.IsType<ReadResult.Damaged>(await journal.ReadAsync(one, Cancel));
            await store.SetBlobAsync(one, part, whole);
        }

        // The whole row under another id.
        await journal.DeleteAsync(other, Cancel);
        await store.RunAsync("UPDATE Entries SET Id = @other", ("@other", other));
        Assert.IsType<ReadResult.Damaged>(await journal.ReadAsync(other, Cancel));
    }

    [Fact]
    public async Task A_ciphertext_moved_to_another_journal_is_refused()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (_, _, entry) = await store.NewJournalAsync("mine");
        var (other, _, _) = await store.NewJournalAsync("theirs");
        await store.RunAsync("UPDATE Entries SET JournalId = @other", ("@other", other.Id));
        Assert.IsType<ReadResult.Damaged>(await other.ReadAsync(entry, Cancel));
        Assert.Single(await other.ListAsync(Cancel), listed => listed.Head is null);
    }

    [Fact]
    public void A_ciphertext_of_another_journal_with_the_same_key_part_and_revision_is_refused()
    {
        var (key, entry) = (new byte[32], Guid.NewGuid());
        var row = new EntryRow { JournalId = Guid.NewGuid(), Id = entry, Revision = 1 };
        EntrySeal.Seal(row, Sample.Of("x"), key);
        Assert.NotNull(EntrySeal.Open(row, key));
        row.JournalId = Guid.NewGuid();
        Assert.Null(EntrySeal.OpenHead(row.Head, key, row.JournalId, entry, 1));
        Assert.Null(EntrySeal.OpenBody(row, key));
    }

    [Fact]
    public async Task A_head_in_the_place_of_a_body_is_refused()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, entry) = await store.NewJournalAsync();
        await store.RunAsync("UPDATE Entries SET Body = Head");
        Assert.IsType<ReadResult.Damaged>(await journal.ReadAsync(entry, Cancel));
    }

    [Fact]
    public async Task An_older_ciphertext_under_a_newer_revision_is_refused()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, entry) = await store.NewJournalAsync("before");
        var old = await store.BlobAsync(entry, "Body");
        await journal.ChangeAsync(entry, 1, Sample.Of("after"), Cancel);
        await store.SetBlobAsync(entry, "Body", old);
        Assert.IsType<ReadResult.Damaged>(await journal.ReadAsync(entry, Cancel));
        await store.RunAsync("UPDATE Entries SET Revision = 3");
        Assert.Null(Assert.Single(await journal.ListAsync(Cancel)).Head);
    }

    [Fact]
    public async Task A_damaged_entry_can_be_deleted_or_written_anew()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, entry) = await store.NewJournalAsync();
        await store.RunAsync("UPDATE Entries SET Body = @short", ("@short", new byte[1]));
        Assert.Equal(new SaveResult.Conflict(Current: null, Revision: 1), await journal.AddAsync(entry, Sample.Of("x"), Cancel));
        Assert.Equal(new SaveResult.Kept(2), await journal.ChangeAsync(entry, 1, Sample.Of("anew"), Cancel));
        Assert.IsType<ReadResult.Found>(await journal.ReadAsync(entry, Cancel));
        Assert.True(await journal.DeleteAsync(entry, Cancel));
    }

    [Fact]
    public async Task Wrapped_keys_moved_between_journals_open_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (one, code, _) = await store.NewJournalAsync();
        await store.NewJournalAsync();
        await store.RunAsync("UPDATE Journals SET WrappedKey = (SELECT WrappedKey FROM Journals WHERE Id <> @one) WHERE Id = @one", ("@one", one.Id));
        var error = await Assert.ThrowsAsync<JournalStoreException>(() => store.Store.UnlockAsync(code, SessionTimes.Default, Cancel));
        Assert.Equal(StoreFault.Damaged, error.Fault);
    }

    [Fact]
    public async Task Damaged_preferences_are_the_defaults()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, _) = await store.NewJournalAsync();
        await journal.ChangePreferencesAsync(now => now with { Spellcheck = true }, Cancel);
        await store.RunAsync("UPDATE Journals SET PreferencesRevision = 7");
        Assert.Equal(Preferences.Default, await journal.ReadPreferencesAsync(Cancel));
        Assert.NotNull(await store.Store.UnlockAsync(code, times: null, Cancel));
    }
}
