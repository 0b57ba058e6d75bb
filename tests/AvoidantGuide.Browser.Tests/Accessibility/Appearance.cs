using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>
/// Looks at a page in every way it can appear: on a phone and on a desk, light and dark, everything unfolded, and on the
/// narrowest screen. Collects what is wrong, so that one failure names everything there is to mend.
/// </summary>
internal sealed class Appearance(Visitor visitor)
{
    private const int Narrowest = 320;

    private const string Unfold = """
        () => {
          window.unfolded = [...document.querySelectorAll('details:not([open])')];
          for (const details of window.unfolded) details.open = true;
        }
        """;

    private readonly List<(string Name, string Fault, string Way)> _wrong = [];

    public async Task LookAsync(string name)
    {
        var page = visitor.Page;
        var axe = await Axe.IntoAsync(page);
        await page.EvaluateAsync(Unfold);
        await SetAsync(Visitor.Phone, ColorScheme.Light);
        Note(name, "phone, light", await axe.EverythingAsync());
        await SetAsync(Visitor.Phone, ColorScheme.Dark);
        Note(name, "phone, dark", await axe.ColoursAsync());
        await SetAsync(Visitor.Desktop, ColorScheme.Dark);
        Note(name, "desk, dark", await axe.EverythingAsync());
        await SetAsync(Visitor.Desktop, ColorScheme.Light);
        Note(name, "desk, light", await axe.ColoursAsync());
        await SetAsync(new ViewportSize { Width = Narrowest, Height = 640 }, ColorScheme.Light);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > Narrowest) Note(name, "the narrowest screen", [$"{width} px wide on {Narrowest}"]);
        await page.EvaluateAsync("() => { for (const details of window.unfolded) details.open = false; }");
        await SetAsync(Visitor.Phone, ColorScheme.Light);
    }

    /// <summary>As <see cref="LookAsync"/>, on a page of the journal, whose tab says nothing of its subject.</summary>
    public async Task LookAtNotesAsync(string name)
    {
        var title = await visitor.Page.TitleAsync();
        if (title != "Notes") Note(name, "its tab", [$"the title is \"{title}\""]);
        await LookAsync(name);
    }

    public void AssertNothingWrong() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong
        .GroupBy(wrong => (wrong.Name, wrong.Fault), wrong => wrong.Way)
        .Select(wrong => $"{wrong.Key.Name}: {wrong.Key.Fault} ({string.Join("; ", wrong)})")));

    private async Task SetAsync(ViewportSize size, ColorScheme scheme)
    {
        await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
    }

    private void Note(string name, string way, IReadOnlyList<string> found) => _wrong.AddRange(found.Select(fault => (name, fault, way)));
}
