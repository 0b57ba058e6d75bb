using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>The form that asks for the ten words, with what was wrong with the last try.</summary>
public sealed record UnlockForm
{
    /// <summary>Whether a password manager is invited.</summary>
    public bool OwnDevice { get; init; }

    /// <summary>Said above the form, when nothing is wrong.</summary>
    public string? Message { get; init; }

    public string? Problem { get; init; }

    /// <summary>What was typed, to be mended; never on a page that somebody else may see over a shoulder: words that are all on the list are not shown again.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Words that wait for the journal they belong to.</summary>
    public string? Sealed { get; init; }

    /// <summary>Whether those words are a first entry that no journal has yet.</summary>
    public bool BeforeAJournal { get; init; }

    public OpenJournal? Journal { get; init; }

    /// <summary>Every refused code gets the same status, and whether a journal exists is never said.</summary>
    public static async Task<UnlockForm> TryAsync(string? typed, JournalDoor door, FailedTries tries, HttpContext context)
    {
        var reading = JournalCode.Read(typed);
        if (reading is CodeReading.Ten ten && await door.UnlockAsync(ten.Code) is { } journal) return new UnlockForm { Journal = journal };

        var tooMany = tries.Note(context.Connection.RemoteIpAddress);
        context.Response.StatusCode = tooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return new UnlockForm
        {
            Problem = tooMany ? "There were many tries from your network. The right words still open the journal at any time." : Say(reading),
            Typed = reading is CodeReading.Ten ? "" : (typed ?? "").Trim(),
        };
    }

    private static string Say(CodeReading reading) => reading switch
    {
        CodeReading.Empty => "Type the ten words here.",
        CodeReading.WrongCount count => $"That is {count.Count} {(count.Count == 1 ? "word" : "words")}. There are ten.",
        CodeReading.Unknown unknown => string.Join(' ', unknown.Suggestions.Take(3).Select(Say)),
        _ => "No journal opens with these words. Look at each one again, and at their order.",
    };

    private static string Say(UnknownWord word) => word.Nearest is { } nearest
        ? $"“{word.Word}” is not one of the words that are used. Did you mean “{nearest}”?"
        : $"“{word.Word}” is not one of the words that are used.";
}
