namespace AvoidantGuide.Journal;

/// <summary>A journal in memory only, opened whenever a code is not found: so that finding none takes as long.</summary>
internal static class Decoy
{
    public static JournalCode Code { get; } = JournalCode.Generate();

    public static JournalRow Row { get; } = Make();

    private static JournalRow Make()
    {
        using var key = JournalKey.Generate(KeyDerivation.Locator(Code));
        return new JournalRow { Id = key.Journal, Locator = key.Locator, WrappedKey = key.Wrap(Code) };
    }
}
