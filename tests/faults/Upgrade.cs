using AvoidantGuide.Bench;
using AvoidantGuide.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AvoidantGuide.Faults;

/// <summary>A store of every schema there has been is brought up to date, killed at each step of it, and taken back.</summary>
internal static class Upgrade
{
    private const int Entries = 10;

    public static readonly Promise Promise = new(
        "upgrade", "an upgrade can be undone", 1, 10, KeepAsync,
        new Removal("the lock of a killed migration is cleared", "one", new Edit("AvoidantGuide.Journal/Storage/Schema.cs", "        ClearOrphanedLock(connection);", "")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var (wrong, steps, slowest) = (new List<string>(), 0, TimeSpan.Zero);
        var present = Trial.Store(trial.Place("present"));
        var filled = await FillAsync(present);
        using var known = Context(present);
        List<string> schemas = [.. known.Database.GetMigrations()];
        for (var round = 0; round < trial.Count && wrong.Count == 0; round++)
        {
            foreach (var schema in schemas.TakeWhile(_ => wrong.Count == 0))
            {
                var release = Path.Combine(trial.Place(Trial.Text($"{round}-{schema}")), "release.db");
                await Release.MakeAsync(release, schema, present);
                await UpAndBackAsync(release, schema);
                await KilledAsync(release, schema);
            }
        }

        return new Outcome(
            Trial.Text($"{schemas.Count:N0} schemas up and back, killed at {steps:N0} steps, with the lock left behind"),
            wrong.Count == 0 ? Trial.Text($"no entry lost, slowest start {slowest.TotalSeconds:0.0} s") : string.Join(", ", wrong.Distinct()),
            wrong.Count == 0)
        { InTime = slowest < Trial.Soon };

        // By the published program: a backup, the next version, and the backup in its place again.
        async Task UpAndBackAsync(string release, string schema)
        {
            var place = Path.Combine(Path.GetDirectoryName(release)!, "running");
            Directory.CreateDirectory(place);
            File.Copy(release, Trial.Store(place));
            var backup = await trial.CommandAsync(place, "backup", release + ".backup");
            await Release.LeaveLockAsync(Trial.Store(place));
            if (await StartedAsync(place) is { } trouble) wrong.Add($"{schema}: {trouble}");
            else if (Kept.Lost(Trial.Store(place), filled.Entries) > 0) wrong.Add($"{schema}: entries lost on the way up");
            if (wrong.Count > 0) return;

            var restore = await trial.CommandAsync(place, "restore", release + ".backup");
            if (!backup.Done || !restore.Done || Release.SchemaOf(Trial.Store(place)) != schema || Kept.Lost(Trial.Store(place), filled.Entries) > 0) wrong.Add($"{schema}: not back from the backup");
            using var context = Context(present + ".back");
            File.Copy(present, present + ".back", overwrite: true);
            await context.GetService<IMigrator>().MigrateAsync(schema);
            if (Kept.Lost(present + ".back", filled.Entries) > 0) wrong.Add($"{schema}: entries lost on the way back");
        }

        async Task<string?> StartedAsync(string place)
        {
            try
            {
                await using var server = await trial.StartAsync(place);
                if (server.Start > slowest) slowest = server.Start;
                await Poster.OpenAsync(server.Address, filled.Code);
                return null;
            }
            catch (TimeoutException late)
            {
                return late.Message;
            }
        }

        async Task KilledAsync(string release, string schema)
        {
            foreach (var left in await Release.KilledAtEachStepAsync(release))
            {
                if (wrong.Count > 0) return;
                steps++;
                using var database = new JournalDatabase($"Data Source={left}", TimeProvider.System);
                try
                {
                    await database.OpenAsync(CancellationToken.None).WaitAsync(Trial.Soon);
                    if (Kept.Lost(left, filled.Entries, live: true) > 0) wrong.Add($"{schema}: entries lost at a step");
                }
                catch (TimeoutException)
                {
                    wrong.Add($"{schema}: not ready within {Trial.Soon.TotalSeconds:0} s after a kill");
                }
            }
        }
    }

    public static JournalContext Context(string file, params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) =>
        new(new DbContextOptionsBuilder<JournalContext>().UseSqlite($"Data Source={file};Pooling=False").AddInterceptors([new SqlitePragmas(), .. interceptors]).Options);

    private static async Task<Filled> FillAsync(string file)
    {
        using var database = new JournalDatabase($"Data Source={file}", TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        return await Filled.MakeAsync(database, Entries);
    }
}
