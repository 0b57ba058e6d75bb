namespace AvoidantGuide.Journal;

/// <summary>
/// The store could not read or keep something. The message is for the person at the page: it says what happened in
/// plain words and holds nothing of what was written. Nothing was half kept.
/// </summary>
public sealed class JournalStoreException : Exception
{
    internal JournalStoreException(StoreFault fault, Exception? inner = null)
        : base(Describe(fault), inner) => Fault = fault;

    public StoreFault Fault { get; }

    private static string Describe(StoreFault fault) => fault switch
    {
        StoreFault.Full => "There is no room left on the server, so this could not be kept.",
        StoreFault.Busy => "The journal is busy just now. Please try again in a moment.",
        StoreFault.ReadOnly => "The server cannot write to its store just now, so this could not be kept.",
        StoreFault.Damaged => "What is stored of this journal is damaged. The server's operator may be able to restore a backup.",
        StoreFault.Gone => "This journal was deleted, or its words were changed, in another place.",
        _ => "The server cannot reach its store just now.",
    };
}

public enum StoreFault
{
    /// <summary>Anything else: the file is gone, the disk reports errors.</summary>
    Unreachable,
    Full,
    Busy,
    ReadOnly,
    Damaged,

    /// <summary>The journal was deleted or its words were changed while this request held it open.</summary>
    Gone,
}
