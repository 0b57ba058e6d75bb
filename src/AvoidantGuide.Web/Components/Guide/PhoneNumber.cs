using System.Text.RegularExpressions;

namespace AvoidantGuide.Web.Components.Guide;

/// <summary>What a telephone dials for a number written for people.</summary>
public static partial class PhoneNumber
{
    /// <summary>The digits of the first number in the text, with a leading plus kept: <c>"999 (or 112)"</c> gives <c>999</c>.</summary>
    public static string FirstIn(string text) => Punctuation().Replace(Number().Match(text).Value, "");

    /// <summary>The text before the first number, the number as it is written, and what follows.</summary>
    public static (string Before, string Number, string After) Split(string text)
    {
        var number = Number().Match(text);
        return number.Success ? (text[..number.Index], number.Value, text[(number.Index + number.Length)..]) : (text, "", "");
    }

    [GeneratedRegex(@"\+?\d(?:[\d \-\u00a0]*\d)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\d+]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Punctuation();
}
