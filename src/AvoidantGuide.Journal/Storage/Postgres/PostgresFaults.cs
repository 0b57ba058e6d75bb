using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AvoidantGuide.Journal;

/// <summary>From PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) to what can be said and done about them.</summary>
internal static class PostgresFaults
{
    /// <summary>Null when it is no error of the store.</summary>
    public static StoreFault? Of(Exception error) => Cause(error) switch
    {
        PostgresException told => told.SqlState switch
        {
            PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => StoreFault.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction => StoreFault.ReadOnly,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreFault.Damaged,
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
                or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.UniqueViolation => StoreFault.Busy,
            _ => StoreFault.Unreachable,
        },
        null => null,
        _ => StoreFault.Unreachable,
    };

    /// <summary>The primary is away, starts, ends, or has just become another: in a moment there may be one.</summary>
    public static bool MayPass(Exception error) => Cause(error) switch
    {
        PostgresException told => told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.TooManyConnections,
        null => false,
        _ => true,
    };

    /// <summary>Another write came first; this one will see what it did.</summary>
    public static bool Met(Exception error) => Cause(error) is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.DuplicateTable,
    };

    /// <summary>One line for the operator.</summary>
    public static string Explain(Exception error, string name) => Cause(error) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"The account in ConnectionStrings:Journal may not open the database {name}: correct its name or password.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"There is no database {name}: create it (`createdb`), or correct ConnectionStrings:Journal.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => $"The account may not create tables in the database {name}: make it the database's owner.",
        PostgresException { SqlState: var state } => $"The database {name} cannot be opened (PostgreSQL says {state}): look into its own log.",
        _ => $"The database {name} does not answer, or none of its hosts is a primary: start it, or correct ConnectionStrings:Journal.",
    };

    // Entity Framework wraps what comes from the driver, sometimes twice.
    private static Exception? Cause(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
            if (cause is NpgsqlException or SocketException or TimeoutException or IOException) return cause;
        return error is DbUpdateException ? error : null;
    }
}
