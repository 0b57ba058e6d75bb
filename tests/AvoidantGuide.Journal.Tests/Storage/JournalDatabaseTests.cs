using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal.Tests.Storage;

[Trait("Store", "file")]
public sealed class JournalDatabaseTests
{
    private static readonly string[] _settings =
    [
        "journal_mode=wal", "synchronous=2", "busy_timeout=5000", "secure_delete=1", "trusted_schema=0", "cell_size_check=1",
        "journal_size_limit=67108864", "temp_store=2", "foreign_keys=1",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_and_files_are_made_for_this_account_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using var store = await TemporaryStore.OpenAsync();
        await store.NewJournalAsync();
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner | UnixFileMode.UserExecute, Mode(store.Folder));
        Assert.Equal(["journal.db", "journal.db-shm", "journal.db-wal", "journal.lock"], Directory.GetFiles(store.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(store.Folder), file => Assert.Equal(Owner, Mode(file)));
    }

    [Fact]
    public async Task Every_connection_has_the_settings_that_keep_what_is_acknowledged()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var settings = await store.Database.ReadAsync(
            async (context, cancel) =>
            {
                var read = new List<string>();
                await context.Database.OpenConnectionAsync(cancel);
                foreach (var setting in _settings)
                {
                    await using var command = context.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"PRAGMA {setting.Split('=')[0]}";
                    read.Add($"{setting.Split('=')[0]}={await command.ExecuteScalarAsync(cancel)}");
                }

                return read;
            },
            Cancel);
        Assert.Equal(_settings, settings);
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (_, code, _) = await store.NewJournalAsync();
        var applied = await store.CountAsync("__EFMigrationsHistory");
        await store.RestartAsync();
        await store.RestartAsync();
        Assert.NotNull(await store.Store.UnlockAsync(code, SessionTimes.Default, Cancel));
        Assert.Equal(applied, await store.CountAsync("__EFMigrationsHistory"));
    }

    [Fact]
    public async Task A_server_killed_while_migrating_does_not_stop_the_next_one()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.RunAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-22')");
        // Without care it waits for the lock's owner for ever.
        await store.RestartAsync().WaitAsync(TimeSpan.FromMinutes(2), Cancel);
        await store.NewJournalAsync();
    }

    [Fact]
    public async Task A_second_server_is_told_that_the_first_holds_the_lock()
    {
        await using var store = await TemporaryStore.OpenAsync();
        using var second = new JournalDatabase(store.ConnectionString, TimeProvider.System);
        var error = await Assert.ThrowsAsync<JournalSetupException>(() => second.OpenAsync(Cancel));
        Assert.Contains("Another server is running", error.Message, StringComparison.Ordinal);
        Assert.Contains("journal.lock", error.Message, StringComparison.Ordinal);
        await store.NewJournalAsync();
        store.Stop();
        await second.OpenAsync(Cancel);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_and_left_alone()
    {
        await using var store = await TemporaryStore.OpenAsync();
        await store.RunAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '12.0.0')");
        var applied = await store.CountAsync("__EFMigrationsHistory");
        var error = await Assert.ThrowsAsync<JournalSetupException>(store.RestartAsync);
        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Equal(applied, await store.CountAsync("__EFMigrationsHistory"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_or_of_another_program_is_refused_and_left_alone()
    {
        await using var store = TemporaryStore.Closed();
        Directory.CreateDirectory(store.Folder);
        var text = new string('a', 5000);
        await File.WriteAllTextAsync(store.File, text, Cancel);
        Assert.Contains("is not a database", (await Assert.ThrowsAsync<JournalSetupException>(store.StartAsync)).Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(store.File, Cancel));

        File.Delete(store.File);
        await store.RunAsync("CREATE TABLE Recipes (Id INTEGER)");
        Assert.Contains("another program", (await Assert.ThrowsAsync<JournalSetupException>(store.StartAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        using var database = new JournalDatabase("Data Source=/proc/notes/journal.db", TimeProvider.System);
        var error = await Assert.ThrowsAsync<JournalSetupException>(() => database.OpenAsync(Cancel));
        Assert.Contains("/proc/notes/journal.db", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    [InlineData("Data Source=file:x.db?cache=shared")]
    [InlineData("Server=x")]
    public void A_connection_string_without_a_file_is_refused(string text)
    {
        var error = Assert.Throws<JournalSetupException>(() => new JournalDatabase(text, TimeProvider.System));
        Assert.Contains("ConnectionStrings:Journal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_store_gives_a_message_for_a_person_and_keeps_nothing_by_halves()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        await store.RunAsync("CREATE TRIGGER full BEFORE INSERT ON Entries BEGIN SELECT RAISE(ABORT, 'no'); END");
        var error = await Assert.ThrowsAsync<JournalStoreException>(() => journal.AddAsync(Guid.NewGuid(), Sample.Of("canary"), Cancel));
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        await store.RunAsync("DROP TRIGGER full");
        Assert.IsType<SaveResult.Kept>(await journal.AddAsync(Guid.NewGuid(), Sample.Of("canary"), Cancel));
    }

    [Fact]
    public async Task A_full_store_says_so_while_reading_goes_on_and_recovers()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, id) = await store.NewJournalAsync();
        Task LimitAsync(FormattableString pragma) => store.Database.ReadAsync((context, cancel) => context.Database.ExecuteSqlAsync(pragma, cancel), Cancel);
        await LimitAsync($"PRAGMA max_page_count=1");
        store.Time.Now += TimeSpan.FromMinutes(2);
        var error = await Assert.ThrowsAsync<JournalStoreException>(() => journal.AddAsync(Guid.NewGuid(), Sample.Of(new string('a', 19_000)), Cancel));
        Assert.Equal(StoreFault.Full, error.Fault);
        using var resumed = await store.Store.ResumeAsync(journal.Secret!, Cancel);
        Assert.IsType<ReadResult.Found>(await resumed!.ReadAsync(id, Cancel));
        await LimitAsync($"PRAGMA max_page_count=1073741823");
        Assert.IsType<SaveResult.Kept>(await journal.AddAsync(Guid.NewGuid(), Sample.Of(new string('a', 19_000)), Cancel));
    }

    [Fact]
    public async Task Whether_it_can_store_is_told()
    {
        await using var store = await TemporaryStore.OpenAsync();
        Assert.True(await store.Database.CanStoreAsync(Cancel));
        store.Stop();
        Assert.False(await store.Database.CanStoreAsync(Cancel));
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
