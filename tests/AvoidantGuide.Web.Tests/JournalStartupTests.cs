using System.Net;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Tests.Pages.Journal;

namespace AvoidantGuide.Web.Tests;

/// <summary>A store that cannot be used: the guide goes on, and nobody's words are lost.</summary>
public sealed class JournalStartupTests
{
    [Fact]
    public async Task A_store_that_cannot_be_opened_stops_the_journal_and_nothing_else()
    {
        await using var site = new Site();
        var file = Path.Combine(site.Data, "..", "a-file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);
        site.With("ConnectionStrings:Journal", $"Data Source={Path.Combine(file, "below", "journal.db")}");
        await site.InitializeAsync();
        var visitor = site.NewVisitor();

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/the-switch")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/get-help")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/healthz")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.GetAsync("/leave")).Status);
        var ready = await visitor.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Contains("cannot be opened", ready.Html, StringComparison.Ordinal);
        ExpectedHeaders.On(ready.Response);

        var journal = await visitor.GetAsync("/journal");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, journal.Status);
        Assert.Contains("The journal cannot be opened on this server just now", journal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("just starting", journal.Text, StringComparison.Ordinal);
        ExpectedHeaders.On(journal.Response);

        var posted = await visitor.PostAsync("/journal/write", [new("step", "keep"), new("practice", "blank"), new("text-here", "words that took an hour")]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, posted.Status);
        Assert.Equal("words that took an hour", posted.Document.QuerySelector("textarea")!.TextContent);
        Assert.Equal("Notes", posted.Document.Title);
    }

    [Fact]
    public async Task The_first_thing_after_a_start_is_a_backup()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var folder = Path.Combine(site.Data, "backups");
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.db") is []) await Task.Yield();
        Assert.True(Backup.Verify(Assert.Single(Directory.GetFiles(folder, "*.db"))).Sound);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        await using var site = new Site();
        Directory.CreateDirectory(site.Data);
        var store = Path.Combine(site.Data, "journal.db");
        await File.WriteAllTextAsync(store, new string('x', 5_000), TestContext.Current.CancellationToken);
        await site.InitializeAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.NewVisitor().GetAsync("/readyz")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.NewVisitor().GetAsync("/journal")).Status);
        Assert.Equal(new string('x', 5_000), await File.ReadAllTextAsync(store, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_that_breaks_while_someone_writes_gives_the_words_back()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var form = await visitor.BeginAsync("blank");
        Truncate(site);

        var failed = await visitor.PressAsync(form, "Keep", (Keeper.Field(form), "words that took an hour"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Contains("words that took an hour", failed.Text, StringComparison.Ordinal);
        Assert.Equal("Notes", failed.Document.Title);
        ExpectedHeaders.On(failed.Response);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/readyz")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/the-switch")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.GetAsync("/leave")).Status);
    }

    [Fact]
    public async Task A_store_that_breaks_before_the_journal_exists_keeps_the_ten_words_on_the_page()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var visitor = site.NewVisitor();
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Keeper.Field(form), "words that took an hour"));
        Truncate(site);

        var failed = await visitor.PressAsync(words, "I have them. Go on");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal(Keeper.Words(words), Keeper.Words(failed));
        Assert.Contains("Nothing is lost", failed.Text, StringComparison.Ordinal);
    }

    private static void Truncate(Site site)
    {
        foreach (var name in new[] { "journal.db-wal", "journal.db-shm", "journal.db" })
        {
            var path = Path.Combine(site.Data, name);
            if (!File.Exists(path)) continue;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            // The index is mapped into this very process: where it ends early, the machine ends the process.
            if (!name.EndsWith("-shm", StringComparison.Ordinal)) file.SetLength(0);
            file.Write(new byte[4096].Select(_ => (byte)'x').ToArray());
        }
    }
}
