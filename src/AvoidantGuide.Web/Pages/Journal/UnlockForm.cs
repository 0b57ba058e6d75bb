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

    /// <summary>How long a page that was answered with a mistake gives back what was typed.</summary>
    private static readonly TimeSpan _echo = TimeSpan.FromMinutes(10);

    /// <summary>One for each page that asks, with its time: once it has opened a journal, or is old, sending it again repeats nothing that was typed. Null: a new one.</summary>
    public Guid? Begun { get; init; }

    /// <summary>Words that wait for the journal they belong to.</summary>
    public string? Sealed { get; init; }

    /// <summary>Whether those words are a first entry that no journal has yet.</summary>
    public bool BeforeAJournal { get; init; }

    public OpenJournal? Journal { get; init; }

    /// <summary>Every refused code gets the same status, and whether a journal exists is never said.</summary>
    /// <param name="owner">The journal that words wait for: no other is opened.</param>
    public static async Task<UnlockForm> TryAsync(string? typed, JournalDoor door, FailedTries tries, HttpContext context, Guid? owner = null)
    {
        var form = context.Request.Form;
        Guid? begun = Guid.TryParse(form["begun"], out var id) && TimedId.Age(id, context.RequestServices.GetRequiredService<TimeProvider>()) is { } age && age >= TimeSpan.Zero && age < _echo ? id : null;
        var reading = JournalCode.Read(typed);
        if (reading is CodeReading.Ten ten && await door.UnlockAsync(ten.Code) is { } journal)
        {
            if (owner is null || owner == journal.Id)
            {
                if (begun is { } used) await door.SpendAsync(used);
                return new UnlockForm { Journal = journal };
            }

            await door.TurnAwayAsync(journal);
            return new UnlockForm { Problem = "These words open another journal than the one you were writing in. Your text is still sealed, for that one." };
        }

        var tooMany = tries.Note(context.Connection.RemoteIpAddress);
        context.Response.StatusCode = tooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        if (begun is not { } page || await door.IsSpentAsync(page)) return new UnlockForm { Problem = tooMany || reading is CodeReading.Ten ? Say(reading, tooMany) : "That did not open a journal. Type all ten words here." };
        return new UnlockForm
        {
            Begun = begun,
            Problem = Say(reading, tooMany),
            Typed = reading is CodeReading.Ten ? "" : (typed ?? "").Trim(),
        };
    }

    private static string Say(CodeReading reading, bool tooMany) =>
        tooMany ? "There were many tries from your network. The right words still open the journal at any time." : Say(reading);

    private static string Say(CodeReading reading) => reading switch
    {
        CodeReading.Empty => "Type the ten words here.",
        CodeReading.WrongCount count => $"That is {count.Count} {(count.Count == 1 ? "word" : "words")}. There are ten.",
        CodeReading.Unknown unknown => string.Join(' ', unknown.Suggestions.Take(3).Select(Say)),
        _ => "No journal opens with these words. Look at each one again, and at their order.",
    };

    private static string Say(UnknownWord word) => word.Nearest is { } nearest
        ? $"“{word.Word}” is not on the list of words. Did you mean “{nearest}”?"
        : $"“{word.Word}” is not on the list of words.";
}
