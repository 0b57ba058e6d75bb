using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Reading;

public sealed class GuideTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_menu_leads_to_every_page(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        await reader.GoAsync("/");
        await reader.Page.Locator(".menu > summary").ClickAsync();
        var links = reader.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Guide", Exact = true }).GetByRole(AriaRole.Link);

        Assert.Equal(
            Published.Sequence.Select(page => page.Path),
            await links.EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
        await Expect(links).ToHaveTextAsync([.. Published.Sequence.Select(page => page.Nav)]);
        await reader.ClickAsync(links.Last);
        await Expect(reader.Heading).ToHaveTextAsync(Published.Sequence[^1].Title);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_links_lead_through_the_guide_and_back(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        var pages = Published.Sequence;
        await reader.GoAsync("/");
        foreach (var page in pages.Skip(1))
        {
            await reader.FollowAsync($"Next {page.Title}");
            await Expect(reader.Heading).ToHaveTextAsync(page.Title);
        }

        await Expect(reader.Page.Locator("[rel=next]")).ToHaveCountAsync(0);
        await reader.FollowAsync($"Before this {pages[^2].Title}");
        await Expect(reader.Heading).ToHaveTextAsync(pages[^2].Title);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_term_in_the_text_leads_to_its_explanation_in_full_view(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        await reader.GoAsync("/the-switch");
        var link = reader.Page.Locator("main a[href^='/key-terms#']").First;
        var term = (await link.GetAttributeAsync("href"))!.Split('#')[1];

        // With JavaScript the word says what it means first, and leads on from there.
        if (javaScript) await link.ClickAsync();
        await reader.ClickAsync(javaScript ? reader.Link("More about this") : link);

        await Expect(reader.Page).ToHaveURLAsync($"{reader.Site.Address}/key-terms#{term}");
        await AssertInFullViewAsync(reader.Page.Locator($"[id='{term}']").GetByRole(AriaRole.Heading));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_page_s_contents_lead_to_its_sections_in_full_view(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        await reader.GoAsync("/the-switch");
        await reader.Page.GetByText("On this page").First.ClickAsync();
        var link = reader.Page.Locator(".contents.narrow a").Last;
        var section = await link.InnerTextAsync();
        var address = await link.GetAttributeAsync("href");

        await link.ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync($"{reader.Site.Address}/the-switch{address}");
        await AssertInFullViewAsync(reader.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = section, Exact = true }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_opens_and_closes(bool javaScript)
    {
        var reader = await ArriveAsync(javaScript);
        await reader.GoAsync("/faq");
        var question = reader.Page.Locator(".faq details").First;
        var answer = question.Locator("p").First;
        await Expect(answer).ToBeHiddenAsync();

        await question.Locator("summary").ClickAsync();
        await Expect(answer).ToBeVisibleAsync();

        await question.Locator("summary").ClickAsync();
        await Expect(answer).ToBeHiddenAsync();
    }

    /// <summary>On the screen, and nothing that sticks to its edge lies over it.</summary>
    private static async Task AssertInFullViewAsync(ILocator heading)
    {
        await Expect(heading).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        Assert.True(await heading.EvaluateAsync<bool>("""
            heading => {
              const box = heading.getBoundingClientRect();
              return heading.contains(document.elementFromPoint(box.left + 2, box.top + 2));
            }
            """), "Something covers the heading.");
    }
}
