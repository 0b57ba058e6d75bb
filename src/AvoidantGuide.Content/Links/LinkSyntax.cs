using System.Text.RegularExpressions;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Links;

/// <summary>
/// The forms a link may have. It judges the address after Markdown has decoded entities and escapes, and knows only
/// what is allowed, so that a scheme hidden by case, entities, white space or control characters is refused like any other.
/// </summary>
internal static partial class LinkSyntax
{
    public const string Allowed = "Links are https, mailto, tel, term:, src:, a page such as what-helps.md#slow-exit, or an address of the site such as /journal.";

    /// <param name="wrong">What is wrong with it, and what to do; null where nothing is.</param>
    public static Link? Read(string address, int line, int column, out string? wrong)
    {
        wrong = null;
        if (address.Length == 0)
            wrong = "This link leads nowhere. Write the address between the round brackets.";
        else if (address.Length > 2000 || address.Any(c => c <= ' ' || c == '\u007f' || c == '\\' || char.IsWhiteSpace(c) || char.IsControl(c)))
            wrong = "A link's address holds no spaces, control characters or backslashes.";
        if (wrong is not null)
            return null;

        if (Here().Match(address) is { Success: true } here)
            return new Link(LinkKind.Here, "", here.Groups["anchor"].Value, line, column);
        if (Own().Match(address) is { Success: true } own)
            return new Link(own.Groups["kind"].Value == "term" ? LinkKind.Term : LinkKind.Source, own.Groups["name"].Value, null, line, column);
        if (File().Match(address) is { Success: true } file)
            return new Link(LinkKind.Page, file.Groups["name"].Value, Anchor(file), line, column);
        if (Address().Match(address) is { Success: true } path)
            return new Link(LinkKind.Address, path.Groups["name"].Value, Anchor(path), line, column);
        if (Reach().IsMatch(address))
            return new Link(LinkKind.Elsewhere, address, null, line, column);
        if (address.StartsWith("https://", StringComparison.Ordinal) && Web(address) is { } web)
            return new Link(LinkKind.Elsewhere, web, null, line, column);

        // The right one can be said when all pages are known.
        if (Nearly().Match(address) is { Success: true } nearly)
            return new Link(LinkKind.Nearly, nearly.Groups["name"].Value, Anchor(nearly), line, column);

        wrong = Wrong(address);
        return null;
    }

    /// <summary>What of an address may be a page's: without its folders and its ending.</summary>
    public static string Bare(string address) => Nearly().Match(address) is { Success: true } nearly ? nearly.Groups["name"].Value : address;

    private static string? Web(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Contains('.')
        && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    private static string Wrong(string address)
    {
        if (address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            return "Links elsewhere are https, not http.";
        var scheme = Scheme().Match(address);
        return scheme.Success
            ? $"The link \"{(address.Length > 60 ? address[..60] + "…" : address)}\" is not one of the forms that are allowed. {Allowed}"
            : $"No page is called \"{(address.Length > 60 ? address[..60] + "…" : address)}\". {Allowed}";
    }

    private static string? Anchor(Match match) => match.Groups["anchor"] is { Success: true } anchor ? anchor.Value : null;

    [GeneratedRegex(@"^#(?<anchor>[A-Za-z0-9_.-]+)\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Here();

    [GeneratedRegex(@"^(?<kind>term|src):(?<name>[A-Za-z0-9_.-]+)\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Own();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9_-]+\.md)(#(?<anchor>[A-Za-z0-9_.-]+))?\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex File();

    [GeneratedRegex(@"^(?<name>/([A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*)?)(#(?<anchor>[A-Za-z0-9_.-]+))?\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(/|(\.{1,2}/){1,9})?(content/)?(guide/)?(?<name>[A-Za-z0-9_-]+(\.(?!md|html?)[A-Za-z0-9]+)?)(\.(md|html?))?/?(#(?<anchor>[A-Za-z0-9_.-]+))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Nearly();

    [GeneratedRegex(@"^(mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|tel:\+?[0-9][0-9-]*)\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Reach();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Scheme();
}
