using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AvoidantGuide.Bench;

/// <summary>The least that Kestrel can do: one answer for whatever is asked, with no routing, no logging and no middleware.</summary>
internal static class BareServer
{
    public const string Verb = "bare";

    /// <param name="answer">A file: header lines, an empty line, the body.</param>
    public static async Task RunAsync(string answer, string url)
    {
        var bytes = await File.ReadAllBytesAsync(answer);
        var end = bytes.AsSpan().IndexOf("\n\n"u8);
        KeyValuePair<string, StringValues>[] headers =
        [
            .. System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, end)).Split('\n').Select(line => line.Split(": ", 2)).Select(parts => new KeyValuePair<string, StringValues>(parts[0], parts[1])),
        ];
        ReadOnlyMemory<byte> body = bytes.AsMemory(end + 2);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(url);
        await using var app = builder.Build();
        app.Run(async context =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body);
        });
        await app.RunAsync();
    }
}
