using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace AvoidantGuide.Journal;

/// <summary>The store's file: opened once by the server that runs on it, and the only way in for reads and writes.</summary>
public sealed class JournalDatabase : IDisposable
{
    private readonly DataFolder _folder;
    // Made with the first context: Entity Framework takes a tenth of a second to begin, and the guide answers before the store opens.
    private readonly Lazy<PooledDbContextFactory<JournalContext>> _contexts;
    private readonly WriteGate _gate;
    private FileStream? _lock;

    /// <param name="connectionString"><c>Data Source=FILE</c>; a relative path is taken from the working folder.</param>
    /// <exception cref="JournalSetupException">The connection string names no file.</exception>
    public JournalDatabase(string connectionString, TimeProvider time, ILoggerFactory? logging = null)
    {
        _folder = new DataFolder(connectionString);
        _contexts = new Lazy<PooledDbContextFactory<JournalContext>>(() => new PooledDbContextFactory<JournalContext>(
            new DbContextOptionsBuilder<JournalContext>()
                .UseSqlite(_folder.Live)
                .AddInterceptors(new SqlitePragmas())
                .UseLoggerFactory(logging)
                .Options));
        _gate = new WriteGate(new SharedCommit(_contexts, new Checkpoint(time)).RunAsync);
    }

    /// <summary>
    /// Makes the data folder and the file where there are none, takes <c>journal.lock</c> for as long as this object
    /// lives, and brings the schema up to date. To be called once, before anything else.
    /// </summary>
    /// <exception cref="JournalSetupException">With one line for the operator.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        try
        {
            _folder.Prepare();
            _lock ??= _folder.TryLock() ?? throw new JournalSetupException(
                $"Another server is running on {_folder.Folder} (it holds {_folder.LockFile}): stop it first.");
            await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
            await Schema.MigrateAsync(context, cancel);
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            Dispose();
            throw new JournalSetupException(StoreFaults.Explain(error, _folder.Database), error);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>For <c>/readyz</c>: whether the store could take a write now. False for as long as it could not.</summary>
    public async Task<bool> CanStoreAsync(CancellationToken cancel)
    {
        if (_lock is null) return false;
        try
        {
            return await WriteAsync((context, token) => context.Journals.Select(row => row.Id).Take(1).ToListAsync(token), cancel) is not null;
        }
        catch (JournalStoreException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_folder.Live)) SqliteConnection.ClearPool(connection);
        _lock?.Dispose();
        _lock = null;
    }

    internal Task<T> ReadAsync<T>(Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel) => ToldAsync(async () =>
    {
        await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
        return await work(context, cancel);
    });

    /// <summary>One durable commit, perhaps shared with others, or nothing.</summary>
    internal Task<T> WriteAsync<T>(Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel, WriteKind kind = WriteKind.Plain) => ToldAsync(async () =>
    {
        T result = default!;
        await _gate.WriteAsync(new Write(async context => result = await work(context, cancel), kind, cancel));
        return result;
    });

    /// <summary>A write after which what was there before must be gone from the write-ahead log as well.</summary>
    internal Task<T> EraseAsync<T>(Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel, WriteKind kind = WriteKind.Plain) =>
        WriteAsync(work, cancel, kind | WriteKind.Erases);

    private static async Task<T> ToldAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (StoreFaults.IsStorage(error))
        {
            throw new JournalStoreException(StoreFaults.Of(error), error);
        }
    }
}
