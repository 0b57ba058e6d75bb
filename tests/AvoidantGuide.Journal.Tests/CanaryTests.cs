using System.Text;
using Microsoft.Extensions.Logging;

namespace AvoidantGuide.Journal.Tests;

/// <summary>Nothing that a person wrote is anywhere in the store's files or its logs, in any form.</summary>
[Trait("Store", "file")]
public sealed class CanaryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_text_code_or_secret_is_in_any_file_or_log_before_or_after_deletion()
    {
        await using var store = await TemporaryStore.OpenAsync();
        using var log = new TextLog();
        store.Stop();
        using var database = new JournalDatabase(store.ConnectionString, store.Time, log);
        await database.OpenAsync(Cancel);
        var journals = new JournalStore(database, store.Time);
        // What an entry is about, and when it was, as it stands in its head.
        var canaries = new List<string> { "catch-early", "going-quiet", "2026-11-21T22:30", "2026-11-22T09:00" };
        var opened = new List<(OpenJournal Journal, Guid First, Guid Second)>();
        for (var i = 0; i < 20; i++)
        {
            var texts = Enumerable.Range(0, 6).Select(part => $"canary-{i}-{part}-é-{Guid.NewGuid():N}").ToArray();
            var code = JournalCode.Generate();
            canaries.AddRange([.. texts, code.Canonical, string.Join(' ', code.Words), string.Join('-', code.Words)]);
            var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
            var started = (await journals.StartAsync(code, form: Guid.NewGuid(), first, With(texts[0], texts[1]), SessionTimes.Default, Cancel)).Journal!;
            await started.AddAsync(second, With(texts[2], texts[3]), Cancel);
            await started.ChangeAsync(second, 1, With(texts[4], texts[5]), Cancel);
            await started.ChangeAsync(second, 1, With(texts[2], texts[3]), Cancel);
            await started.ChangePreferencesAsync(now => now with { TimeZone = texts[0], Signs = [new OwnSign(Guid.NewGuid(), texts[1])], People = [new Person(Guid.NewGuid(), texts[2])] }, Cancel);
            await started.AddAsync(Guid.NewGuid(), Sample.Of(string.Join(' ', code.Words)), Cancel);
            var unlocked = (await journals.UnlockAsync(code, SessionTimes.Default, Cancel))!;
            canaries.AddRange([started.Secret!, unlocked.Secret!]);
            opened.Add(((await journals.ResumeAsync(unlocked.Secret!, Cancel))!, first, second));
            await opened[^1].Journal.ListAsync(Cancel);
        }

        var backup = Path.Combine(store.Folder, "backup.db");
        Assert.True(new Backup(store.ConnectionString, store.Time).Create(backup, Cancel).Done);
        // The log is full of what was done, so that finding nothing in it means something.
        Assert.Contains("INSERT INTO", log.ToString(), StringComparison.Ordinal);
        AssertNowhere(store, canaries, log);

        var blobs = await store.BlobsAsync();
        Assert.Equal(20 * (2 + 2 + 1 + 1 + 2), blobs.Count);
        var before = Read(store);
        Assert.All(blobs, blob => Assert.True(Hold(before, Convert.FromHexString(blob)[1..17])));
        foreach (var (journal, first, _) in opened) await journal.DeleteAsync(first, Cancel);
        foreach (var (journal, _, _) in opened) await journal.DeleteJournalAsync(Cancel);
        File.Delete(backup);
        AssertNowhere(store, canaries, log);
        // Not even the ciphertext is left, anywhere in its length.
        var after = Read(store);
        Assert.All(blobs.Select(Convert.FromHexString), blob =>
        {
            for (var at = 1; at + 16 <= blob.Length; at += 16) Assert.False(Hold(after, blob[at..(at + 16)]));
        });
    }

    private static Entry With(string one, string other)
    {
        var entry = Sample.Of(one, other);
        return entry with
        {
            Head = entry.Head with { Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["person"] = [one] } },
        };
    }

    private static void AssertNowhere(TemporaryStore store, List<string> canaries, TextLog log)
    {
        var files = Read(store);
        var text = Encoding.UTF8.GetBytes(log.ToString());
        foreach (var canary in canaries)
        {
            foreach (var form in Forms(canary))
            {
                Assert.All(files, file => Assert.Equal(-1, file.AsSpan().IndexOf(form)));
                Assert.Equal(-1, text.AsSpan().IndexOf(form));
            }
        }
    }

    // Base64 looks different for each of three alignments; the letters that depend on the neighbours are cut off.
    private static IEnumerable<byte[]> Forms(string canary)
    {
        var utf8 = Encoding.UTF8.GetBytes(canary);
        yield return utf8;
        yield return Encoding.Unicode.GetBytes(canary);
        for (var shift = 0; shift < 3; shift++)
        {
            var base64 = Convert.ToBase64String([.. new byte[shift], .. utf8]);
            yield return Encoding.ASCII.GetBytes(base64[(shift == 0 ? 0 : 4)..^4]);
        }
    }

    private static bool Hold(List<byte[]> files, byte[] bytes) => files.Exists(file => file.AsSpan().IndexOf(bytes) >= 0);

    /// <summary>Every file of the store, all read at a time when none of them went: the log goes with the last idle connection.</summary>
    private static List<byte[]> Read(TemporaryStore store)
    {
        while (true)
        {
            try
            {
                return [.. Directory.GetFiles(store.Folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(ReadShared)];
            }
            catch (FileNotFoundException)
            {
                // Look again.
            }
        }
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Everything that is logged, at the finest level.</summary>
    private sealed class TextLog : ILoggerFactory, ILogger
    {
        private readonly StringBuilder _text = new();

        public override string ToString()
        {
            lock (_text) return _text.ToString();
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text) _text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }
    }
}
