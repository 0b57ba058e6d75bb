using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AvoidantGuide.Browser.Tests.Reading;

/// <summary>A page of the guide on paper, where no link can be followed.</summary>
public sealed class PaperTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    public static TheoryData<string> Pages =>
        [.. Published.Sequence.Where(page => !page.Blocks.OfType<AvoidantGuide.Content.PracticeBlock>().Any()).Select(page => page.Path), "/sources", "/whole-guide"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_source_that_is_cited_is_written_out_once(string address)
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.GoAsync(address);
        var ids = await reader.Page.Locator("a.source").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.hash.slice(1)))]");
        var cited = Published.Sources.Where(source => address == "/sources" || ids.Contains(source.Id, StringComparer.Ordinal)).ToList();
        var shown = cited.ToDictionary(source => source, source => source.Doi is { } doi ? $"doi.org/{doi}" : source.Address ?? source.Title);
        if (address != "/sources") await Expect(reader.Page.Locator(".cited")).ToHaveCountAsync(cited.Count > 0 ? 1 : 0);
        Assert.Equal("", await DrawnAsync());

        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var paper = await reader.TextAsync() + await DrawnAsync();
        Assert.All(shown.Values, text => Assert.Equal(1, paper.Split(text).Length - 1));

        // What a style sheet draws is in no element's text.
        Task<string> DrawnAsync() => reader.Page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('.cited li')].filter(one => one.checkVisibility()).map(one => getComputedStyle(one, '::before').content).join('\\n')");
    }

    [Fact]
    public async Task Numbers_and_addresses_of_help_are_written_out()
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.GoAsync("/get-help");
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var paper = await reader.TextAsync();

        foreach (var service in Published.Help.Countries.SelectMany(country => country.Services))
            foreach (var said in new[] { service.Name, service.Phone, service.Text, service.Web?.Replace("https://", "", StringComparison.Ordinal).TrimEnd('/') }.OfType<string>())
                Assert.Contains(said, paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_folded_on_the_screen_is_open_on_paper()
    {
        var reader = await ArriveAsync(javaScript: false);
        foreach (var address in new[] { "/faq", "/the-switch" })
        {
            await reader.GoAsync(address);
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            var folded = reader.Page.Locator("article details:not(.contents) > summary ~ p");
            Assert.NotEqual(0, await folded.CountAsync());
            foreach (var answer in await folded.AllAsync()) await Expect(answer).ToBeVisibleAsync();
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        }
    }

    [Fact]
    public async Task A_practice_that_is_open_is_printed_alone()
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.GoAsync("/what-helps");
        await reader.Page.Locator("#slow-exit summary").ClickAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var paper = await reader.TextAsync();
        foreach (var prompt in Published.Practice("slow-exit").Prompts) Assert.Contains(prompt.Title, paper, StringComparison.Ordinal);
        foreach (var other in Published.Practices.Where(practice => practice.Id != "slow-exit")) await Expect(reader.Page.Locator($"#{other.Id}")).Not.ToBeVisibleAsync();
        await Expect(reader.Heading).ToBeHiddenAsync();
    }

    /// <summary>A box at the foot of one column whose words begin the next one cannot be ticked.</summary>
    [Theory]
    [InlineData("/what-helps")]
    [InlineData("/right-now")]
    public async Task No_choice_is_torn_between_two_columns(string address)
    {
        var reader = await ArriveAsync(javaScript: false);
        await reader.GoAsync(address);
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var whole = await reader.Page.Locator(".try .choice").EvaluateAllAsync<string[]>("choices => [...new Set(choices.map(choice => getComputedStyle(choice).breakInside))]");
        Assert.Equal(["avoid"], whole);
    }
}
