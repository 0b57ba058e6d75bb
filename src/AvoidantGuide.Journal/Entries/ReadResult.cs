namespace AvoidantGuide.Journal;

public abstract record ReadResult
{
    public sealed record Found(Entry Entry, long Revision) : ReadResult;

    public sealed record Missing : ReadResult;

    /// <summary>The stored bytes are not what this journal wrote at this place; nothing of them is shown.</summary>
    public sealed record Damaged : ReadResult;
}

/// <param name="Head">Null when the entry is damaged.</param>
public sealed record ListedEntry(Guid Id, long Revision, EntryHead? Head);
