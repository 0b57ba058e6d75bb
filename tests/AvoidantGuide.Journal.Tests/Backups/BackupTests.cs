namespace AvoidantGuide.Journal.Tests.Backups;

[Trait("Store", "file")]
public sealed class BackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_made_while_people_write_restores_every_entry_acknowledged_before_it()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, _) = await store.NewJournalAsync();
        var acknowledged = new System.Collections.Concurrent.ConcurrentQueue<Guid>();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    var id = Guid.NewGuid();
                    await journal.AddAsync(id, Sample.Of(new string('a', 3000)), Cancel);
                    acknowledged.Enqueue(id);
                }
            },
            Cancel)).ToList();
        while (acknowledged.Count < 40) await Task.Yield();
        var before = acknowledged.ToList();
        var file = Path.Combine(store.Folder, "backup.db");
        var result = Of(store).Create(file, Cancel);
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        Assert.True(result.Done, result.Message);

        store.Stop();
        var restored = Of(store).Restore(file);
        Assert.True(restored.Done, restored.Message);
        await store.StartAsync();
        using var opened = await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel);
        foreach (var id in before) Assert.IsType<ReadResult.Found>(await opened!.ReadAsync(id, Cancel));
        Assert.Single(Directory.GetFiles(store.Folder, "journal.db.before-restore-20261122T090000Z"));
        Assert.Empty(Directory.GetFiles(store.Folder, "*.restoring*"));
    }

    [Fact]
    public async Task What_was_there_before_a_restore_is_kept_whole()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        var file = Path.Combine(store.Folder, "backup.db");
        Assert.True(Of(store).Create(file, Cancel).Done);
        var (_, later, _) = await store.NewJournalAsync();
        store.Stop();
        Assert.True(Of(store).Restore(file).Done);
        await store.StartAsync();
        Assert.Null(await store.Store.UnlockAsync(later, SessionTimes.Default, Cancel));
        store.Stop();
        var aside = Path.Combine(store.Folder, "journal.db.before-restore-20261122T090000Z");
        Assert.True(Of(store).Restore(aside).Done);
        await store.StartAsync();
        Assert.NotNull(await store.Store.UnlockAsync(later, SessionTimes.Default, Cancel));
    }

    [Fact]
    public async Task A_backup_holds_no_sessions_and_is_for_this_account_alone()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        var file = Path.Combine(store.Folder, "backup.db");
        Assert.True(Of(store).Create(file, Cancel).Done);
        Assert.NotNull(await store.Store.ResumeAsync(journal.Secret!, Cancel));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        store.Stop();
        Assert.True(Of(store).Restore(file).Done);
        await store.StartAsync();
        Assert.Null(await store.Store.ResumeAsync(journal.Secret!, Cancel));
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var file = Path.Combine(store.Folder, "holiday.jpg");
        await File.WriteAllTextAsync(file, "precious", Cancel);
        var result = Of(store).Create(file, Cancel);
        Assert.False(result.Done);
        Assert.Contains("Not backed up: ", result.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(file, Cancel));
        Assert.False(Of(store).Create(Path.Combine(store.Folder, "no", "such", "folder.db"), Cancel).Done);
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_server_or_from_what_is_no_backup()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (_, code, _) = await store.NewJournalAsync();
        var file = Path.Combine(store.Folder, "backup.db");
        Assert.True(Of(store).Create(file, Cancel).Done);
        Assert.Contains("a server is running", Of(store).Restore(file).Message, StringComparison.Ordinal);
        store.Stop();
        Assert.False(Of(store).Restore(store.File).Done);
        Assert.False(Of(store).Restore(Path.Combine(store.Folder, "none.db")).Done);
        await File.WriteAllTextAsync(file, new string('a', 9000), Cancel);
        Assert.Contains("not a database", Of(store).Restore(file).Message, StringComparison.Ordinal);
        await store.StartAsync();
        Assert.NotNull(await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel));
    }

    [Theory]
    [InlineData("UPDATE Entries SET Head = x'01'", false)]
    [InlineData("UPDATE Entries SET Body = zeroblob(length(Body))", false)]
    [InlineData("UPDATE Entries SET Body = 'text'", false)]
    [InlineData("UPDATE Journals SET WrappedKey = zeroblob(61)", false)]
    [InlineData("PRAGMA foreign_keys=OFF; DELETE FROM Journals", false)]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '12.0.0')", false)]
    [InlineData("DROP TABLE __EFMigrationsHistory", false)]
    [InlineData("UPDATE Journals SET MarkedOn = '2026-01-01'", true)]
    public async Task A_file_is_verified_without_any_code(string change, bool sound)
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        var file = Path.Combine(store.Folder, "backup.db");
        Assert.True(Of(store).Create(file, Cancel).Done);
        var whole = Backup.Verify(file);
        Assert.Equal((true, 1, 1), (whole.Sound, whole.Journals, whole.Entries));
        store.Stop();
        File.Copy(file, store.File, overwrite: true);
        await store.RunAsync(change);
        Assert.Equal(sound, Backup.Verify(store.File).Sound);
    }

    [Fact]
    public async Task Damage_anywhere_in_a_file_never_crashes_the_verifier()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        var file = Path.Combine(store.Folder, "backup.db");
        Assert.True(Of(store).Create(file, Cancel).Done);
        var whole = await File.ReadAllBytesAsync(file, Cancel);
        var random = new Random(20261122);
        for (var i = 0; i < 60; i++)
        {
            var damaged = (byte[])whole.Clone();
            random.NextBytes(damaged.AsSpan(random.Next(damaged.Length - 200), 200));
            await File.WriteAllBytesAsync(file, damaged, Cancel);
            Assert.NotEmpty(Backup.Verify(file).Message);
        }

        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)], Cancel);
        Assert.False(Backup.Verify(file).Sound);
    }

    private static Backup Of(TemporaryStore store) => new(store.ConnectionString, store.Time);
}
