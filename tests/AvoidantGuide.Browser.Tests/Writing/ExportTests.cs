using System.Text.Json;
using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Writing;

public sealed class ExportTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_is_taken_away_as_a_file_for_programs_and_as_a_text_to_read(bool javaScript)
    {
        var keeper = await ArriveAsync(javaScript);
        await keeper.OpenAsync(await Site.SeedAsync("A heron stood in the rain.", "The heron came back."));
        await keeper.FollowAsync("Take a copy away");

        var (json, data) = await DownloadAsync(keeper, "A file for programs");
        var (markdown, text) = await DownloadAsync(keeper, "A text to read");

        Assert.Equal("notes-2026-11-22.json", json);
        Assert.Equal("notes-2026-11-22.md", markdown);
        using var document = JsonDocument.Parse(data);
        var strings = Strings(document.RootElement).ToList();
        Assert.Contains("A heron stood in the rain.", strings);
        Assert.Contains("The heron came back.", strings);
        Assert.Contains("A heron stood in the rain.", text, StringComparison.Ordinal);
        Assert.Contains("The heron came back.", text, StringComparison.Ordinal);
    }

    private static async Task<(string Name, string Content)> DownloadAsync(Visitor keeper, string button)
    {
        var download = await keeper.Page.RunAndWaitForDownloadAsync(() => keeper.Button(button).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
