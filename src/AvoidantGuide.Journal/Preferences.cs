namespace AvoidantGuide.Journal;

/// <summary>A person's settings and own lists, kept encrypted with the journal.</summary>
/// <param name="TimeZone">An IANA name; null means UTC until the person says.</param>
public sealed record Preferences(SessionTimes Times, bool Spellcheck, string? TimeZone)
{
    public static readonly Preferences Default = new(SessionTimes.Default, Spellcheck: false, TimeZone: null);

    /// <summary>Signs in the person's own words, newest first: choices beside the guide's.</summary>
    public IReadOnlyList<OwnSign> Signs { get; init; } = [];

    /// <summary>Whom entries are about.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    // Records print what they hold; these must never reach a log that way.
    public override string ToString() => nameof(Preferences);
}

/// <param name="Id">Random; part of a choice's id in entries.</param>
public sealed record OwnSign(Guid Id, string Words)
{
    public override string ToString() => nameof(OwnSign);
}

/// <param name="Alias">A name that only the person understands.</param>
public sealed record Person(Guid Id, string Alias)
{
    public override string ToString() => nameof(Person);
}
