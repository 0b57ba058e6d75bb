using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>Brings a database up to this program's schema. Entity Framework's own lock lets one server at a time do it.</summary>
internal static class PostgresSchema
{
    public static async Task MigrateAsync(PostgresContext context, CancellationToken cancel)
    {
        // Before the migrations are read: another server may commit the first of them, with its tables, in between.
        var hasTables = await HasTablesAsync(context, cancel);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Except(context.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            throw new JournalSetupException(
                "The database was made by a newer version of this program: run that version, or restore a dump made by this one.");
        }

        if (applied.Count == 0 && hasTables)
            throw new JournalSetupException("The database holds the tables of another program: name one of its own in ConnectionStrings:Journal.");
        await context.Database.MigrateAsync(cancel);
    }

    private static async Task<bool> HasTablesAsync(PostgresContext context, CancellationToken cancel) =>
        await context.Database.SqlQuery<int>(
            $"""
            SELECT COUNT(*)::int AS "Value" FROM information_schema.tables
            WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '__EFMigrationsHistory'
            """).SingleAsync(cancel) > 0;
}
