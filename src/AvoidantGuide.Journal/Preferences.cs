namespace AvoidantGuide.Journal;

/// <summary>A person's settings, kept encrypted with the journal.</summary>
/// <param name="TimeZone">An IANA name; null means UTC until the person says.</param>
public sealed record Preferences(SessionTimes Times, bool Spellcheck, string? TimeZone)
{
    public static readonly Preferences Default = new(SessionTimes.Default, Spellcheck: false, TimeZone: null);
}
