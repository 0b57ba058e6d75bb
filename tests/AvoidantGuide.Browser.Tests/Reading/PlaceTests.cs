using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Reading;

/// <summary>Whoever follows a link to a place, or looks for words, comes to see it; and sees where on the page that is.</summary>
public sealed class PlaceTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_to_a_question_opens_its_answer_below_it(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        await reader.GoAsync("/faq#silence");
        await AssertOpenAsync(reader, "silence");

        // Also from the page itself.
        await reader.Page.EvaluateAsync("location.hash = 'how-common'");
        await AssertOpenAsync(reader, "how-common");
    }

    /// <summary>A link to words finds them as the browser's own search does, and unfolds what they stand in by the same rule.</summary>
    [Theory]
    [InlineData("/faq#:~:text=half%20out%20of%20reach", ".faq details")]
    [InlineData("/what-helps#:~:text=Nothing%20leaves%20this%20page", ".practice > details")]
    [InlineData("/the-switch#:~:text=the%20solid%20line%20bends%20away", ".drawing details")]
    public async Task Words_that_are_folded_away_are_found(string address, string folded)
    {
        var reader = await ArriveAsync();
        await reader.GoAsync(address);
        await Expect(reader.Page.Locator(folded + "[open]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Every_heading_term_sign_and_question_has_an_address_that_shows_it()
    {
        var reader = await ArriveAsync(javaScript: false);
        foreach (var page in Published.Sequence)
        {
            await reader.GoAsync(page.Path);
            var places = await reader.Page.Locator("main :is(h2, h3)[id], .term[id], .signs li[id], .faq [id], .practice[id], .drawing[id]")
                .EvaluateAllAsync<string[]>("places => places.map(place => place.id)");
            Assert.Equal(
                [],
                page.Headings.Select(heading => heading.Id).Concat(page.Signs.Select(sign => sign.Id)).Except(places));
            foreach (var place in places)
            {
                await reader.Page.EvaluateAsync("place => { location.hash = place; }", place);
                Assert.True(
                    await reader.Page.EvaluateAsync<bool>("place => { const box = document.getElementById(place).getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }", place),
                    $"{page.Path}#{place}");
            }
        }
    }

    [Fact]
    public async Task A_page_within_the_whole_guide_is_where_a_link_to_it_leads()
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.GoAsync("/whole-guide");
        foreach (var page in Published.Sequence)
        {
            await reader.Page.Locator($".whole-contents a[href='#{page.Id}']").ClickAsync();
            await Expect(reader.Page.Locator($"[id='{page.Id}'] > h2")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
            await reader.Page.EvaluateAsync("scrollTo(0, 0)");
        }
    }

    [Fact]
    public async Task The_contents_of_a_wide_page_say_where_one_is_and_nothing_moves()
    {
        var reader = await ArriveAsync(javaScript: false, new ViewportSize { Width = 1280, Height = 900 });
        await reader.GoAsync("/the-switch");
        var list = reader.Page.Locator(".contents.wide");
        var before = await list.BoundingBoxAsync();
        var links = list.GetByRole(AriaRole.Link);
        for (var at = 1; at < await links.CountAsync(); at++)
        {
            await reader.Page.EvaluateAsync("place => document.getElementById(place).scrollIntoView()", (await links.Nth(at).GetAttributeAsync("href"))![1..]);
            await Expect(list.Locator("a:target-current")).ToHaveTextAsync(await links.Nth(at).InnerTextAsync());
        }

        var after = await list.BoundingBoxAsync();
        Assert.Equal((before!.Width, before.Height), (after!.Width, after.Height));
    }

    [Fact]
    public async Task The_contents_go_along_where_the_margin_is_free()
    {
        var reader = await ArriveAsync(size: Visitor.Desktop);
        await reader.GoAsync("/privacy");
        await reader.Page.EvaluateAsync("scrollTo(0, 1200)");
        await Expect(reader.Page.Locator(".contents.wide")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
    }

    private static async Task AssertOpenAsync(Visitor reader, string question)
    {
        var details = reader.Page.Locator($".faq details:has([id='{question}'])");
        await Expect(details.Locator("p").First).ToBeVisibleAsync();
        await Expect(details.GetByRole(AriaRole.Heading)).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        Assert.True(await details.EvaluateAsync<bool>("details => details.open"));
    }
}
