namespace AvoidantGuide.Faults;

/// <summary>One row: what is promised, what is done to it, and what keeps it.</summary>
/// <param name="Name">What run.sh knows it by.</param>
/// <param name="Small">How often it is done in a run that must be short.</param>
/// <param name="Full">How often it is done to be sure.</param>
/// <param name="Removals">With any one of these taken away the same row must fail.</param>
internal sealed record Promise(string Name, string Words, int Small, int Full, Func<Trial, Task<Outcome>> KeepAsync, params IReadOnlyList<Removal> Removals)
{
    /// <summary>Whether it mounts file systems, as only root may.</summary>
    public bool Mounts { get; init; }

    /// <summary>Whether what others do at the same time would change what it finds.</summary>
    public bool Timed { get; init; }
}

/// <param name="Done">What was done, with its count.</param>
/// <param name="Figure">What came of it.</param>
internal sealed record Outcome(string Done, string Figure, bool Holds)
{
    /// <summary>Whether it was as quick as it is promised to be: in a short run on a busy machine no failure.</summary>
    public bool InTime { get; init; } = true;
}

/// <summary>A protection that is taken away to see whether its row notices.</summary>
/// <param name="What">As the table says it.</param>
/// <param name="Build">Removals of one build are compiled together: each of another row, and none of them able to make another's row fail.</param>
internal sealed record Removal(string What, string Build, params IReadOnlyList<Edit> Edits);

/// <param name="File">Below src, or beside it when it is none of the program's sources.</param>
/// <param name="Text">Stands in the file exactly once.</param>
internal sealed record Edit(string File, string Text, string Instead);
