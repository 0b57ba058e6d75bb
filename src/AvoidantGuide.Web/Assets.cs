using System.Security.Cryptography;
using System.Text;

namespace AvoidantGuide.Web;

/// <summary>Style sheet, script and icons, read once from the program itself.</summary>
public static class Assets
{
    public static PageAssets Guide { get; } = new(Text("site.css"), Text("site.js"));

    /// <summary>With what only pages need on which a practice can be tried.</summary>
    public static PageAssets Practices { get; } = new(Guide.Style + Text("practice.css"), Guide.Script);

    /// <summary>With what only the journal's pages need.</summary>
    public static PageAssets Journal { get; } = new(Guide.Style + Text("journal.css"), Guide.Script + Text("journal.js"));

    /// <summary>The same two for an editor at work.</summary>
    public static PageAssets GuidePreview { get; } = Guide.And(Text("preview.css"), Text("preview.js"));

    public static PageAssets PracticesPreview { get; } = Practices.And(Text("preview.css"), Text("preview.js"));

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

    private static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}

/// <summary>The one style sheet and the one script that stand inside a page.</summary>
public sealed record PageAssets(string Style, string Script)
{
    /// <summary>As the policy names it: <c>sha256-…</c> of exactly what stands between the tags.</summary>
    public string StyleHash { get; } = Hash(Style);

    public string ScriptHash { get; } = Hash(Script);

    public PageAssets And(string style, string script) => new(Style + style, Script + script);

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
