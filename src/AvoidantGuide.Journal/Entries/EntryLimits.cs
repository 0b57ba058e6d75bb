namespace AvoidantGuide.Journal;

public static class EntryLimits
{
    /// <summary>Characters of a person's own words in one entry, all answers together.</summary>
    public const int Characters = 20_000;

    /// <summary>As a browser counts them for <c>maxlength</c>: a line break is one character, whatever it is sent as.</summary>
    public static int Count(IEnumerable<Answer> answers) => answers.Sum(answer => answer.Text.Length - CarriageReturns(answer.Text));

    private static int CarriageReturns(string text)
    {
        var count = 0;
        for (var i = text.IndexOf("\r\n", StringComparison.Ordinal); i >= 0; i = text.IndexOf("\r\n", i + 2, StringComparison.Ordinal)) count++;
        return count;
    }
}
