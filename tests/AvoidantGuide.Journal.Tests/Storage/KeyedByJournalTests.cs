using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace AvoidantGuide.Journal.Tests.Storage;

/// <summary>
/// Whatever a person does asks for rows of one journal, or for one row by its key: so journals can lie on different machines,
/// and a large store costs one person no more than a small one.
/// </summary>
[Trait("Store", "both")]
public sealed partial class KeyedByJournalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JournalProvider.Sqlite)]
    [InlineData(JournalProvider.Postgres)]
    public async Task No_query_of_a_person_crosses_journals(JournalProvider provider)
    {
        await using var store = await TemporaryStore.OpenAsync(provider);
        store.Stop();
        using var log = new Statements();
        using var database = new JournalDatabase(store.ConnectionString, store.Time, log, provider);
        await database.OpenAsync(Cancel);
        log.Texts.Clear();
        await LiveAsync(new JournalStore(database, store.Time), store.Time);

        var texts = log.Texts.Where(text => Tables().IsMatch(text)).Distinct(StringComparer.Ordinal).ToList();
        // All the kinds there are went by, so finding none that crosses means something.
        Assert.True(texts.Count > 20, string.Join("\n\n", texts));
        var crossing = texts.Where(text => !text.StartsWith("INSERT", StringComparison.Ordinal) && !Keyed().IsMatch(text)).ToList();
        // How far the clock has been believed is one row for the whole store.
        crossing.RemoveAll(text => text.Contains("\"Sweeps\"", StringComparison.Ordinal));
        Assert.True(crossing.Count == 0, string.Join("\n\n", crossing));
    }

    /// <summary>EF does not tell of the statement that is sent past it.</summary>
    [Fact]
    public void Nor_does_a_new_entry()
    {
        Assert.Equal(3, Asked().Count(NewEntry.Text));
        Assert.Equal(3, AskedByKey().Count(NewEntry.Text));
    }

    [GeneratedRegex("FROM ", RegexOptions.None, 1_000)]
    private static partial Regex Asked();

    [GeneratedRegex("FROM \"\\w+\" WHERE \"(JournalId|Id)\" (= @journal|IN \\(@id, @form\\))", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex AskedByKey();

    /// <summary>Through every door there is.</summary>
    private static async Task LiveAsync(JournalStore journals, ManualTime time)
    {
        var (code, form, first) = (JournalCode.Generate(), Guid.NewGuid(), Guid.NewGuid());
        await journals.SpendAsync(Guid.NewGuid(), Cancel);
        await journals.StartAsync(code, form, first, Sample.Of("one"), SessionTimes.Default, Cancel);
        await journals.IsSpentAsync(form, Cancel);
        await journals.AreInForceAsync(code, Cancel);
        var journal = (await journals.UnlockAsync(code, times: null, Cancel))!;
        await journals.ExistsAsync(journal.Id, Cancel);
        time.Now += TimeSpan.FromMinutes(2);
        journal = (await journals.ResumeAsync(journal.Secret!, Cancel))!;
        var second = Guid.NewGuid();
        await journal.AddAsync(second, Sample.Of("two"), Cancel, form: Guid.NewGuid());
        await journal.AddAsync(second, Sample.Of("two"), Cancel);
        await journal.ChangeAsync(second, 1, Sample.Of("three"), Cancel);
        await journal.ListAsync(Cancel);
        await journal.ReadAsync(first, Cancel);
        await foreach (var _ in journal.ReadAllAsync(Cancel))
        {
        }

        var person = new Person(Guid.NewGuid(), "A");
        await journal.ChangePreferencesAsync(now => now with { People = [person] }, Cancel);
        await journal.ReadPreferencesAsync(Cancel);
        await journal.RemovePersonAsync(person.Id, Cancel);
        await journal.WrappedKeyAsync(Cancel);
        await journal.IdsAsync(Cancel);
        await journal.AddAllAsync([EntryKeeping.Sealed(journal.Key, Guid.NewGuid(), Sample.Of("four"))], now => now, Cancel);
        await journal.DeleteAsync(first, Cancel);
        journal = (await journals.ChangeWordsAsync(journal, Guid.NewGuid(), JournalCode.Generate(), SessionTimes.Default, Cancel))!;
        await journals.LockAsync(journal.Secret!, Cancel);
        await journal.DeleteJournalAsync(Cancel);
    }

    [GeneratedRegex("\"(Journals|Entries|Sessions|Spent|Sweeps)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Tables();

    /// <summary>Equal to what was handed in: the journal, or the key of the one row.</summary>
    [GeneratedRegex("\"(JournalId|Id|Locator)\" = [@$]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Keyed();

    private sealed class Statements : ILoggerFactory, ILogger
    {
        public List<string> Texts { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is IReadOnlyList<KeyValuePair<string, object?>> values && eventId.Name?.EndsWith("CommandExecuted", StringComparison.Ordinal) == true
                && values.FirstOrDefault(value => value.Key == "commandText").Value is string text)
                lock (Texts) Texts.Add(text);
        }
    }
}
