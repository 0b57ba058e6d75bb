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

    /// <summary>What WCAG 1.4.12 lets readers set, as a sheet of the reader's own, which the page's policy does not bind.</summary>
    private const string Spaced = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
          document.adoptedStyleSheets = [sheet];
        }
        """;

    /// <summary>Elements whose words do not fit and are cut off.</summary>
    private const string Cut = """
        () => [...document.querySelectorAll('body *')]
          .filter(one => one.checkVisibility() && !one.matches('.unseen, .unseen *') && getComputedStyle(one).overflowX !== 'visible'
            && !['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
          .map(one => `cut off: ${one.tagName} ${one.className}`)
        """;

    /// <summary>Where the page is wider than the screen: its width, and the innermost elements that stand out.</summary>
    private const string Wide = """
        () => {
          const screen = document.documentElement.clientWidth, width = document.documentElement.scrollWidth;
          if (width <= screen) return [];
          const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > screen + .5);
          const inner = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
          return [`${width} px wide on ${screen}: ${inner.map((one) => `${one.tagName} ${one.className}`).join(', ')}`];
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
        Note(name, "the narrowest screen", await page.EvaluateAsync<string[]>(Wide));
        await page.EvaluateAsync("() => { for (const details of window.unfolded) details.open = false; }");
        await SetAsync(Visitor.Phone, ColorScheme.Light);
    }

    /// <summary>The ways besides: forced colours, print, and readers' own spaces on the narrowest screen.</summary>
    public async Task LookInModesAsync(string name)
    {
        var page = visitor.Page;
        var axe = await Axe.IntoAsync(page);
        await page.EvaluateAsync(Unfold);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        Note(name, "forced colours", await axe.EverythingAsync());
        // A practice that is open would be printed alone, without the page's headings.
        await page.EvaluateAsync("() => { for (const details of document.querySelectorAll('.practice > details')) details.open = false; }");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, Media = Media.Print });
        Note(name, "print", await axe.EverythingAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.EvaluateAsync(Unfold);
        await page.EvaluateAsync(Spaced);
        await SetAsync(new ViewportSize { Width = Narrowest, Height = 640 }, ColorScheme.Dark);
        Note(name, "wide spaces", await axe.EverythingAsync());
        Note(name, "wide spaces", await page.EvaluateAsync<string[]>(Cut));
        Note(name, "wide spaces", await page.EvaluateAsync<string[]>(Wide));
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
