using System.Text.Json.Serialization;

namespace AvoidantGuide.Journal;

/// <summary>What a person wrote, in the open: exists only in memory while a journal is unlocked.</summary>
/// <param name="Head">What lists and figures read.</param>
/// <param name="Answers">Each prompt as it was read, with its answer, in the order of the practice.</param>
public sealed record Entry(EntryHead Head, IReadOnlyList<Answer> Answers)
{
    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(Entry);
}

/// <summary>Date, practice, choices and ratings. Never words.</summary>
/// <param name="Written">UTC; when it was first kept.</param>
/// <param name="Happened">When it happened, in the person's own clock, if they said so.</param>
/// <param name="Practice">The practice's id.</param>
/// <param name="Version">The practice's version at the time.</param>
/// <param name="Choices">Prompt id to the ids chosen.</param>
/// <param name="Ratings">Prompt id to 0-10.</param>
public sealed record EntryHead(
    DateTimeOffset Written,
    DateTime? Happened,
    string Practice,
    int Version,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Choices,
    IReadOnlyDictionary<string, int> Ratings)
{
    /// <summary>Which of the prompts is next (from 1) while it is being written; null once it is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Step { get; init; }

    /// <summary>Prompt id to the person it is about, by the id of their alias in <see cref="Preferences"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Guid>? People { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PauseTimes? Pause { get; init; }

    /// <summary>What was answered when it was looked at again, in order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Look>? Looks { get; init; }

    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(EntryHead);
}

/// <summary>A pause as the server counts it, whatever happens to the page.</summary>
/// <param name="Until">Null where no length was chosen.</param>
/// <param name="Opened">When the person came back; null while it lasts.</param>
public sealed record PauseTimes(DateTimeOffset Begun, DateTimeOffset? Until, DateTimeOffset? Opened)
{
    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(PauseTimes);
}

/// <param name="At">When.</param>
/// <param name="Day">Which look: 1 or 7, days after it was written.</param>
/// <param name="Rating">0-10; null for "I can't tell".</param>
/// <param name="Closed">It is nothing to be rated again.</param>
public sealed record Look(DateTimeOffset At, int Day, int? Rating, bool Closed)
{
    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(Look);
}

/// <param name="Prompt">The prompt's id.</param>
/// <param name="Kind">The prompt's kind: text, one-of, any-of, scale, when, person, sealed, complete.</param>
/// <param name="Asked">The prompt as it was read.</param>
/// <param name="Chosen">The choices as they were read, with their ids.</param>
/// <param name="Text">The person's own words; empty where there are none. Beside a choice "other" it says what.</param>
/// <param name="Rating">0-10.</param>
public sealed record Answer(string Prompt, string Kind, string Asked, IReadOnlyList<Chosen> Chosen, string Text, int? Rating)
{
    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(Answer);
}

public sealed record Chosen(string Id, string Label)
{
    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(Chosen);
}
