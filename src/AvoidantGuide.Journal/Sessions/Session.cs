using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal;

/// <summary>The life of a session's row.</summary>
internal static class Session
{
    /// <summary>The clocks of two servers may differ by this much; a session from further in the future is dead.</summary>
    private const long ClockToleranceSeconds = 5;

    /// <summary>Of one journal at once.</summary>
    public const int Most = 100;

    /// <summary>When someone was last there is written at most this often.</summary>
    private const long SeenEverySeconds = 60;

    public static SessionRow Create(Guid journal, byte[] secret, byte[] dataKey, SessionTimes times, DateTimeOffset now)
    {
        var id = SessionSecret.Id(secret);
        var key = KeyDerivation.SessionKey(secret);
        try
        {
            return new SessionRow
            {
                Id = id,
                JournalId = journal,
                WrappedKey = Blob.Seal(key, dataKey, AssociatedData.OfSession(journal, id)),
                CreatedAt = now.ToUnixTimeSeconds(),
                ExpiresAt = now.ToUnixTimeSeconds() + (long)times.Total.TotalSeconds,
                IdleSeconds = (long)times.Idle.TotalSeconds,
                SeenAt = now.ToUnixTimeSeconds(),
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Null when the row was tampered with.</summary>
    public static byte[]? OpenDataKey(SessionRow row, byte[] secret)
    {
        var key = KeyDerivation.SessionKey(secret);
        try
        {
            return Blob.Open(key, row.WrappedKey, AssociatedData.OfSession(row.JournalId, row.Id));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public static SessionTimes Times(SessionRow row) =>
        new(TimeSpan.FromSeconds(row.IdleSeconds), TimeSpan.FromSeconds(row.ExpiresAt - row.CreatedAt));

    public static bool IsAlive(SessionRow row, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return row.CreatedAt <= seconds + ClockToleranceSeconds && seconds < row.ExpiresAt && seconds < row.SeenAt + row.IdleSeconds;
    }

    public static bool IsSeenDue(SessionRow row, DateTimeOffset now) => now.ToUnixTimeSeconds() >= row.SeenAt + SeenEverySeconds;

    /// <summary>Ends the sessions that were opened first, until there is room for one more: a right code always opens, and a flood of them stores no more than that.</summary>
    public static Task<int> MakeRoomAsync(JournalContext context, Guid journal, CancellationToken cancel) =>
        context.Sessions.Where(row => row.JournalId == journal).OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).Skip(Most - 1).ExecuteDeleteAsync(cancel);

    /// <summary>Removes the sessions that are over.</summary>
    /// <param name="journal">Null: of all journals.</param>
    public static Task<int> PurgeAsync(JournalContext context, Guid? journal, DateTimeOffset now, CancellationToken cancel)
    {
        var seconds = now.ToUnixTimeSeconds();
        var sessions = journal is { } one ? context.Sessions.Where(row => row.JournalId == one) : context.Sessions;
        return sessions
            .Where(row => row.ExpiresAt <= seconds || row.SeenAt + row.IdleSeconds <= seconds || row.CreatedAt > seconds + ClockToleranceSeconds)
            .ExecuteDeleteAsync(cancel);
    }
}
