using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AvoidantGuide.Bench;

/// <summary>The least that Kestrel can do: one answer for whatever is asked, with no routing, no logging and no middleware.</summary>
internal static class BareServer
{
    public const string Verb = "bare";

    /// <param name="file">An <see cref="SentPage"/>.</param>
    public static async Task RunAsync(string file, string url)
    {
        var answer = SentPage.Read(file);
        KeyValuePair<string, StringValues>[] headers = [.. answer.Headers.Select(header => new KeyValuePair<string, StringValues>(header.Name, header.Value))];
        ReadOnlyMemory<byte> body = answer.Body;

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
