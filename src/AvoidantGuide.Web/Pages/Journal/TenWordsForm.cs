using System.Security.Cryptography;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Ten words that open nothing yet, and the two of them that are asked back.</summary>
public sealed record TenWordsForm
{
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Which two, from 1, in order.</summary>
    public required IReadOnlyList<int> Asked { get; init; }

    /// <summary>The words and the entry, for the next page.</summary>
    public required string Sealed { get; init; }

    /// <summary>Whether a password manager is offered the words.</summary>
    public bool OwnDevice { get; init; }

    public string? Problem { get; init; }

    /// <summary>Where the form goes on.</summary>
    public string Address => ForAnOldJournal ? "/journal/words" : "/journal/keep";

    /// <summary>The journal whose earlier words they take the place of; null where they make a new one.</summary>
    public Guid? Journal { get; init; }

    public bool ForAnOldJournal => Journal is not null;

    /// <summary>For a journal that will begin with this entry; null when there is more in the form than the next page could carry.</summary>
    public static TenWordsForm? For(EntryForm first, SealedForms seals) =>
        // The ids go along, so that keeping twice is keeping once.
        New(null, new Dictionary<string, string[]>(first.Fields) { ["entry"] = [first.EntryId.ToString("N")], ["begun"] = [first.Begun.ToString("N")] }, seals);

    /// <summary>For a journal whose words are changed.</summary>
    public static TenWordsForm For(OpenJournal journal, SealedForms seals) =>
        New(journal.Id, new Dictionary<string, string[]> { ["begun"] = [Guid.NewGuid().ToString("N")] }, seals)! with { Journal = journal.Id };

    public static TenWordsForm Of(string text, IReadOnlyList<string> words, IReadOnlyList<int> asked) =>
        new() { Sealed = text, Words = words, Asked = asked };

    /// <summary>Whether these are the two words that were asked.</summary>
    public bool Answered(string? first, string? second) => Same(first, Words[Asked[0] - 1]) && Same(second, Words[Asked[1] - 1]);

    private static TenWordsForm? New(Guid? journal, IReadOnlyDictionary<string, string[]> fields, SealedForms seals)
    {
        var code = JournalCode.Generate();
        var first = RandomNumberGenerator.GetInt32(1, 6);
        int[] asked = [first, RandomNumberGenerator.GetInt32(first + 1, 11)];
        return seals.Seal(new SealedForm(journal, string.Join(' ', code.Words), asked, fields)) is { } text ? Of(text, code.Words, asked) : null;
    }

    private static bool Same(string? typed, string word) => string.Equals(typed?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
