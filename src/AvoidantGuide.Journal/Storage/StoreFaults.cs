using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>From SQLite's result codes (https://sqlite.org/rescode.html) to what can be said about them.</summary>
internal static class StoreFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static bool IsStorage(Exception error) =>
        error is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException;

    public static StoreFault Of(Exception error) => (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        Full => StoreFault.Full,
        Busy or Locked => StoreFault.Busy,
        ReadOnly => StoreFault.ReadOnly,
        Corrupt or NotADatabase => StoreFault.Damaged,
        _ => StoreFault.Unreachable,
    };

    /// <summary>One line for the operator.</summary>
    public static string Explain(Exception error, string file) => error is UnauthorizedAccessException
        ? NotWritable(file)
        : (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode switch
        {
            Full => $"The disk of {file} is full: free some space and start again.",
            Busy or Locked => $"Another program is using {file}: close it and start again.",
            ReadOnly or CannotOpen => NotWritable(file),
            NotADatabase => $"{file} is not a database: move it away, or correct ConnectionStrings:Journal.",
            Corrupt => $"{file} is damaged: restore a backup with `restore FILE`.",
            _ => $"{file} cannot be opened ({error.Message}): check the disk and the folder.",
        };

    private static string NotWritable(string file) =>
        $"{file} cannot be written: give this account the right to write to the folder and the file.";
}
