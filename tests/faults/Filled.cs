using AvoidantGuide.Journal;

namespace AvoidantGuide.Faults;

/// <summary>A journal in a store of this process, with entries whose words are known.</summary>
internal sealed record Filled(OpenJournal Journal, string Code, IReadOnlyList<Acknowledged> Entries)
{
    public static async Task<Filled> MakeAsync(JournalDatabase database, int entries)
    {
        var code = JournalCode.Generate();
        var words = string.Join(' ', code.Words);
        List<Acknowledged> made = [.. Enumerable.Range(0, entries).Select(_ => Guid.NewGuid()).Select(id => new Acknowledged(words, id, $"What stands in {id:N}, and nowhere else."))];
        var started = await new JournalStore(database, TimeProvider.System).StartAsync(code, Guid.NewGuid(), made[0].Entry, Entry(made[0]), SessionTimes.Default, CancellationToken.None);
        foreach (var entry in made.Skip(1)) await started.Journal!.AddAsync(entry.Entry, Entry(entry), CancellationToken.None);
        return new Filled(started.Journal!, words, made);
    }

    private static Entry Entry(Acknowledged entry) => new(
        new EntryHead(TimeProvider.System.GetUtcNow(), null, "blank", 1, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, int>()),
        [new Answer("here", "text", "Write whatever is here", [], entry.Text, null)]);
}
