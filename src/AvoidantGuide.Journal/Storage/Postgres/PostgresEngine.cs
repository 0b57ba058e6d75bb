using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AvoidantGuide.Journal;

/// <summary>The store on PostgreSQL, shared by any number of servers. Writes of one journal follow one another; those of others run beside them.</summary>
internal sealed class PostgresEngine : IEngine
{
    /// <summary>Of this program, in a database that may have other uses for such locks.</summary>
    private const long AloneLock = 0x6E6F746573;

    private readonly PostgresServer _server;
    private readonly Lazy<PooledDbContextFactory<PostgresContext>> _contexts;

    /// <exception cref="JournalSetupException">The connection string names no database.</exception>
    public PostgresEngine(string connectionString, ILoggerFactory? logging)
    {
        _server = new PostgresServer(connectionString);
        _contexts = new Lazy<PooledDbContextFactory<PostgresContext>>(() => new PooledDbContextFactory<PostgresContext>(
            new DbContextOptionsBuilder<PostgresContext>()
                .UseNpgsql(_server.Primary)
                .UseLoggerFactory(logging)
                // Most of these are tried again and nobody notices; what stays wrong is told by whoever asked.
                .ConfigureWarnings(told => told.Log(
                    (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug),
                    (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug)))
                .Options));
    }

    public async Task OpenAsync(CancellationToken cancel)
    {
        try
        {
            // Two servers that start at once meet at the first table; the one that comes second finds it made.
            await Retrying.RunAsync(
                async () =>
                {
                    await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
                    await PostgresSchema.MigrateAsync(context, cancel);
                    return true;
                },
                once: true,
                cancel);
        }
        catch (Exception error) when (PostgresFaults.Of(error) is not null)
        {
            throw new JournalSetupException(PostgresFaults.Explain(error, _server.Name), error) { MayPass = PostgresFaults.MayPass(error) };
        }
    }

    public Task<T> ReadAsync<T>(Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel) => Retrying.RunAsync(
        async () =>
        {
            await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
            return await work(context, cancel);
        },
        once: false,
        cancel);

    public Task<T> WriteAsync<T>(Guid? journal, Func<JournalContext, CancellationToken, Task<T>> work, WriteKind kind, CancellationToken cancel) => Retrying.RunAsync(
        async () =>
        {
            await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
            context.Database.AutoSavepointsEnabled = false;
            if (kind.HasFlag(WriteKind.Alone)) context.Database.SetCommandTimeout(TimeSpan.Zero);
            await using var transaction = await context.Database.BeginTransactionAsync(cancel);
            await context.HoldAsync(journal, cancel);
            var result = await work(context, cancel);
            await CommitAsync(transaction, (NpgsqlConnection)context.Database.GetDbConnection());
            return result;
        },
        once: kind.HasFlag(WriteKind.Once),
        cancel);

    /// <summary>
    /// A commit whose wait for the standby was cut short (by a time limit, ours or the server's) says that it was made, and warns: it would be lost with the
    /// primary. So it counts as failed. Who tries again finds what it kept, in a write of their own, whose commit waits for the standby as well (<see cref="PostgresContext.HoldAsync" />).
    /// </summary>
    private static async Task CommitAsync(IDbContextTransaction transaction, NpgsqlConnection connection)
    {
        var warned = false;
        void Hear(object sender, NpgsqlNoticeEventArgs told) => warned |= told.Notice.SqlState == PostgresErrorCodes.Warning;
        connection.Notice += Hear;
        try
        {
            // Whoever gives up now would not know what became of it.
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            connection.Notice -= Hear;
        }

        if (warned) throw new TimeoutException("The commit did not reach the standby in time.");
    }

    public async Task AloneAsync(Func<Task> work, CancellationToken cancel)
    {
        await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AloneLock})", cancel);
        await work();
    }

    public async Task<bool> IsServedAsync(CancellationToken cancel)
    {
        await using var context = await _contexts.Value.CreateDbContextAsync(cancel);
        return await context.Database.SqlQuery<int>(
            $"""SELECT COUNT(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND application_name = {PostgresServer.ApplicationName}""").SingleAsync(cancel) > 0;
    }

    public StoreFault? FaultOf(Exception error) => PostgresFaults.Of(error);

    public void Dispose() => _server.Dispose();
}
