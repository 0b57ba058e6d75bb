namespace AvoidantGuide.Journal;

public abstract record SaveResult
{
    public sealed record Kept(long Revision) : SaveResult;

    /// <summary>Someone, perhaps the same person in another tab, kept something else first.</summary>
    /// <param name="Current">What is kept now; null when it was deleted or is damaged.</param>
    /// <param name="Revision">Of what is kept now; 0 when it was deleted.</param>
    public sealed record Conflict(Entry? Current, long Revision) : SaveResult;

    /// <summary>The entry holds the journal's own ten words.</summary>
    public sealed record HoldsCode : SaveResult;

    /// <summary>The form was used before: its words are in a journal, or were deleted.</summary>
    public sealed record Spent : SaveResult;

    /// <summary>The words are longer than <see cref="EntryLimits"/> allow.</summary>
    public sealed record TooLong(int Characters, int Limit) : SaveResult;
}
