using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AvoidantGuide.Journal;

internal class JournalContext(DbContextOptions options) : DbContext(options)
{
    private NewEntry? _newEntry;

    public DbSet<JournalRow> Journals => Set<JournalRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<SpentRow> Spent => Set<SpentRow>();

    public DbSet<SweepRow> Sweeps => Set<SweepRow>();

    /// <summary>Ends with this use of the context: the next one may have another connection.</summary>
    public NewEntry NewEntry => _newEntry ??= new NewEntry(this);

    /// <summary>Until this write is over no other one of the journal goes on. Where the gate lets one write through at a time there is nothing to do.</summary>
    /// <param name="journal">Null where a write is of no one journal: nobody is held up then.</param>
    public virtual Task HoldAsync(Guid? journal, CancellationToken cancel) => Task.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        _newEntry?.Dispose();
        _newEntry = null;
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<JournalRow>(journal =>
        {
            journal.HasIndex(row => row.Locator).IsUnique();
            journal.HasIndex(row => row.LastUsedMonth);
        });
        modelBuilder.Entity<EntryRow>(entry =>
        {
            entry.HasKey(row => new { row.JournalId, row.Id });
            entry.HasOne<JournalRow>().WithMany().HasForeignKey(row => row.JournalId);
        });
        modelBuilder.Entity<SessionRow>(session =>
        {
            session.HasOne<JournalRow>().WithMany().HasForeignKey(row => row.JournalId);
            session.HasIndex(row => row.ExpiresAt);
        });
        modelBuilder.Entity<SpentRow>(spent => spent.Property(row => row.Id).ValueGeneratedNever());
        modelBuilder.Entity<SweepRow>(sweep => sweep.Property(row => row.Id).ValueGeneratedNever());
    }
}

/// <summary>For <c>dotnet ef migrations add</c>: it needs the model, never a database.</summary>
internal sealed class DesignTimeJournalContext : IDesignTimeDbContextFactory<JournalContext>
{
    public JournalContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<JournalContext>().UseSqlite("Data Source=:memory:").Options);
}
