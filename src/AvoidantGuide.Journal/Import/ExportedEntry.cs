namespace AvoidantGuide.Journal;

/// <summary>An entry as it stands in the JSON.</summary>
internal sealed record ExportedEntry(
    Guid Id,
    DateTimeOffset Written,
    DateTime? Happened,
    string Practice,
    int PracticeVersion,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Choices,
    IReadOnlyDictionary<string, int> Ratings,
    int? Step,
    IReadOnlyDictionary<string, Guid>? People,
    PauseTimes? Pause,
    IReadOnlyList<Look>? Looks,
    IReadOnlyList<Answer> Answers)
{
    private const int LongestName = 200;
    private const int MostAnswers = 200;
    private const int MostSteps = 100;
    private static readonly string[] _kinds = ["text", "one-of", "any-of", "scale", "when", "person", "sealed", "complete"];

    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(ExportedEntry);

    /// <summary>Whether it is something that this program could have written.</summary>
    public bool IsSound() =>
        Id != Guid.Empty
        && IsName(Practice)
        && Answers is { Count: <= MostAnswers } && Answers.All(IsSound) && AreApart(Answers.Select(answer => answer.Prompt))
        && Choices is { Count: <= MostAnswers } && Choices.All(choice => IsName(choice.Key) && choice.Value is { Count: <= MostAnswers } chosen && chosen.All(IsName) && AreApart(chosen))
        && Ratings is { Count: <= MostAnswers } && Ratings.All(rating => IsName(rating.Key) && IsRating(rating.Value))
        && Step is null or (>= 1 and <= MostSteps)
        && (Pause?.Until is not { } until || (until >= Pause.Begun && until - Pause.Begun <= TimeSpan.FromDays(1)))
        && (People is null || People.Keys.All(IsName))
        && (Looks is null || (Looks.Count <= 2 && Looks.All(look => look is { Day: 1 or 7 } && (look.Rating is not { } rating || IsRating(rating)))));

    /// <summary>Whether its times can be. A clock may be a little ahead of this one.</summary>
    public bool IsPossible(DateTimeOffset now) =>
        Written.Year >= 2000 && Written <= now.AddDays(2) && Happened is not ({ Year: < 1900 } or { Year: > 2199 });

    public Entry ToEntry() => new(
        new EntryHead(
            Written.ToUniversalTime(),
            Happened is { } happened ? DateTime.SpecifyKind(happened, DateTimeKind.Unspecified) : null,
            Practice,
            PracticeVersion,
            Choices,
            Ratings)
        {
            // Nothing to go on with where nothing was asked.
            Step = Answers.Count == 0 ? null : Step,
            People = People,
            Pause = Pause,
            Looks = Looks is { Count: > 0 } ? Looks : null,
        },
        Answers);

    private static bool IsSound(Answer? answer) =>
        answer is { Asked: not null, Text: not null, Chosen: { Count: <= MostAnswers } chosen }
        && IsName(answer.Prompt) && _kinds.Contains(answer.Kind, StringComparer.Ordinal)
        && answer.Asked.Length <= 10 * LongestName
        && chosen.All(one => one is { Label: not null } && one.Label.Length <= 10 * LongestName && IsName(one.Id)) && AreApart(chosen.Select(one => one.Id))
        && (answer.Rating is not { } rating || IsRating(rating));

    private static bool AreApart(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).All(same => !same.Skip(1).Any());

    private static bool IsName(string? name) => name is { Length: > 0 and <= LongestName };

    private static bool IsRating(int rating) => rating is >= 0 and <= 10;
}

/// <summary>A person's settings as they stand in the JSON.</summary>
internal sealed record ExportedSettings(int IdleMinutes, int TotalMinutes, bool Spellcheck, string? TimeZone)
{
    /// <summary>Never shorter than usual: a file must not lock anyone out of what they have open.</summary>
    public SessionTimes Times => new SessionTimes(
        TimeSpan.FromMinutes(Math.Max(IdleMinutes, SessionTimes.Default.Idle.TotalMinutes)),
        TimeSpan.FromMinutes(Math.Max(TotalMinutes, SessionTimes.Default.Total.TotalMinutes))).Bounded();

    public override string ToString() => nameof(ExportedSettings);
}
