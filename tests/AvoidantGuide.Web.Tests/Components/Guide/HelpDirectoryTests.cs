using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class HelpDirectoryTests : BunitContext
{
    private static readonly HelpService _line = new(
        "Helpline <x>", "For anyone.", [HelpFor.Abuse, HelpFor.Under18], "0808 2000 247", "Text HELLO to 85258", "https://example.org/talk", new DateOnly(2026, 11, 20));

    [Fact]
    public void Each_country_is_named_at_an_anchor_with_its_emergency_number()
    {
        var help = Show(_line);

        Assert.Equal("United Kingdom", help.Find("section#uk h2").TextContent);
        Assert.Equal("tel:999", help.Find("#uk .emergency a").GetAttribute("href"));
    }

    [Fact]
    public void A_service_says_who_it_is_for_how_to_reach_it_and_when_that_was_checked()
    {
        var service = Show(_line).Find(".services > li");

        Assert.Equal("Helpline <x>", service.QuerySelector("h3")!.TextContent);
        Assert.Equal(["If someone hurts, controls or frightens you", "Under 18"], service.QuerySelectorAll(".who li").Select(who => who.TextContent));
        Assert.Equal(["tel:08082000247", "https://example.org/talk"], service.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Text HELLO to 85258", service.TextContent, StringComparison.Ordinal);
        Assert.Equal("Last checked 20 November 2026.", service.QuerySelector(".checked")!.TextContent);
    }

    [Fact]
    public void What_a_service_does_not_have_is_not_shown() =>
        Assert.Empty(Show(_line with { Phone = null, Web = null, Text = null }).FindAll(".services a"));

    [Theory]
    [InlineData("999 (or 112)", "999")]
    [InlineData("+44 20 7946 0000", "+442079460000")]
    [InlineData("1800-66-66-66", "1800666666")]
    public void A_telephone_dials_the_first_number(string written, string dialled) => Assert.Equal(dialled, PhoneNumber.FirstIn(written));

    [Fact]
    public void Where_there_is_no_one_number_nothing_is_a_link()
    {
        var words = Render<EmergencyNumber>(p => p.Add(c => c.Text, "your local emergency number"));
        words.MarkupMatches("your local emergency number");
    }

    [Fact]
    public void Only_the_number_is_the_link() =>
        Render<EmergencyNumber>(p => p.Add(c => c.Text, "999. If you cannot speak, press 55.")).MarkupMatches("<a href=\"tel:999\">999</a>. If you cannot speak, press 55.");

    [Fact]
    public void The_list_of_countries_leads_to_each_and_dials_its_emergency_number()
    {
        var country = new Country("uk", "United Kingdom", "999. On a mobile, press 55.", []);
        var list = Render<HelpCountries>(p => p.Add(c => c.Help, new Help("", new SafetyQuestion("", "", ""), [country])));
        Assert.Equal(["#uk", "tel:999"], list.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("press 55", list.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<HelpDirectory> Show(HelpService service) => Render<HelpDirectory>(p => p.Add(
        c => c.Help,
        new Help("", new SafetyQuestion("", "", ""), [new Country("uk", "United Kingdom", "999 (or 112)", [service])])));
}
