using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

public sealed class CitedTests : BunitContext
{
    private static readonly Source _both = Cite("both", "Torre, J., & Lieberman, M.", 2018, "10.1177/1", "/a#slow-exit", "/a#here");
    private static readonly Source _practice = Cite("practice", "Kross and Ayduk", 2017, "10.1016/2", "/a#slow-exit");
    private static readonly Source _page = Cite("page", "Nook", year: null, "10.1037/3", "/a");
    private static readonly Source _elsewhere = Cite("elsewhere", "Locke", 2008, "10.1111/4", "/ab#slow");

    [Fact]
    public void On_paper_each_source_has_its_address()
    {
        Assert.Equal("Torre, J., & Lieberman, M. (2018). Words into feelings. doi.org/10.1177/1", Show(_both));
        Assert.Equal("Nook (undated). Words into feelings. https://example.org/a", Show(_page with { Doi = null, Address = "https://example.org/a" }));
        Assert.Equal("Locke (2008). Words into feelings. A Journal.", Show(_elsewhere with { Doi = null, In = "A Journal" }));
    }

    [Fact]
    public void A_page_cites_what_stands_on_it()
    {
        var guide = new AvoidantGuide.Content.Guide { Pages = [], Terms = [], Sources = [_both, _practice, _page, _elsewhere], Practices = [], Help = new Help("", new SafetyQuestion("", "", ""), []), Signs = [] };

        Assert.Equal([_both, _practice, _page], guide.SourcesOn("/a"));
        Assert.Empty(guide.SourcesOn("/nowhere"));
        Assert.Equal([_page], (guide with { Sources = [_page] }).SourcesOn("/a"));
    }

    private string? Show(Source source) => Render<Cited>(p => p.Add(c => c.Sources, [source])).Find("li").GetAttribute("data-source");

    private static Source Cite(string id, string authors, int? year, string doi, params string[] uses) =>
        new(id, authors, year, "Words into feelings", null, doi, null, null, [.. uses.Select(use => new SourceUse("", use))]);
}
