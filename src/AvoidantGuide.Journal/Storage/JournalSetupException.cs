namespace AvoidantGuide.Journal;

/// <summary>The store cannot be opened at start. The message is one line for the operator: what is wrong, and what to do.</summary>
public sealed class JournalSetupException : Exception
{
    internal JournalSetupException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Nothing needs to be set right: tried again later, it may well work.</summary>
    public bool MayPass { get; init; }
}
