using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace AvoidantGuide.Journal;

/// <summary>The store in one file, for the one server that holds <c>journal.lock</c>.</summary>
internal sealed class SqliteEngine : IEngine
{
    private readonly DataFolder _folder;
    // Made with the first context: Entity Framework takes a tenth of a second to begin, and the guide answers before the store opens.
    private readonly Lazy<PooledDbContextFactory<JournalContext>> _contexts;
    private readonly WriteGate _gate;
    private FileStream? _lock;

    /// <exception cref="JournalSetupException">The connection string names no file.</exception>
    public SqliteEngine(string connectionString, TimeProvider time, ILoggerFactory? logging)
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

    public async Task<T> ReadAsync<T>(Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
        return await work(context, cancel);
    }

    /// <summary>Perhaps in a commit that is shared with others.</summary>
    public async Task<T> WriteAsync<T>(Guid? journal, Func<JournalContext, CancellationToken, Task<T>> work, WriteKind kind, CancellationToken cancel)
    {
        T result = default!;
        await _gate.WriteAsync(new Write(async context => result = await work(context, cancel), kind, cancel));
        return result;
    }

    // The lock file says that there is no other.
    public Task AloneAsync(Func<Task> work, CancellationToken cancel) => work();

    public Task<bool> IsServedAsync(CancellationToken cancel) => Task.FromResult(false);

    public StoreFault? FaultOf(Exception error) => StoreFaults.IsStorage(error) ? StoreFaults.Of(error) : null;

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_folder.Live)) SqliteConnection.ClearPool(connection);
        _lock?.Dispose();
        _lock = null;
    }
}
