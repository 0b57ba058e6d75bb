using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AvoidantGuide.Journal;

/// <summary>The same store on PostgreSQL, with migrations of its own.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : JournalContext(options)
{
    public DbSet<RingRow> Ring => Set<RingRow>();

    /// <summary>
    /// The row of the journal is the lock: it is where the journal is, on whatever machine that may be. The message is for nobody: with it in the log
    /// the commit waits for the standby also where there was nothing left to write, because a try before, whose wait was cut short, has written it.
    /// </summary>
    public override Task HoldAsync(Guid? journal, CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"""SELECT pg_logical_emit_message(true, 'AvoidantGuide', ''), (SELECT 1 FROM "Journals" WHERE "Id" = {journal} FOR UPDATE)""", cancel);
}

/// <summary>For <c>dotnet ef migrations add</c>: it needs the model, never a database.</summary>
internal sealed class DesignTimePostgresContext : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").Options);
}
