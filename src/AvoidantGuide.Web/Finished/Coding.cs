using Microsoft.Extensions.Primitives;

namespace AvoidantGuide.Web.Finished;

internal enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>What a reader's Accept-Encoding asks for (RFC 9110, 12.5.3), without an allocation: each request of a page is asked this.</summary>
internal static class AcceptEncoding
{
    private const int Unsaid = -1;
    private const int Whole = 1_000;

    /// <summary>The one with the highest quality, of equals the smallest. Whoever accepts nothing at all is sent the page as it is.</summary>
    public static Coding Best(StringValues accepted) => accepted.Count switch
    {
        0 => Coding.Identity,
        1 => Best(accepted[0]),
        _ => Best(accepted.ToString().AsSpan()),
    };

    private static Coding Best(ReadOnlySpan<char> accepted)
    {
        var (brotli, gzip, identity, any) = (Unsaid, Unsaid, Unsaid, Unsaid);
        foreach (var range in accepted.Split(','))
        {
            var one = accepted[range];
            var end = one.IndexOf(';');
            var quality = end < 0 ? Whole : Quality(one[(end + 1)..].Trim());
            if (quality == Unsaid) continue;
            var name = (end < 0 ? one : one[..end]).Trim();
            if (Is(name, "br")) brotli = quality;
            else if (Is(name, "gzip")) gzip = quality;
            else if (Is(name, "identity")) identity = quality;
            else if (Is(name, "*")) any = quality;
        }

        if (brotli == Unsaid) brotli = any;
        if (gzip == Unsaid) gzip = any;
        var best = Math.Max(brotli, gzip);
        return best <= 0 || best < identity ? Coding.Identity : brotli == best ? Coding.Brotli : Coding.Gzip;
    }

    private static bool Is(ReadOnlySpan<char> name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);

    /// <returns>Thousandths; unsaid where it is no quality.</returns>
    private static int Quality(ReadOnlySpan<char> parameter)
    {
        if (parameter is not ['q' or 'Q', '=', ('0' or '1') and var first, .. var rest]) return Unsaid;
        var quality = (first - '0') * Whole;
        if (rest is []) return quality;
        if (rest[0] != '.' || rest.Length > 4) return Unsaid;
        var digit = Whole / 10;
        foreach (var character in rest[1..])
        {
            if (!char.IsAsciiDigit(character)) return Unsaid;
            quality += (character - '0') * digit;
            digit /= 10;
        }

        return quality <= Whole ? quality : Unsaid;
    }
}
