namespace AvoidantGuide.Journal.Tests.Backups;

/// <summary>One backup a day, and none for longer than was promised.</summary>
[Trait("Store", "file")]
public sealed class DailyBackupsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_is_made_each_day_and_the_last_ones_are_kept()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        for (var day = 0; day < 6; day++)
        {
            Assert.True(Of(store).Run(Cancel)?.Done);
            // Not again after a restart on the same day.
            store.Time.Now += TimeSpan.FromHours(12);
            Assert.Null(Of(store).Run(Cancel));
            store.Time.Now += TimeSpan.FromHours(12);
        }

        Assert.Equal(["journal-20261125T090000Z.db", "journal-20261126T090000Z.db", "journal-20261127T090000Z.db"], Files(store));
        Assert.All(Files(store), file => Assert.True(Backup.Verify(Path.Combine(Folder(store), file)).Sound));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder(store)));
    }

    [Fact]
    public async Task A_deleted_journal_leaves_them_when_the_days_have_passed()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        Assert.True(Of(store).Run(Cancel)?.Done);
        await journal.DeleteJournalAsync(Cancel);
        for (var day = 0; day < 3; day++)
        {
            Assert.Contains(Files(store), file => Backup.Verify(Path.Combine(Folder(store), file)).Journals == 2);
            store.Time.Now += TimeSpan.FromDays(1);
            Of(store).Run(Cancel);
        }

        Assert.All(Files(store), file => Assert.Equal(1, Backup.Verify(Path.Combine(Folder(store), file)).Journals));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_in_which_nothing_is_left_of_another_costs_none_of_its_backups_before_the_promise_does(bool used)
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        Of(store).Run(Cancel);
        await journal.DeleteJournalAsync(Cancel);
        if (used) await store.NewJournalAsync();
        for (var day = 1; day < DailyBackups.MostDays; day++)
        {
            store.Time.Now += TimeSpan.FromDays(1);
            Assert.Equal(day >= 3, Of(store).Run(Cancel)?.Message.Contains(" 1 hold other journals", StringComparison.Ordinal));
            Assert.Contains("journal-20261122T090000Z.db", Files(store));
        }

        store.Time.Now += TimeSpan.FromDays(1);
        Assert.True(Of(store).KeepPromise(doubt: null)?.Done);
        Assert.DoesNotContain("journal-20261122T090000Z.db", Files(store));
    }

    [Fact]
    public async Task A_run_that_comes_a_little_early_leaves_none_for_a_day_more()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        for (var day = 0; day < 4; day++)
        {
            Of(store).Run(Cancel);
            store.Time.Now += TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1);
        }

        Assert.DoesNotContain("journal-20261122T090000Z.db", Files(store));
    }

    [Fact]
    public async Task The_oldest_goes_on_its_day_though_the_newest_is_younger_than_that()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Of(store).Run(Cancel);
        // The server was away meanwhile.
        store.Time.Now += TimeSpan.FromHours(50);
        Assert.True(Of(store).Run(Cancel)?.Done);
        store.Time.Now += TimeSpan.FromHours(22);
        Assert.Null(Of(store).Run(Cancel));
        Assert.Equal(["journal-20261124T110000Z.db"], Files(store));
    }

    [Fact]
    public async Task What_people_were_promised_holds_though_no_new_one_can_be_made()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Of(store).Run(Cancel);
        var aside = $"{store.File}.before-restore-20261122T090000Z";
        string[] others = [$"{store.File}.before-restore-mine", $"{store.File}-copy", Path.Combine(Folder(store), "holiday.jpg")];
        foreach (var file in others.Append(aside).Append(aside + "-wal")) await File.WriteAllTextAsync(file, "x", Cancel);
        var wanted = new DailyBackups(store.ConnectionString, Folder(store), days: 0, store.Time);

        store.Time.Now += TimeSpan.FromDays(DailyBackups.MostDays) - TimeSpan.FromHours(1);
        Assert.Null(wanted.KeepPromise(doubt: null));
        Assert.True(File.Exists(aside));
        Assert.Contains("journal-20261122T090000Z.db", Files(store));

        store.Time.Now += TimeSpan.FromHours(1);
        Assert.True(wanted.KeepPromise(doubt: null)?.Done);
        Assert.False(File.Exists(aside) || File.Exists(aside + "-wal"));
        Assert.Equal(["holiday.jpg"], Files(store));
        Assert.All(others, file => Assert.True(File.Exists(file)));
        Assert.True(File.Exists(store.File));
    }

    [Theory]
    [InlineData("The clock went back.", false)]
    [InlineData(null, true)]
    public async Task Where_the_clock_has_jumped_or_the_store_is_damaged_they_are_left_and_the_operator_is_told(string? doubt, bool damaged)
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Of(store).Run(Cancel);
        var kept = Files(store);
        store.Time.Now += TimeSpan.FromDays(DailyBackups.MostDays);
        if (damaged)
        {
            store.Stop();
            await File.WriteAllTextAsync(store.File, new string('x', 9_000), Cancel);
        }

        var told = Of(store).KeepPromise(doubt);
        Assert.False(told?.Done);
        Assert.StartsWith("Not removed: 1 files", told?.Message, StringComparison.Ordinal);
        Assert.Contains(doubt ?? "is damaged, or not a database.", told?.Message, StringComparison.Ordinal);
        Assert.Equal(kept, Files(store));
    }

    [Fact]
    public async Task A_disk_that_is_gone_is_told_and_stops_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        store.Stop();
        Directory.Delete(store.Folder, recursive: true);
        Assert.False(Of(store).KeepPromise(doubt: null)?.Done);
    }

    [Fact]
    public async Task A_wrong_clock_leaves_a_good_one_and_none_that_never_ends()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        var right = store.Time.Now;
        Of(store).Run(Cancel);
        foreach (var wrong in new[] { right.AddYears(10), right.AddYears(-10), right.AddDays(-1), right.AddMinutes(-1) })
        {
            store.Time.Now = wrong;
            Of(store).Run(Cancel);
            Assert.Contains(Files(store), file => Backup.Verify(Path.Combine(Folder(store), file)) is { Sound: true, Entries: 1 });
        }

        for (var day = 0; day < 5; day++)
        {
            store.Time.Now = right.AddDays(day);
            Of(store).Run(Cancel);
        }

        Assert.Equal(["journal-20261124T090000Z.db", "journal-20261125T090000Z.db", "journal-20261126T090000Z.db"], Files(store));
    }

    [Fact]
    public async Task Where_no_new_one_can_be_made_the_old_ones_stay()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Of(store).Run(Cancel);
        var kept = Files(store);
        store.Stop();
        await File.WriteAllTextAsync(store.File, new string('x', 9_000), Cancel);
        store.Time.Now += TimeSpan.FromDays(9);
        var result = Of(store).Run(Cancel);
        Assert.False(result?.Done);
        Assert.Equal(kept, Files(store));
    }

    [Fact]
    public async Task What_was_cut_off_is_cleared_away_and_what_is_not_ours_is_left()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        Directory.CreateDirectory(Folder(store));
        string[] others = ["holiday.jpg", "journal-mine.db", "journal-20200101.db"];
        foreach (var name in others.Append("journal-20261121T090000Z.db.part").Append("journal-20261121T090000Z.db.part-journal")) await File.WriteAllTextAsync(Path.Combine(Folder(store), name), "x", Cancel);
        Assert.True(Of(store).Run(Cancel)?.Done);
        Assert.Equal(others.Append("journal-20261122T090000Z.db").Order(StringComparer.Ordinal), Files(store));
    }

    [Fact]
    public async Task None_is_begun_once_it_was_told_to_stop()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.False(new Backup(store.ConnectionString, store.Time).Create(Path.Combine(store.Folder, "backup.db"), stop.Token).Done);
        Assert.False(File.Exists(Path.Combine(store.Folder, "backup.db")));
        Assert.Null(Of(store).Run(stop.Token));
    }

    [Fact]
    public async Task None_are_made_where_none_are_wanted()
    {
        await using var store = await TemporaryStore.OpenAsync();
        Assert.Null(new DailyBackups(store.ConnectionString, Folder(store), days: 0, store.Time).Run(Cancel));
        Assert.False(Directory.Exists(Folder(store)));
        // From a day when they were.
        Directory.CreateDirectory(Folder(store));
        await File.WriteAllTextAsync(Path.Combine(Folder(store), "journal-20261121T090000Z.db.part"), "x", Cancel);
        Assert.Null(new DailyBackups(store.ConnectionString, Folder(store), days: 0, store.Time).Run(Cancel));
        Assert.Empty(Files(store));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DailyBackups(store.ConnectionString, Folder(store), DailyBackups.MostDays + 1, store.Time));
    }

    private static string Folder(TemporaryStore store) => Path.Combine(store.Folder, "backups");

    private static List<string> Files(TemporaryStore store) => [.. Directory.GetFiles(Folder(store)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static DailyBackups Of(TemporaryStore store) => new(store.ConnectionString, Folder(store), days: 3, store.Time);
}
