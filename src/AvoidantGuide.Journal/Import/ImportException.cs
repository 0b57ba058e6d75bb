namespace AvoidantGuide.Journal;

public enum ImportFault
{
    /// <summary>Neither of the two files that an export makes.</summary>
    NotNotes,

    /// <summary>Made by a newer version of this program.</summary>
    Newer,

    /// <summary>Changed or broken on its way.</summary>
    Damaged,

    /// <summary>It has no end.</summary>
    CutOff,

    /// <summary>An encrypted file that these ten words do not open.</summary>
    OtherWords,

    /// <summary>More than <see cref="JournalImport.Most"/>.</summary>
    TooMany,

    /// <summary>An entry is longer than one may be.</summary>
    TooLong,

    /// <summary>An entry holds the ten words of the open journal.</summary>
    HoldsCode,

    /// <summary>An entry was written at a time that cannot be.</summary>
    ImpossibleDate,
}

/// <summary>The file cannot be taken in. Nothing of it was.</summary>
/// <param name="entry">Which entry of the file (from 1) is meant, where it is one.</param>
public sealed class ImportException(ImportFault fault, int? entry = null) : Exception(fault.ToString())
{
    public ImportFault Fault => fault;

    public int? Entry => entry;
}
