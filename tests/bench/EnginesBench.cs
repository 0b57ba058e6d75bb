using System.Globalization;
using AvoidantGuide.Journal;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Bench;

/// <summary>The journal on SQLite beside PostgreSQL: keeping entries, a home page on one server and on two, and what a store of a million entries costs one person.</summary>
internal static class EnginesBench
{
    private const int Entries = 50;
    private const int OtherJournals = 20_000;
    private const int Writing = 16;
    private const int Saves = 640;
    private const int Reads = 400;
    private const int Warm = 4;
    private const string Home = "/journal";

    /// <summary>By this month the others are told from the journal that is looked at.</summary>
    private const int Filled = 202610;

    public static async Task<IEnumerable<Row>> RunAsync(string site, string content, string folder, int rounds)
    {
        await using var postgres = await Postgres.StartAsync();
        List<Row> rows = [];
        Engine[] saving = [File(folder, "saving"), new(JournalProvider.Postgres, await postgres.MakeAsync("saving"))];
        Engine[] small = [File(folder, "small"), new(JournalProvider.Postgres, await postgres.MakeAsync("small"))];
        Engine[] large = [File(folder, "large"), new(JournalProvider.Postgres, await postgres.MakeAsync("large"))];
        rows.AddRange(await SavesAsync(saving, rounds));
        rows.AddRange(await AmongManyAsync(site, content, folder, small, large, rounds * 20));
        rows.AddRange(await OnTwoAsync(site, content, folder, small[1], rounds));
        return rows;
    }

    // Each in a folder of its own: one server runs on a folder.
    private static Engine File(string folder, string name) =>
        new(JournalProvider.Sqlite, $"Data Source={Path.Combine(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, "journal.db")}");

    private static async Task<IEnumerable<Row>> SavesAsync(Engine[] engines, int rounds)
    {
        var cells = new List<Writers>();
        var open = new List<JournalDatabase>();
        foreach (var engine in engines)
        {
            var database = await engine.OpenAsync();
            open.Add(database);
            var store = new JournalStore(database, TimeProvider.System);
            var journals = new List<OpenJournal>();
            for (var i = 0; i < Writing; i++)
                journals.Add((await store.StartAsync(JournalCode.Generate(), Guid.NewGuid(), Guid.NewGuid(), SavesBench.Short, SessionTimes.Default, CancellationToken.None)).Journal!);
            foreach (var many in (int[])[1, Writing])
                cells.Add(new Writers($"{engine.Provider}, {many} writing", [.. journals[..many].Select<OpenJournal, Func<Task>>(journal => () => journal.AddAsync(Guid.NewGuid(), SavesBench.Short, CancellationToken.None))]));
        }

        for (var round = -Warm; round < rounds; round++)
            foreach (var cell in cells) await cell.RunAsync(Saves, counts: round >= 0);
        foreach (var database in open) database.Dispose();
        return cells.Select(cell => new Row($"entries kept in a second at the journal's door: {cell.Name}", new Spread(cell.Rates).ToText("0"), ""));
    }

    /// <summary>The same journal alone in its store, and among twenty thousand others.</summary>
    private static async Task<IEnumerable<Row>> AmongManyAsync(string site, string content, string folder, Engine[] small, Engine[] large, int rounds)
    {
        var rows = new List<Row>();
        foreach (var (alone, among) in small.Zip(large))
        {
            var codes = new[] { (await alone.KeepAsync(content, Entries))[0], (await among.KeepAsync(content, Entries))[0] };
            await alone.FillAsync(0, 0);
            await among.FillAsync(OtherJournals, Entries);
            await using var one = await alone.ServeAsync(site, content, folder);
            await using var other = await among.ServeAsync(site, content, folder);
            Keeper[] keepers = [await Keeper.OpenAsync(one.Address, 1, codes[0]), await Keeper.OpenAsync(other.Address, OtherJournals, codes[1])];
            await Rounds.RunAsync(keepers, [Home], rounds);
            var times = await Rounds.RunAsync(keepers, [Home], rounds);
            var (few, many) = (new Spread(times[(Home, 1)]), new Spread(times[(Home, OtherJournals)]));
            rows.Add(new($"`{Home}` of {Entries} entries on {alone.Provider}, ms", few.ToText(), ""));
            rows.Add(new($"the same among {OtherJournals * Entries:N0} others / alone", (many.Median / few.Median).ToString("0.00", CultureInfo.InvariantCulture), "0.90 to 1.10"));
        }

        return rows;
    }

    /// <summary>Sixteen people, all on one server, and half of them on a second one.</summary>
    private static async Task<IEnumerable<Row>> OnTwoAsync(string site, string content, string folder, Engine engine, int rounds)
    {
        var codes = await engine.KeepAsync(content, [.. Enumerable.Repeat(Entries, Writing)]);
        await using var a = await engine.ServeAsync(site, content, folder);
        await using var b = await engine.ServeAsync(site, content, folder);
        var (one, two) = (new List<Poster>(), new List<Poster>());
        foreach (var code in codes)
        {
            one.Add(await Poster.OpenAsync(a.Address, code));
            two.Add(two.Count % 2 == 0 ? one[^1] : await Poster.OpenAsync(b.Address, code));
        }

        return
        [
            await GrownAsync($"`{Home}`", Reads, person => person.ReadAsync(Home)),
            await GrownAsync("entries kept over HTTP", Saves, person => person.SaveAsync()),
        ];

        async Task<Row> GrownAsync(string what, int count, Func<Poster, Task> work)
        {
            var (alone, both) = (new Writers("one", Of(one)), new Writers("two", Of(two)));
            for (var round = -Warm; round < rounds; round++)
                foreach (var cell in (Writers[])[alone, both]) await cell.RunAsync(count, counts: round >= 0);
            return new($"{what} in a second, {Writing} people on two servers / on one ({new Spread(alone.Rates).Median:0} a second)", new Spread(both.Rates.Zip(alone.Rates, (more, fewer) => more / fewer)).ToText("0.00"), "");

            IReadOnlyList<Func<Task>> Of(List<Poster> people) => [.. people.Select<Poster, Func<Task>>(person => () => work(person))];
        }
    }

    private sealed record Engine(JournalProvider Provider, string Connection)
    {
        public async Task<JournalDatabase> OpenAsync()
        {
            var database = new JournalDatabase(Connection, TimeProvider.System, provider: Provider);
            await database.OpenAsync(CancellationToken.None);
            return database;
        }

        /// <returns>The ten words of a journal for each, with so many entries.</returns>
        public async Task<IReadOnlyList<string>> KeepAsync(string content, params IReadOnlyList<int> entries)
        {
            using var database = await OpenAsync();
            return await SampleJournal.MakeAsync(database, content, entries);
        }

        /// <summary>Rows of the size that those of people have. What is in them nobody could read either.</summary>
        public async Task FillAsync(int journals, int entries)
        {
            using var database = await OpenAsync();
            foreach (var statement in Provider == JournalProvider.Sqlite ? OfSqlite(journals, entries) : OfPostgres(journals, entries))
                await database.WriteAsync(journal: null, (context, token) => context.Database.ExecuteSqlRawAsync(statement, token), CancellationToken.None, WriteKind.Alone);
        }

        public Task<Server> ServeAsync(string site, string content, string folder) => Server.StartAsync(site, content, folder, how: new Launch(Environment: new Dictionary<string, string>
        {
            ["Journal__Provider"] = Provider == JournalProvider.Sqlite ? "sqlite" : "postgres",
            ["ConnectionStrings__Journal"] = Connection,
            ["Journal__SharedKey"] = Convert.ToBase64String(new byte[32]),
            ["Journal__DataFolder"] = folder,
            ["Journal__BackupDays"] = "0",
            ["Journal__SavesPerHour"] = "1000000000",
        }));

        private static string[] OfSqlite(int journals, int entries)
        {
            const string id = "hex(randomblob(4))||'-'||hex(randomblob(2))||'-'||hex(randomblob(2))||'-'||hex(randomblob(2))||'-'||hex(randomblob(6))";
            return
            [
                $"WITH RECURSIVE n(i) AS (SELECT 1 WHERE {journals} > 0 UNION ALL SELECT i + 1 FROM n WHERE i < {journals}) INSERT INTO Journals (Id, Locator, WrappedKey, LastUsedMonth, PreferencesRevision) SELECT {id}, randomblob(32), randomblob(61), {Filled}, 0 FROM n",
                $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {entries}) INSERT INTO Entries (JournalId, Id, Revision, Head, Body) SELECT Journals.Id, {id}, 1, randomblob(541), randomblob(1053) FROM Journals, n WHERE LastUsedMonth = {Filled}",
                "ANALYZE",
            ];
        }

        private static string[] OfPostgres(int journals, int entries) =>
        [
            "CREATE EXTENSION IF NOT EXISTS pgcrypto",
            $"""INSERT INTO "Journals" ("Id", "Locator", "WrappedKey", "LastUsedMonth", "PreferencesRevision") SELECT gen_random_uuid(), gen_random_bytes(32), gen_random_bytes(61), {Filled}, 0 FROM generate_series(1, {journals})""",
            $"""INSERT INTO "Entries" ("JournalId", "Id", "Revision", "Head", "Body") SELECT "Journals"."Id", gen_random_uuid(), 1, gen_random_bytes(541), gen_random_bytes(1024) || gen_random_bytes(29) FROM "Journals", generate_series(1, {entries}) WHERE "LastUsedMonth" = {Filled}""",
            "ANALYZE",
        ];
    }
}
