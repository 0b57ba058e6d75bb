using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AvoidantGuide.Journal;

/// <summary>Which database a store is kept in.</summary>
public enum JournalProvider
{
    /// <summary>One file, for one server.</summary>
    Sqlite,

    /// <summary>PostgreSQL 14 or later, for any number of servers.</summary>
    Postgres,
}

/// <summary>The store's database: opened once by each server that runs on it, and the only way in for reads and writes.</summary>
public sealed class JournalDatabase : IDisposable
{
    public const string ExampleOfPostgres = PostgresServer.Example;

    private readonly IEngine _engine;
    private volatile bool _open;

    /// <param name="connectionString">
    /// SQLite: <c>Data Source=FILE</c>; a relative path is taken from the working folder. PostgreSQL: as Npgsql takes it; of several hosts the primary is used.
    /// </param>
    /// <exception cref="JournalSetupException">The connection string names no file, or no database.</exception>
    public JournalDatabase(string connectionString, TimeProvider time, ILoggerFactory? logging = null, JournalProvider provider = JournalProvider.Sqlite) =>
        _engine = provider == JournalProvider.Postgres ? new PostgresEngine(connectionString, logging) : new SqliteEngine(connectionString, time, logging);

    /// <summary>
    /// Makes what there is not yet, and brings the schema up to date. With SQLite takes <c>journal.lock</c> for as long as
    /// this object lives. To be called before anything else, again when it failed in passing.
    /// </summary>
    /// <exception cref="JournalSetupException">With one line for the operator.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        await _engine.OpenAsync(cancel);
        _open = true;
    }

    /// <summary>For <c>/readyz</c>: whether the store could take a write now. False for as long as it could not.</summary>
    public async Task<bool> CanStoreAsync(CancellationToken cancel)
    {
        if (!_open) return false;
        try
        {
            return await WriteAsync(journal: null, async (context, token) => await context.Sweeps.CountAsync(token) >= 0, cancel, WriteKind.Once);
        }
        catch (JournalStoreException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _open = false;
        _engine.Dispose();
    }

    internal Task<T> ReadAsync<T>(Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel) => ToldAsync(() => _engine.ReadAsync(work, cancel));

    /// <summary>One durable commit, perhaps shared with others, or nothing.</summary>
    /// <param name="journal">The journal it is about; null: about none, or one that is just made.</param>
    internal Task<T> WriteAsync<T>(Guid? journal, Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel, WriteKind kind = WriteKind.Plain) =>
        ToldAsync(() => _engine.WriteAsync(journal, work, kind, cancel));

    /// <summary>A write after which what was there before must be gone from the write-ahead log as well.</summary>
    internal Task<T> EraseAsync<T>(Guid? journal, Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel, WriteKind kind = WriteKind.Plain) =>
        WriteAsync(journal, work, cancel, kind | WriteKind.Erases);

    internal Task AloneAsync(Func<Task> work, CancellationToken cancel) => ToldAsync(async () =>
    {
        await _engine.AloneAsync(work, cancel);
        return true;
    });

    internal Task<bool> IsServedAsync(CancellationToken cancel) => ToldAsync(() => _engine.IsServedAsync(cancel));

    private async Task<T> ToldAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (_engine.FaultOf(error) is { } fault)
        {
            throw new JournalStoreException(fault, error);
        }
    }
}
