using AvoidantGuide.Web.Components.Site;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Site;

public sealed class SiteTests : BunitContext
{
    [Fact]
    public void Leaving_is_a_link_that_works_without_a_script() =>
        Render<LeaveLink>().MarkupMatches("""<nav class="leave" aria-label="Leave"><a href="/leave" rel="noreferrer" data-leave="">Leave this site now</a></nav>""");

    [Fact]
    public void The_skip_link_leads_to_the_page() => Assert.Equal("#main", Render<SkipLink>().Find("a").GetAttribute("href"));

    [Fact]
    public void The_menu_holds_the_pages_and_marks_the_one_being_read()
    {
        var header = Header(journal: false);

        Assert.Equal(["/", "/the-switch"], header.FindAll(".menu a").Select(link => link.GetAttribute("href")));
        Assert.Equal("page", header.Find(".menu a[href='/the-switch']").GetAttribute("aria-current"));
        Assert.Equal("The <switch>", header.Find(".menu [aria-current]").TextContent);
        Assert.Single(header.FindAll("[aria-current]"));
        Assert.False(header.Find("details.menu").HasAttribute("open"));
    }

    [Fact]
    public void The_guide_can_be_searched_by_a_labelled_field_named_q()
    {
        var form = Header(journal: false).Find("form[role=search]");
        var field = form.QuerySelector("input[name=q]")!;

        Assert.Equal("/search", form.GetAttribute("action"));
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.NotNull(form.QuerySelector($"label[for={field.Id}]"));
    }

    [Fact]
    public void On_the_journal_s_pages_the_header_is_quiet()
    {
        var header = Header(journal: true);

        Assert.Empty(header.FindAll("form, details, .menu"));
        Assert.Equal(["/", "/get-help", "/journal"], header.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void The_footer_says_what_the_site_is_not_and_says_less_in_the_journal()
    {
        var guide = Render<SiteFooter>();
        var journal = Render<SiteFooter>(p => p.Add(c => c.Journal, true));

        Assert.Equal(["/get-help", "/sources", "/about", "/privacy", "/whole-guide"], guide.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Education, not treatment.", guide.Find("footer > p").TextContent);
        Assert.Equal(["/get-help", "/privacy"], journal.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    private IRenderedComponent<SiteHeader> Header(bool journal) => Render<SiteHeader>(p => p
        .Add(c => c.CurrentPath, "/the-switch")
        .Add(c => c.Links, [new NavLink("/", "Home"), new NavLink("/the-switch", "The <switch>")])
        .Add(c => c.Journal, journal));
}
