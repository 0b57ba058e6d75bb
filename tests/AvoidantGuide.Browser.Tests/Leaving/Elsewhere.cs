using System.Text.Json;
using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Leaving;

/// <summary>
/// Answers in place of the site that leaving ends on, and lets the watch expect that one request. By the browser's
/// debugger itself, because Playwright's routes do not see where a redirect leads.
/// </summary>
internal sealed class Elsewhere
{
    public const string Heading = "Somewhere else";

    private readonly ICDPSession _debugger;

    private Elsewhere(ICDPSession debugger) => _debugger = debugger;

    public static async Task<Elsewhere> StandInAsync(Visitor visitor)
    {
        var elsewhere = new Elsewhere(await visitor.Context.NewCDPSessionAsync(visitor.Page));
        elsewhere._debugger.Event("Fetch.requestPaused").OnEvent += (_, paused) => _ = elsewhere.AnswerAsync(paused!.Value);
        await elsewhere._debugger.SendAsync("Fetch.enable", new Dictionary<string, object>
        {
            ["patterns"] = new[] { new { urlPattern = visitor.Site.Elsewhere + "*" } },
        });
        visitor.Watch.ExpectForeign(visitor.Site.Elsewhere);
        return elsewhere;
    }

    /// <summary>How many pages lie behind this one in the tab's history.</summary>
    public async Task<int> PagesBehindAsync() =>
        (await _debugger.SendAsync("Page.getNavigationHistory"))!.Value.GetProperty("currentIndex").GetInt32();

    private Task<JsonElement?> AnswerAsync(JsonElement paused) => _debugger.SendAsync("Fetch.fulfillRequest", new Dictionary<string, object>
    {
        ["requestId"] = paused.GetProperty("requestId").GetString()!,
        ["responseCode"] = 200,
        ["responseHeaders"] = new[] { new { name = "Content-Type", value = "text/html; charset=utf-8" } },
        ["body"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><link rel=icon href=data:,><title>Weather</title><h1>{Heading}</h1>")),
    });
}
