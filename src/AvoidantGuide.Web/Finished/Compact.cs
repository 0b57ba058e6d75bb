using System.Text;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Web.Finished;

/// <summary>The same document in fewer bytes: without the indentation of its sources, and without a slash that HTML does not need.</summary>
internal static partial class Compact
{
    public static byte[] Html(ReadOnlySpan<byte> page) =>
        Encoding.UTF8.GetBytes(Superfluous().Replace(Encoding.UTF8.GetString(page), Kept));

    private static string Kept(Match found) => found.Groups["asItIs"].Success ? found.Value : found.Groups["input"].Success ? found.Groups["input"].Value + ">" : "\n";

    // Text that is shown as it stands, and what the policy has hashes of, is left alone.
    [GeneratedRegex(@"(?<asItIs><(?<name>script|style|textarea|pre)\b.*?</\k<name>>)|(?<input><input\b[^<>]*?) />|\n[ \t\r\n]+", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Superfluous();
}
