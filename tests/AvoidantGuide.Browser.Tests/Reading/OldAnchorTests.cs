using AvoidantGuide.Web;

namespace AvoidantGuide.Browser.Tests.Reading;

/// <summary>A link to an id that an editor has renamed lands where it always did.</summary>
public sealed class OldAnchorTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_old_anchor_lands_at_the_new_place(bool javaScript)
    {
        var content = Directory.CreateTempSubdirectory("avoidantguide-content-");
        try
        {
            Copy(Path.Combine(Settings.Root, "content"), content.FullName);
            Rename(content.FullName, "the-switch", "{ old-heading: trigger-list, old-sign: good-time, old-figure: switch-sequence, old-list: triggers }");
            Rename(content.FullName, "faq", "{ old-question: love }");
            Rename(content.FullName, "key-terms", "{ old-term: deactivation }");
            Rename(content.FullName, "what-helps", "{ old-practice: slow-exit }");
            Rename(content.FullName, "sources", "{ old-source: stanton-2017 }");
            var own = await OwnSiteAsync(content.FullName);
            var reader = await ArriveAsync(javaScript, at: own);
            foreach (var (address, now) in new[]
            {
                ("/the-switch#old-heading", "trigger-list"), ("/the-switch#old-sign", "good-time"), ("/the-switch#old-figure", "switch-sequence"), ("/the-switch#old-list", "triggers"),
                ("/faq#old-question", "love"), ("/key-terms#old-term", "deactivation"), ("/what-helps#old-practice", "slow-exit"), ("/sources#old-source", "stanton-2017"),
            })
            {
                await reader.GoAsync("/about");
                await reader.GoAsync(address);
                var box = await reader.Page.Locator($"[id='{now}']").BoundingBoxAsync();
                Assert.InRange(box!.Y, 0, 160);
                Assert.True(await reader.Page.EvaluateAsync<double>("scrollY") > 0, address);
            }
        }
        finally
        {
            content.Delete(recursive: true);
        }
    }

    private static void Rename(string content, string page, string anchors)
    {
        var file = Path.Combine(content, "guide", page + ".md");
        File.WriteAllText(file, File.ReadAllText(file).Replace("status: published", "status: published\nanchors: " + anchors, StringComparison.Ordinal));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
