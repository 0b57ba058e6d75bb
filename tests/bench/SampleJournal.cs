using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Bench;

/// <summary>Journals as people may keep them: every practice of the guide, most questions answered, a few a day over years. The same each time.</summary>
internal static class SampleJournal
{
    private const int Seed = 20261122;
    private static readonly DateTimeOffset _last = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] _lines = ["It came when the phone rang.", "I wanted to be somewhere else, and said nothing of it until the evening.", "Quiet.", "We had a good day, and then I did not write back for two."];

    /// <returns>The ten words of one journal for each size.</returns>
    public static async Task<IReadOnlyList<string>> MakeAsync(string file, string content, IReadOnlyList<int> sizes)
    {
        using var database = new JournalDatabase($"Data Source={file}", TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        return await MakeAsync(database, content, sizes);
    }

    /// <returns>The ten words of one journal for each size.</returns>
    public static async Task<IReadOnlyList<string>> MakeAsync(JournalDatabase database, string content, IReadOnlyList<int> sizes)
    {
        var library = GuideLibrary.Open(content, TimeProvider.System, _ => { });
        var store = new JournalStore(database, TimeProvider.System);
        var codes = new List<string>();
        foreach (var size in sizes)
        {
            var code = JournalCode.Generate();
            codes.Add(string.Join(' ', code.Words));
            var random = new Random(Seed);
            using var journal = (await store.StartAsync(code, Guid.NewGuid(), Guid.NewGuid(), Entry(library.Current, random, 0), SessionTimes.Default, CancellationToken.None)).Journal!;
            for (var number = 1; number < size; number++) await journal.AddAsync(Guid.NewGuid(), Entry(library.Current, random, number), CancellationToken.None);
        }

        return codes;
    }

    private static Entry Entry(Guide guide, Random random, int number)
    {
        var practices = guide.Practices.Where(practice => practice.Id != "blank").ToList();
        var practice = practices[random.Next(practices.Count)];
        var answers = practice.Prompts.Where(prompt => prompt.Kind != PromptKind.Pause && random.Next(4) > 0).Select(prompt => Answer(prompt, random)).ToList();
        var written = _last.AddHours(-5 * number);
        var head = new EntryHead(
            written,
            random.Next(3) == 0 ? written.AddMinutes(-90).DateTime : null,
            practice.Id,
            practice.Version,
            answers.Where(answer => answer.Chosen.Count > 0).ToDictionary(answer => answer.Prompt, IReadOnlyList<string> (answer) => [.. answer.Chosen.Select(chosen => chosen.Id)]),
            answers.Where(answer => answer.Rating is not null).ToDictionary(answer => answer.Prompt, answer => answer.Rating!.Value))
        {
            Looks = practice.Prompts.Any(prompt => prompt.LooksAgain) && random.Next(2) == 0 ? [new Look(written.AddDays(1), 1, random.Next(11), Closed: false)] : null,
        };
        return new Entry(head, answers);
    }

    private static Answer Answer(Prompt prompt, Random random)
    {
        Chosen[] chosen = prompt.Choices.Count == 0 || prompt.Kind is PromptKind.Person ? []
            : [.. Enumerable.Range(0, prompt.Kind == PromptKind.AnyOf ? 1 + random.Next(3) : 1).Select(_ => prompt.Choices[random.Next(prompt.Choices.Count)]).Distinct().Select(choice => new Chosen(choice.Id, choice.Label))];
        var words = prompt.Kind is PromptKind.Text or PromptKind.Sealed or PromptKind.Complete ? _lines[random.Next(_lines.Length)] : "";
        return new Answer(prompt.Id, prompt.Kind.ToString(), prompt.Title, chosen, words, prompt.Kind == PromptKind.Scale ? random.Next(11) : null);
    }
}
