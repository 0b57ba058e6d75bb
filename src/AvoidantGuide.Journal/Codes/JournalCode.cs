using System.Security.Cryptography;

namespace AvoidantGuide.Journal;

/// <summary>
/// Ten words of the EFF long word list without its four hyphenated words: log2(7772^10) = 129.2 bits, from a
/// cryptographic source. The whole identity of a journal; never stored.
/// </summary>
public sealed class JournalCode
{
    public const int Length = 10;

    internal JournalCode(IReadOnlyList<string> words)
    {
        if (words.Count != Length) throw new ArgumentException($"A code has {Length} words.", nameof(words));
        Words = words;
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The words run together: what the keys are derived from, whatever way a person writes them.</summary>
    internal string Canonical => string.Concat(Words);

    public static JournalCode Generate() =>
        new([.. Enumerable.Range(0, Length).Select(_ => WordList.At(RandomNumberGenerator.GetInt32(WordList.Count)))]);

    /// <summary>Reads what a person typed: any case, any separators or none. Says nothing about whether a journal exists.</summary>
    public static CodeReading Read(string? typed) => CodeReader.Read(typed);
}
