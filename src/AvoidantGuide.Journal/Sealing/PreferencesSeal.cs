namespace AvoidantGuide.Journal;

/// <summary>Preferences as one blob on the journal's row: the part "preferences" of the entry whose id is all zeros.</summary>
internal static class PreferencesSeal
{
    public const int Step = 512;

    public static byte[] Seal(Preferences preferences, byte[] dataKey, Guid journal, long revision) =>
        SealedPart.Seal(preferences, JournalJson.Plain.Preferences, Step, dataKey, Place(journal, revision));

    public static Preferences? Open(byte[] blob, byte[] dataKey, Guid journal, long revision) =>
        // Lists that were not there when it was sealed come back as null, whatever the type says.
        SealedPart.Open(blob, JournalJson.Plain.Preferences, dataKey, Place(journal, revision)) is { } preferences
            ? preferences with { Signs = preferences.Signs ?? [], People = preferences.People ?? [] }
            : null;

    private static byte[] Place(Guid journal, long revision) =>
        AssociatedData.OfPart(journal, Guid.Empty, revision, "preferences");
}
