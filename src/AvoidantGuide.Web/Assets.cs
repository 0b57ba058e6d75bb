using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Web;

/// <summary>Style sheet, script and icons, read once from the program itself.</summary>
public static partial class Assets
{
    private static readonly PageAssets _site = new(Style("site.css"), Script("site.js"));

    /// <summary>With the definitions that words of the guide show.</summary>
    public static PageAssets Guide { get; } = new(_site.Style + Style("terms.css"), _site.Script + Script("terms.js"));

    /// <summary>With what only pages need on which a practice can be tried.</summary>
    public static PageAssets Practices { get; } = new(Guide.Style + Style("forms.css") + Style("practice.css"), Guide.Script);

    /// <summary>With what only the search needs.</summary>
    public static PageAssets Search { get; } = new(Guide.Style + Style("search.css"), Guide.Script);

    /// <summary>With what only the journal's pages need.</summary>
    public static PageAssets Journal { get; } = new(_site.Style + Style("forms.css") + Style("journal.css"), _site.Script + Script("journal.js"));

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        Map("/favicon.svg", "image/svg+xml");
        Map("/favicon.ico", "image/x-icon");

        void Map(string path, string type)
        {
            var bytes = Bytes(path[1..]);
            app.MapMethods(path, ["GET", "HEAD"], context =>
            {
                context.Response.Headers.CacheControl = "public, max-age=86400";
                context.Response.ContentType = type;
                context.Response.ContentLength = bytes.Length;
                return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes).AsTask();
            });
        }
    }

    /// <summary>A style sheet as it travels in each page: without its comments, and without spaces that say nothing.</summary>
    internal static string Style(string name) => Edge().Replace(Space().Replace(Comment().Replace(Text(name), ""), " "), "${mark}").Replace(": ", ":", StringComparison.Ordinal).Replace(";}", "}", StringComparison.Ordinal).Trim();

    /// <summary>A script as it travels in each page: without its comments, which have lines of their own, and what sets its lines in.</summary>
    internal static string Script(string name) => Remark().Replace(Text(name), "");

    private static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*(//.*\n)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Space();

    [GeneratedRegex(@" ?(?<mark>[{};,]) ?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Edge();
}

/// <summary>The one style sheet and the one script that stand inside a page.</summary>
public sealed record PageAssets(string Style, string Script)
{
    /// <summary>As the policy names it: <c>sha256-…</c> of exactly what stands between the tags.</summary>
    public string StyleHash { get; } = Hash(Style);

    public string ScriptHash { get; } = Hash(Script);

    /// <summary>With what drawings need.</summary>
    public PageAssets WithDrawings => field ??= new(Style + Assets.Style("figures.css"), Script);

    /// <summary>With what an editor's pages need.</summary>
    public PageAssets ForEditors => field ??= new(Style + Assets.Style("preview.css"), Script + Assets.Script("preview.js"));

    /// <summary>Style and script stand inside each page, so each is allowed by its hash and nothing else is.</summary>
    public string Policy => field ??= string.Join("; ",
        "default-src 'none'",
        $"script-src '{ScriptHash}'",
        $"style-src '{StyleHash}'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'");

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
