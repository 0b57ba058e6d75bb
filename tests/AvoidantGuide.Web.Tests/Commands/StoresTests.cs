using AvoidantGuide.Web.Tests.Pages.Journal;

namespace AvoidantGuide.Web.Tests.Commands;

/// <summary>Backups beside a running site, and back again.</summary>
public sealed class StoresTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_backup_of_the_running_store_opens_elsewhere_with_the_same_words()
    {
        var code = await site.NewVisitor().StartJournalAsync("worth a backup");
        var file = Path.Combine(site.Data, "..", "copy.db");

        var made = await RunAsync(site, "backup", file);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        var verified = await RunAsync(site, "verify", "copy.db");
        Assert.Equal(0, verified.ExitCode);
        Assert.Contains("is sound", verified.Out, StringComparison.Ordinal);
        // It reads without a code: it must not say more than that can tell.
        Assert.Contains("decrypts only its owner can tell", verified.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(site, "backup", file)).ExitCode);

        await using var elsewhere = new Site();
        var restored = await RunAsync(elsewhere, "restore", file);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        await elsewhere.InitializeAsync();
        var visitor = elsewhere.NewVisitor();
        var home = await visitor.UnlockAsync(code);
        var entry = await visitor.GetAsync(home.Document.QuerySelector("ul.entries a")!.GetAttribute("href")!);
        Assert.Contains("worth a backup", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_restored_while_a_site_runs()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var file = Path.Combine(site.Data, "..", "refused.db");
        await RunAsync(site, "backup", file);

        var refused = await RunAsync(site, "restore", file);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("journal.lock", refused.Error, StringComparison.Ordinal);
        Assert.Equal("Your journal", (await visitor.GetAsync("/journal")).Heading);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("restore")]
    public async Task What_is_no_backup_is_refused(string command)
    {
        var file = Path.Combine(site.Data, "..", $"{command}.txt");
        await File.WriteAllTextAsync(file, "not a database, although it is long enough to be looked at", TestContext.Current.CancellationToken);
        foreach (var name in new[] { file, file + ".missing" })
        {
            var run = await RunAsync(site, command, name);
            Assert.Equal(1, run.ExitCode);
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("verify")]
    [InlineData("restore")]
    public async Task On_postgres_its_own_tools_are_named(string command)
    {
        var run = await ProgramRun.OfAsync(site.Data, new Dictionary<string, string> { ["Journal__Provider"] = "postgres" }, command, "copy.db");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("pg_dump", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_without_its_file_says_so()
    {
        var run = await RunAsync(site, "backup");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("backup", run.Error, StringComparison.Ordinal);
    }

    private static Task<ProgramRun> RunAsync(Site of, params string[] args) => ProgramRun.OfAsync(
        Path.GetDirectoryName(of.Data)!,
        new Dictionary<string, string> { ["ConnectionStrings__Journal"] = $"Data Source={Path.Combine(of.Data, "journal.db")}" },
        args);
}
