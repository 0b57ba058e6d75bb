using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>What all servers of one store must know besides it, each piece encrypted by whoever adds it. On PostgreSQL only: one server keeps it in its own folder.</summary>
public sealed class SharedRing(JournalDatabase database)
{
    /// <exception cref="JournalStoreException" />
    public Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<string>>(async (context, token) => await context.Set<RingRow>().Select(row => row.Sealed).ToListAsync(token), cancel);

    /// <exception cref="JournalStoreException" />
    public Task AddAsync(string piece, CancellationToken cancel)
    {
        var row = new RingRow { Id = Guid.NewGuid(), Sealed = piece };
        return database.WriteAsync(
            journal: null,
            async (context, token) =>
            {
                if (await context.Set<RingRow>().AnyAsync(kept => kept.Id == row.Id, token)) return 0;
                context.Add(row);
                return await context.SaveChangesAsync(token);
            },
            cancel);
    }

    /// <summary>Runs while no other server runs the same.</summary>
    /// <exception cref="JournalStoreException" />
    public Task AloneAsync(Action work, CancellationToken cancel) => database.AloneAsync(() => Task.Run(work, cancel), cancel);
}
