using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>
/// axe-core, put into the page beside the page's own script. It goes in through the browser's debugger, which the page's
/// policy does not bind, so the policy stays in force. Put in once and run several times: the package's own way opens
/// a tab for each run, which takes five times as long.
/// </summary>
internal sealed class Axe
{
    private const string Conformance = "['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22a', 'wcag22aa', 'wcag22aaa', 'best-practice']";
    private const string Colours = "['cat.color']";

    private static readonly string _source = new BundledAxeScriptProvider().GetScript();

    private readonly IPage _page;

    private Axe(IPage page) => _page = page;

    public static async Task<Axe> IntoAsync(IPage page)
    {
        await page.EvaluateAsync(_source);
        return new Axe(page);
    }

    /// <summary>Every rule of every level, and axe's best practice.</summary>
    public Task<IReadOnlyList<string>> EverythingAsync() => RunAsync(Conformance);

    /// <summary>What another colour scheme can change.</summary>
    public Task<IReadOnlyList<string>> ColoursAsync() => RunAsync(Colours);

    private async Task<IReadOnlyList<string>> RunAsync(string tags)
    {
        var result = await _page.EvaluateAsync<JsonElement>($$"""
            async () => {
              const result = await axe.run({ runOnly: {{tags}}, resultTypes: ['violations'] });
              return {
                ran: result.passes.length,
                found: result.violations.flatMap(rule => rule.nodes.map(node =>
                  `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1).join(';').trim()}`)),
              };
            }
            """);
        Assert.True(result.GetProperty("ran").GetInt32() > 0, "axe ran no rule.");
        return [.. result.GetProperty("found").EnumerateArray().Select(found => found.GetString()!)];
    }
}
