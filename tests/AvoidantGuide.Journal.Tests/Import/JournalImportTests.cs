using System.Text;

namespace AvoidantGuide.Journal.Tests.Import;

public sealed class JournalImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_taken_away_and_deleted_comes_back_byte_for_byte(bool encrypted)
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, old, _) = await store.NewJournalAsync("Très \"calme\"\n<3 😀 </script>");
        var person = new Person(Guid.NewGuid(), "K");
        await journal.ChangePreferencesAsync(
            now => now with { TimeZone = "Europe/Paris", Spellcheck = true, Times = SessionTimes.Longest, Signs = [new OwnSign(Guid.NewGuid(), "My jaw sets")], People = [person] },
            Cancel);
        for (var i = 0; i < 300; i++) await journal.AddAsync(Guid.NewGuid(), Various(i, person.Id), Cancel);
        var json = await Files.JsonAsync(journal);
        var taken = encrypted ? await Files.EncryptedAsync(journal) : json;
        await journal.DeleteJournalAsync(Cancel);

        // A journal begins with an entry: it is deleted, and then the journal is what the other one was.
        var (fresh, code, first) = await store.NewJournalAsync();
        await fresh.DeleteAsync(first, Cancel);
        var result = await JournalImport.ReadAsync(fresh, new OneByteAtATime(taken), encrypted ? old : null, store.Time.Now, Cancel);

        Assert.Equal(new ImportResult(301, 0, 0, 0), result);
        var reopened = await store.Store.UnlockAsync(code, times: null, Cancel);
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(await Files.JsonAsync(reopened!)));
    }

    [Fact]
    public async Task Entries_that_are_here_stay_as_they_are_and_what_differs_comes_beside_them()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, first) = await store.NewJournalAsync("as it was");
        var second = Guid.NewGuid();
        await journal.AddAsync(second, Sample.Of("the same"), Cancel);
        var taken = await Files.JsonAsync(journal);
        await journal.ChangeAsync(first, 1, Sample.Of("changed since"), Cancel);

        Assert.Equal(new ImportResult(0, 1, 1, 0), await JournalImport.ReadAsync(journal, new MemoryStream(taken), null, store.Time.Now, Cancel));

        var texts = new List<string>();
        await foreach (var (_, entry) in journal.ReadAllAsync(Cancel)) texts.AddRange(Sample.Texts(entry));
        Assert.Equal(["as it was", "changed since", "the same"], texts.Order(StringComparer.Ordinal));
        // Once more, and nothing is new.
        Assert.Equal(new ImportResult(0, 2, 0, 0), await JournalImport.ReadAsync(journal, new MemoryStream(taken), null, store.Time.Now, Cancel));
        Assert.Equal("changed since", Sample.Texts(Assert.IsType<ReadResult.Found>(await journal.ReadAsync(first, Cancel)).Entry).Single());
    }

    [Fact]
    public async Task A_deleted_entry_can_be_brought_back_and_settings_that_were_made_here_stay()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, first) = await store.NewJournalAsync("back again");
        await journal.ChangePreferencesAsync(now => now with { TimeZone = "Asia/Tokyo", Signs = [new OwnSign(Guid.NewGuid(), "there")] }, Cancel);
        var taken = await Files.JsonAsync(journal);
        await journal.DeleteAsync(first, Cancel);
        var here = new OwnSign(Guid.NewGuid(), "here");
        await journal.ChangePreferencesAsync(now => now with { TimeZone = "Europe/Paris", Signs = [here] }, Cancel);

        Assert.Equal(new ImportResult(1, 0, 0, 0), await JournalImport.ReadAsync(journal, new MemoryStream(taken), null, store.Time.Now, Cancel));

        var preferences = await journal.ReadPreferencesAsync(Cancel);
        Assert.Equal("Europe/Paris", preferences.TimeZone);
        Assert.Equal(["here", "there"], preferences.Signs.Select(sign => sign.Words));
        Assert.IsType<ReadResult.Found>(await journal.ReadAsync(first, Cancel));
    }

    [Fact]
    public async Task Older_words_open_the_file_that_was_made_with_them_and_others_do_not()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, old, _) = await store.NewJournalAsync();
        var taken = await Files.EncryptedAsync(journal);
        var changed = (await store.Store.ChangeWordsAsync(journal, Guid.NewGuid(), JournalCode.Generate(), SessionTimes.Default, Cancel))!;

        await RefusedAsync(store, changed, taken, ImportFault.OtherWords);
        await RefusedAsync(store, changed, taken, ImportFault.OtherWords, JournalCode.Generate());
        Assert.Equal(new ImportResult(0, 1, 0, 0), await JournalImport.ReadAsync(changed, new MemoryStream(taken), old, store.Time.Now, Cancel));
    }

    public static TheoryData<string, string, ImportFault> Broken => new()
    {
        { "\"format\": \"notes\"", "\"format\": \"recipes\"", ImportFault.NotNotes },
        { "\"format\": \"notes\",", "", ImportFault.NotNotes },
        { "{\n  \"format\"", "[\n  \"format\"", ImportFault.NotNotes },
        { "\"version\": 1", "\"version\": 2", ImportFault.Newer },
        { "\"version\": 1", "\"version\": \"1\"", ImportFault.Damaged },
        { "\"entries\": [", "\"entries\": {", ImportFault.Damaged },
        { "2026-11-22T09:00:00Z", "2026-02-31T09:00:00Z", ImportFault.Damaged },
        { "2026-11-22T09:00:00Z", "2126-11-22T09:00:00Z", ImportFault.ImpossibleDate },
        { "2026-11-22T09:00:00Z", "0001-01-01T00:00:00Z", ImportFault.ImpossibleDate },
        { "\"pull\": 6", "\"pull\": 66", ImportFault.Damaged },
        { "\"pull\": 6", "\"pull\": 66666666666", ImportFault.Damaged },
        { "\"kind\": \"text\"", "\"kind\": \"\"", ImportFault.Damaged },
        { "\"kind\": \"text\"", "\"kind\": \"essay\"", ImportFault.Damaged },
        { " \"going-quiet\",", " \"other\",", ImportFault.Damaged },
        { "\"prompt\": \"pull\"", "\"prompt\": \"noticed\"", ImportFault.Damaged },
        { "\"id\": \"other\"", "\"id\": \"going-quiet\"", ImportFault.Damaged },
        { "2026-11-21T22:30:00", "9999-12-31T22:30:00", ImportFault.ImpossibleDate },
        { "\"practice\": \"catch-early\"", "\"practice\": null", ImportFault.Damaged },
        { "\"damaged\": 0\n}", "\"damaged\": 0\n}}", ImportFault.Damaged },
        { ",\n  \"damaged\": 0\n}", "\n}", ImportFault.CutOff },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_is_not_what_it_should_be_is_named_and_nothing_of_it_is_taken(string from, string to, ImportFault fault)
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        await journal.AddAsync(Guid.NewGuid(), Sample.Of("a second one"), Cancel);
        var json = Encoding.UTF8.GetString(await Files.JsonAsync(journal));
        var (fresh, _, _) = await store.NewJournalAsync();

        Assert.Contains(from, json, StringComparison.Ordinal);
        await RefusedAsync(store, fresh, Encoding.UTF8.GetBytes(json.Replace(from, to, StringComparison.Ordinal)), fault);
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_or_with_a_changed_byte_takes_nothing_in()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, _) = await store.NewJournalAsync(new string('w', 9_000));
        for (var i = 0; i < 40; i++) await journal.AddAsync(Guid.NewGuid(), Sample.Of(new string('w', 9_000)), Cancel);
        var (fresh, _, _) = await store.NewJournalAsync();
        var (json, file) = (await Files.JsonAsync(journal), await Files.EncryptedAsync(journal));

        foreach (var cut in new[] { json.Length / 3, json.Length / 2, json.Length - 3 }) await RefusedAsync(store, fresh, json[..cut], ImportFault.CutOff);
        foreach (var cut in new[] { file.Length / 3, file.Length * 2 / 3 }) await RefusedAsync(store, fresh, file[..cut], ImportFault.CutOff, code);

        // Whole lines taken out: the file ends as it should, and is not whole.
        var lines = Encoding.UTF8.GetString(file).Split('\n').ToList();
        var first = lines.IndexOf(EncryptedFile.Begin) + 2;
        Assert.InRange(lines.IndexOf(EncryptedFile.End, first), first + 2, first + 10);
        lines.RemoveAt(lines.IndexOf(EncryptedFile.End, first) - 1);
        await RefusedAsync(store, fresh, Encoding.UTF8.GetBytes(string.Join('\n', lines)), ImportFault.Damaged, code);
        file[file.Length / 2] = file[file.Length / 2] == (byte)'A' ? (byte)'B' : (byte)'A';
        await RefusedAsync(store, fresh, file, ImportFault.Damaged, code);
        Assert.Single(await fresh.ListAsync(Cancel));
    }

    [Fact]
    public async Task A_picture_a_text_and_an_empty_file_are_not_taken_for_one()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        foreach (var wrong in new byte[][] { [], [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3], "# Notes"u8.ToArray(), "{}"u8.ToArray(), "<html>"u8.ToArray(), "[]"u8.ToArray() })
            await RefusedAsync(store, journal, wrong, ImportFault.NotNotes);
    }

    [Fact]
    public async Task An_entry_with_this_journals_ten_words_and_one_that_is_too_long_are_named()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync("PLACE");
        var json = Encoding.UTF8.GetString(await Files.JsonAsync(journal));
        var (fresh, code, _) = await store.NewJournalAsync();

        var words = await Assert.ThrowsAsync<ImportException>(() => ReadAsync(string.Join(' ', code.Words)));
        Assert.Equal((ImportFault.HoldsCode, 1), (words.Fault, words.Entry));
        Assert.Equal(ImportFault.TooLong, (await Assert.ThrowsAsync<ImportException>(() => ReadAsync(new string('w', EntryLimits.Characters + 1)))).Fault);
        Assert.Equal(ImportFault.TooLong, (await Assert.ThrowsAsync<ImportException>(() => ReadAsync(new string('w', 5_000_000)))).Fault);
        Assert.Single(await fresh.ListAsync(Cancel));

        Task<ImportResult> ReadAsync(string text) =>
            JournalImport.ReadAsync(fresh, new MemoryStream(Encoding.UTF8.GetBytes(json.Replace("PLACE", text, StringComparison.Ordinal))), null, store.Time.Now, Cancel);
    }

    [Fact]
    public async Task What_would_break_a_page_comes_in_mended_or_not_at_all()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, first) = await store.NewJournalAsync();
        var (id, sign) = (Guid.NewGuid(), Guid.NewGuid());
        var json = $$"""
            { "format": "notes", "version": 1, "signs": [ { "id": "{{sign}}", "words": "one" }, { "id": "{{sign}}", "words": "twin" } ], "people": [], "damaged": 0, "entries": [ { "id": "{{id}}",
              "written": "2026-11-20T09:00:00Z", "happened": null, "practice": "gone", "practiceVersion": 1, "choices": {}, "ratings": {}, "answers": [], "step": 3, "looks": [] } ] }
            """;
        await JournalImport.ReadAsync(journal, new MemoryStream(Encoding.UTF8.GetBytes(json)), null, store.Time.Now, Cancel);

        Assert.Equal(["one"], (await journal.ReadPreferencesAsync(Cancel)).Signs.Select(kept => kept.Words));
        var head = Assert.IsType<ReadResult.Found>(await journal.ReadAsync(id, Cancel)).Entry.Head;
        Assert.Null(head.Step);
        Assert.Null(head.Looks);
        const string Long = "\"step\": 3, \"pause\": { \"begun\": \"2026-11-20T09:00:00Z\", \"until\": \"2027-11-20T09:00:00Z\" }";
        await RefusedAsync(store, journal, Encoding.UTF8.GetBytes(json.Replace("\"step\": 3", Long, StringComparison.Ordinal)), ImportFault.Damaged);
        await journal.DeleteAsync(first, Cancel);
    }

    [Fact]
    public async Task A_file_without_an_end_to_its_line_or_value_is_refused_while_it_is_read()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        await RefusedAsync(store, journal, Encoding.UTF8.GetBytes("<" + new string('a', 1_000_000)), ImportFault.NotNotes);
        await RefusedAsync(store, journal, Encoding.UTF8.GetBytes("{\"format\":\"notes\",\"version\":1,\"new\":\"" + new string('a', 5_000_000)), ImportFault.TooLong);
    }

    [Fact]
    public async Task Members_in_another_order_and_unknown_ones_do_no_harm()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        var id = Guid.NewGuid();
        var json = $$"""
            { "new": [{"a": [] }], "version": 1, "format": "notes", "damaged": 3, "entries": [ { "answers": [], "x": 1, "ratings": {}, "choices": {}, "practiceVersion": 2,
              "practice": "blank", "happened": null, "written": "2026-11-20T09:00:00+01:00", "id": "{{id}}" } ] }
            """;
        Assert.Equal(new ImportResult(1, 0, 0, 3), await JournalImport.ReadAsync(journal, new OneByteAtATime(Encoding.UTF8.GetBytes(json)), null, store.Time.Now, Cancel));
        var entry = Assert.IsType<ReadResult.Found>(await journal.ReadAsync(id, Cancel)).Entry;
        Assert.Equal((new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), "blank", 2), (entry.Head.Written, entry.Head.Practice, entry.Head.Version));
    }

    private static async Task RefusedAsync(TemporaryStore store, OpenJournal journal, byte[] file, ImportFault fault, JournalCode? code = null)
    {
        var before = (await journal.ListAsync(Cancel)).Count;
        var refused = await Assert.ThrowsAsync<ImportException>(() => JournalImport.ReadAsync(journal, new MemoryStream(file), code, store.Time.Now, Cancel));
        Assert.Equal(fault, refused.Fault);
        Assert.Equal(before, (await journal.ListAsync(Cancel)).Count);
    }

    /// <summary>Every part that an entry can have, and written close together.</summary>
    private static Entry Various(int i, Guid person)
    {
        var entry = Sample.Of($"entry {i}");
        return entry with
        {
            Head = entry.Head with
            {
                Written = Sample.Written.AddTicks(i / 2),
                Happened = i % 3 == 0 ? null : entry.Head.Happened,
                Step = i % 5 == 0 ? 2 : null,
                People = i % 2 == 0 ? new Dictionary<string, Guid> { ["who"] = person } : null,
                Pause = i % 7 == 0 ? new PauseTimes(Sample.Written, i % 2 == 0 ? Sample.Written.AddMinutes(10) : null, i % 4 == 0 ? Sample.Written.AddSeconds(5.25) : null) : null,
                Looks = i % 11 == 0 ? [new Look(Sample.Written.AddDays(1), 1, 4, false), new Look(Sample.Written.AddDays(7), 7, null, true)] : null,
            },
        };
    }
}
