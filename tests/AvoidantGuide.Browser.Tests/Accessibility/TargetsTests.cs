namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>What is pressed with an unsteady thumb is 44 pixels wide and high (WCAG 2.5.5), unless it stands in a sentence.</summary>
public sealed class TargetsTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private const string Small = """
        () => [...document.querySelectorAll('a[href], button, summary, label.choice')].filter(one => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
          .map(one => ({ box: one.getBoundingClientRect(), name: one.textContent.trim() }))
          .filter(({ box }) => box.width < 44 || box.height < 44).map(({ box, name }) => `${name}: ${box.width} x ${box.height}`)
        """;

    public static TheoryData<string> Pages => [.. Published.Addresses.Where(address => address.Data != "/whole-guide").Select(address => address.Data), "/journal"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_is_large_enough(string address)
    {
        var reader = await ArriveAsync();
        await reader.GoAsync(address);
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Small));
    }
}
