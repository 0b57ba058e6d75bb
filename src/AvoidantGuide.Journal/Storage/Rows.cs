namespace AvoidantGuide.Journal;

// All that is stored. What is not a blob is readable by whoever has the file: random ids, revisions, months.

internal sealed class JournalRow
{
    public Guid Id { get; set; }

    public required byte[] Locator { get; set; }

    public required byte[] WrappedKey { get; set; }

    /// <summary>Year and month, as 202611. Never goes back.</summary>
    public int LastUsedMonth { get; set; }

    /// <summary>When a sweep found the journal past its date.</summary>
    public DateOnly? MarkedOn { get; set; }

    public byte[]? Preferences { get; set; }

    public long PreferencesRevision { get; set; }
}

internal sealed class EntryRow
{
    public Guid JournalId { get; set; }

    public Guid Id { get; set; }

    public long Revision { get; set; }

    public byte[] Head { get; set; } = [];

    public byte[] Body { get; set; } = [];
}

internal sealed class SessionRow
{
    /// <summary>SHA-256 of the secret in the cookie.</summary>
    public required byte[] Id { get; set; }

    public Guid JournalId { get; set; }

    public required byte[] WrappedKey { get; set; }

    /// <summary>Unix seconds, as are the others.</summary>
    public long CreatedAt { get; set; }

    public long ExpiresAt { get; set; }

    public long IdleSeconds { get; set; }

    public long SeenAt { get; set; }
}

/// <summary>
/// A form that did what it was for, and must do and show nothing when a browser sends it again, perhaps after the journal
/// was locked: one begun outside any journal, one that changed the ten words, one whose entry was deleted. Tied to no
/// journal, and to no entry that is still there.
/// </summary>
internal sealed class SpentRow
{
    /// <summary>Random; comes with the form.</summary>
    public Guid Id { get; set; }

    /// <summary>Removed by the first sweep on this day or later.</summary>
    public DateOnly Until { get; set; }
}

/// <summary>One row: what sweeping knows of the clock.</summary>
internal sealed class SweepRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Unix seconds.</summary>
    public long LastAt { get; set; }

    /// <summary>Unix seconds; set while sweeping rests because the clock jumped.</summary>
    public long? RestsUntil { get; set; }
}
