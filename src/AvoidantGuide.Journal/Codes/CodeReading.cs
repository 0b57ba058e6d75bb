namespace AvoidantGuide.Journal;

public abstract record CodeReading
{
    public sealed record Ten(JournalCode Code) : CodeReading;

    /// <param name="Suggestions">Each word that is not on the list, with the nearest that is (null where none is near).</param>
    public sealed record Unknown(IReadOnlyList<UnknownWord> Suggestions) : CodeReading;

    public sealed record WrongCount(int Count) : CodeReading;

    public sealed record Empty : CodeReading;
}

/// <param name="Word">As typed, in lower case; of words run together, the piece where they stop being words of the list.</param>
/// <param name="Nearest">The word of the list that is nearest; null where none is near.</param>
public sealed record UnknownWord(string Word, string? Nearest)
{
    /// <summary>Which of the words typed it is, from 1.</summary>
    public int Place { get; init; }

    // Records print what they hold; this must never reach a log that way.
    public override string ToString() => nameof(UnknownWord);
}
