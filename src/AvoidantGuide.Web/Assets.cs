using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AvoidantGuide.Content;

namespace AvoidantGuide.Web;

/// <summary>Style sheet, script and icons, read once from the program itself.</summary>
public static partial class Assets
{
    /// <summary>What every page needs.</summary>
    public static PageAssets Site { get; } = new(Style("site.css"), Script("site.js"));

    /// <summary>With what only the search needs.</summary>
    public static PageAssets Search { get; } = Site.With("help").With("start").With("search");

    /// <summary>With what only the journal's pages need.</summary>
    public static PageAssets Journal { get; } = Site.With("forms").With("writing").With("journal");

    /// <summary>With what the blocks of these pages need, and no other block's: a page has to fit into few packets.</summary>
    /// <param name="pages">What is shown on one page.</param>
    /// <param name="whole">On the page that holds the whole guide, where there is nothing to fill in.</param>
    public static PageAssets For(IEnumerable<Page> pages, bool whole = false) => pages.SelectMany(page => Parts(page, whole))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Aggregate(Site, (assets, part) => assets.With(part));

    private static IEnumerable<string> Parts(Page page, bool whole) =>
        page.Blocks.SelectMany(block => Parts(block, whole)).Concat(page.Terms.Count > 0 ? ["terms"] : []);

    private static IEnumerable<string> Parts(Block block, bool whole) => block switch
    {
        Comparison => ["comparison"],
        Faq => ["faq"],
        Figure => ["figures"],
        PracticeBlock { Practice.Blocks: var blocks } => blocks.SelectMany(inner => Parts(inner, whole)).Concat(whole ? [] : ["forms", "practice"]),
        Quote => ["voice"],
        SignList => ["signs"],
        Start => ["start"],
        _ => [],
    };

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        Map("/favicon.svg", "image/svg+xml; charset=utf-8");
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
    public static string Style(string name) => Edge().Replace(Space().Replace(Comment().Replace(Text(name), ""), " "), "${mark}").Replace(": ", ":", StringComparison.Ordinal).Replace(";}", "}", StringComparison.Ordinal).Trim();

    /// <summary>A script as it travels in each page: without its comments, which have lines of their own, and what sets its lines in.</summary>
    internal static string Script(string name) => Remark().Replace(Text(name), "");

    internal static bool Has(string name) => typeof(Assets).Assembly.GetManifestResourceInfo(name) is not null;

    private static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    // No timeouts: these read the program's own files, and a machine that is busy must not keep it from starting.
    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: -1)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*(//.*\n)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: -1)]
    private static partial Regex Space();

    [GeneratedRegex(@" ?(?<mark>[{};,]) ?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex Edge();
}

/// <summary>The one style sheet and the one script that stand inside a page.</summary>
public sealed class PageAssets(string style, string script)
{
    private readonly ConcurrentDictionary<string, PageAssets> _more = new(StringComparer.Ordinal);

    public string Style => style;

    public string Script => script;

    /// <summary>As the policy names it: <c>sha256-…</c> of exactly what stands between the tags.</summary>
    public string StyleHash { get; } = Hash(style);

    public string ScriptHash { get; } = Hash(script);

    /// <summary>With what one more part of a page needs: <c>part.css</c>, <c>part.js</c>, or both.</summary>
    public PageAssets With(string part) => _more.GetOrAdd(part, name => new(
        Style + (Assets.Has($"{name}.css") ? Assets.Style($"{name}.css") : ""),
        Script + (Assets.Has($"{name}.js") ? Assets.Script($"{name}.js") : "")));

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
