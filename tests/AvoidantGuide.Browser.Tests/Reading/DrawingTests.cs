using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Reading;

/// <summary>What only a browser knows of a drawing: how much room its words take, and which colours it ends up with.</summary>
public sealed class DrawingTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    /// <summary>WCAG 2.2's text spacing (1.4.12). Fonts of other systems need less room than that.</summary>
    private const string Spread = "document.querySelectorAll('.picture text').forEach(text => { text.style.letterSpacing = '.12em'; text.style.wordSpacing = '.16em'; })";

    // A stroke counts along its whole length, gaps of a dashed one too: where they fall differs from one browser to the next.
    private const string Touching = """
        [...document.querySelectorAll('.picture svg')].flatMap((svg) => {
          const found = [], edge = svg.viewBox.baseVal;
          const texts = [...svg.querySelectorAll('text')].map((text) => {
            const box = text.getBBox();
            return { words: text.textContent, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
          });
          texts.forEach((one, i) => {
            if (one.left < edge.x || one.top < edge.y || one.right > edge.x + edge.width || one.bottom > edge.y + edge.height) found.push(`“${one.words}” leaves the drawing`);
            for (const other of texts.slice(i + 1)) {
              if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) found.push(`“${one.words}” touches “${other.words}”`);
            }
          });
          for (const shape of svg.querySelectorAll('path, line, circle, ellipse, rect, polyline, polygon')) {
            const half = parseFloat(getComputedStyle(shape).strokeWidth) / 2, length = shape.getTotalLength(), touched = new Set();
            for (let along = 0; along <= length; along += 1) {
              const { x, y } = shape.getPointAtLength(along);
              for (const { words, left, top, right, bottom } of texts) {
                if (x > left - half && x < right + half && y > top - half && y < bottom + half) touched.add(words);
              }
            }
            touched.forEach((words) => found.push(`“${words}” touches a ${shape.getAttribute('class')} ${shape.tagName}`));
          }
          return found;
        })
        """;

    public static MatrixTheoryData<string, int> Everywhere => new(Published.Drawn.Select(row => row.Data), [320, 390, 1280]);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task No_word_in_a_drawing_touches_a_line_or_another_word(string address, int width)
    {
        var reader = await ArriveAsync(size: new ViewportSize { Width = width, Height = 800 });
        await reader.GoAsync(address);

        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Touching));
        await reader.Page.EvaluateAsync(Spread);
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Touching));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Its_words_are_about_as_large_as_the_page_s(string address, int width)
    {
        var reader = await ArriveAsync(size: new ViewportSize { Width = width, Height = 800 });
        await reader.GoAsync(address);

        var sizes = await reader.Page.Locator(".picture text").EvaluateAllAsync<float[]>(
            "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)");

        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.InRange(size, 13.4f, 24f));
    }

    [Theory]
    [InlineData(Media.Screen, ColorScheme.Light, ForcedColors.Active)]
    [InlineData(Media.Screen, ColorScheme.Dark, ForcedColors.Active)]
    [InlineData(Media.Print, ColorScheme.Light, ForcedColors.None)]
    public async Task Where_colours_are_taken_away_every_stroke_has_the_colour_of_text(Media media, ColorScheme scheme, ForcedColors forced)
    {
        var reader = await ArriveAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media, ColorScheme = scheme, ForcedColors = forced });
        await reader.GoAsync("/whole-guide");

        var (text, ground) = (await ColourAsync("color"), await ColourAsync("background-color"));
        var strokes = await reader.Page.Locator(".picture :is(path, line, circle)").EvaluateAllAsync<string[]>("shapes => [...new Set(shapes.map(shape => getComputedStyle(shape).stroke))]");

        Assert.Equal(text, Assert.Single(strokes));
        Assert.NotEqual(ground, text);

        Task<string> ColourAsync(string name) => reader.Page.EvaluateAsync<string>("name => getComputedStyle(document.body).getPropertyValue(name)", name);
    }
}
