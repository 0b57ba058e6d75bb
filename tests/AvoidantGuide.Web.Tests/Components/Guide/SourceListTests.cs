using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class SourceListTests : BunitContext
{
    private static readonly Source _fraley = new(
        "fraley-2015", "Fraley & others", 2015, "Categorical <or> dimensional?", "A Journal", "10.1037/pspp0000027", null, "Questionnaires",
        [new SourceUse("The switch", "/the-switch#triggers"), new SourceUse("Key terms", "/key-terms#secure")]);

    [Fact]
    public void A_source_stands_at_its_id_and_links_to_its_doi_and_back_to_its_uses()
    {
        var entry = Show(_fraley).Find("#fraley-2015");

        Assert.Equal(
            ["https://doi.org/10.1037/pspp0000027", "/the-switch#triggers", "/key-terms#secure"],
            entry.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Categorical <or> dimensional?", entry.QuerySelector("cite")!.TextContent);
        Assert.Equal("Questionnaires", entry.QuerySelector(".kind")!.TextContent);
    }

    [Fact]
    public void Without_a_doi_the_address_is_linked() =>
        Assert.Equal(
            "https://example.org/a",
            Show(_fraley with { Doi = null, Address = "https://example.org/a", Uses = [] }).Find("a").GetAttribute("href"));

    [Fact]
    public void Without_either_nothing_is() =>
        Assert.Empty(Show(_fraley with { Doi = null, Uses = [], Kind = null, In = null }).FindAll("a, .kind, .uses, .in"));

    private IRenderedComponent<SourceList> Show(Source source) => Render<SourceList>(p => p.Add(c => c.Sources, [source]));
}
