using System.Text;

namespace AvoidantGuide.Content.Texts;

/// <summary>The one form of every permanent id: it stands in addresses and in people's entries.</summary>
internal static class Ids
{
    public const string Form = "An id is two or more lower-case letters, digits and hyphens, and begins with a letter.";

    public static bool Valid(string id) =>
        id.Length is >= 2 and <= 64 && id[0] is >= 'a' and <= 'z'
        && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>The id that a heading's words make; it may turn out not to be valid.</summary>
    public static string Of(string text)
    {
        var id = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                id.Append(c);
            else if (c is not ('\'' or '\u2019') && id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        return id.ToString().Trim('-');
    }
}
