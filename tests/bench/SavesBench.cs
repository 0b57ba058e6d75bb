using System.Diagnostics;
using System.Globalization;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Bench;

/// <summary>Entries kept, at the journal's own door and over HTTP, beside single durable commits of SQLite; and journals unlocked.</summary>
internal static class SavesBench
{
    private const int Most = 64;
    private const int AtDoor = 640;
    private const int OverHttp = 320;
    private const int Unlocks = 20;

    /// <summary>Rounds until what runs is what a server runs that has been up for a while: compiled for speed.</summary>
    private const int Warm = 8;

    /// <summary>Most entries are as short: one step of head, one of body.</summary>
    public static readonly Entry Short = new(
        new EntryHead(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), null, "blank", 1, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, int>()),
        [new Answer("here", "text", "Write whatever is here", [], "We had a good day, and then I did not write back for two.", null)]);

    public static async Task<IEnumerable<Row>> RunAsync(string site, string content, string folder, int rounds)
    {
        string Place(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var (alone, ours, served) = (Place("alone"), Place("ours"), Place("served"));
        var codes = new List<string>();
        using (var made = await OpenAsync(alone)) await StartAsync(made, 1, []);
        using (var made = await OpenAsync(served)) await StartAsync(made, Most, codes);
        using var raw = RawCommits.Open(Path.Combine(alone, "journal.db"));
        using var door = await OpenAsync(ours);
        var doors = (await StartAsync(door, Most, [])).ConvertAll<Func<Task>>(journal => () => journal.AddAsync(Guid.NewGuid(), Short, CancellationToken.None));
        await using var server = await Server.StartAsync(site, content, served);
        var posts = new List<Func<Task>>();
        foreach (var code in codes) posts.Add((await Poster.OpenAsync(server.Address, code)).SaveAsync);

        Writers[] cells =
        [
            new("SQLite alone, one commit each", [raw.SaveAsync]),
            new("the journal's door", doors[..1]), new("the journal's door", doors[..16]), new("the journal's door", doors),
            new("over HTTP", posts[..1]), new("over HTTP", posts[..16]), new("over HTTP", posts),
        ];
        var unlocks = new List<double>();
        for (var round = -Warm; round < rounds; round++)
        {
            foreach (var cell in cells) await cell.RunAsync(cell.Name == "over HTTP" ? OverHttp : AtDoor, counts: round >= 0);
            var times = await UnlockAsync(server.Address, codes);
            if (round >= 0) unlocks.AddRange(times);
        }

        Print(cells, rounds);
        var unlocked = new Spread(unlocks);
        Say($"\nMilliseconds from the post with the ten words to the end of its answer, one after the other: median {unlocked.Median:0.0}, 99 of 100 within {unlocked.Percentile(99):0.0}, slowest {unlocked.Worst:0.0}, of {unlocks.Count}.");
        return
        [
            new("saves with 16 writers at the journal's door / single durable commits", new Spread(cells[2].Rates.Zip(cells[0].Rates, (rate, raw) => rate / raw)).ToText("0.00"), "at least 1"),
            new("opening a journal, ms at the client", unlocked.ToText(), "below 5"),
        ];
    }

    private static async Task<JournalDatabase> OpenAsync(string place)
    {
        var database = new JournalDatabase($"Data Source={Path.Combine(place, "journal.db")}", TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        return database;
    }

    private static async Task<List<OpenJournal>> StartAsync(JournalDatabase database, int count, List<string> codes)
    {
        var store = new JournalStore(database, TimeProvider.System);
        var journals = new List<OpenJournal>();
        for (var i = 0; i < count; i++)
        {
            var code = JournalCode.Generate();
            codes.Add(string.Join(' ', code.Words));
            journals.Add((await store.StartAsync(code, Guid.NewGuid(), Guid.NewGuid(), Short, SessionTimes.Default, CancellationToken.None)).Journal!);
        }

        return journals;
    }

    private static async Task<List<double>> UnlockAsync(Uri address, IEnumerable<string> codes)
    {
        var times = new List<double>();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        foreach (var code in codes.Take(Unlocks))
        {
            using var form = new FormUrlEncodedContent([new("code", code)]);
            var begun = Stopwatch.GetTimestamp();
            using var opened = await client.PostAsync("/journal", form);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (!opened.Headers.Contains("Set-Cookie")) throw new InvalidOperationException($"The journal was not opened: {opened.StatusCode}.");
        }

        return times;
    }

    private static void Print(Writers[] cells, int rounds)
    {
        Say($"Saves, each acknowledged once durable: medians of {rounds} rounds (lowest to highest) after {Warm} that do not count, and milliseconds of single saves in all rounds.\n");
        Say($"| saved | writers | saves a second | of SQLite's rate, round by round | median ms | 99 of 100 ms | slowest ms |\n|---|---|---|---|---|---|---|");
        foreach (var cell in cells)
        {
            var (rates, ratios, times) = (new Spread(cell.Rates), new Spread(cell.Rates.Zip(cells[0].Rates, (rate, raw) => rate / raw)), new Spread(cell.Times));
            Say($"| {cell.Name} | {cell.Saves.Count} | {rates.ToText("0")} | {ratios.ToText("0.00")} | {times.Median:0.0} | {times.Percentile(99):0.0} | {times.Worst:0.0} |");
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
