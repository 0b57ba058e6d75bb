using System.Net;
using System.Text.RegularExpressions;
using AvoidantGuide.Content.Search;
using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Content.Tests.Search;

public sealed class SearchIndexTests(ShippedGuide shipped) : IClassFixture<ShippedGuide>
{
    private static readonly string[] _syntax =
        ["\"", "*", "^", "(", ")", "{title}", "AND", "OR", "NOT", "NEAR(", ":", "-", "+", "--", ";", "'", "\0", "%", "title:", "rank", "\uD800", "🙂", "é", "ﬁ", "א", "İ", "\u0301"];

    [Fact]
    public void Any_text_is_a_query_and_leads_only_where_there_is_something()
    {
        var addresses = Addresses(shipped.Guide);
        var words = shipped.Guide.Pages.SelectMany(page => page.Summary.Split(' ')).Concat(_syntax).ToArray();
        var typed = Gen.Elements(words).ArrayOf().Select(parts => string.Join(' ', parts));
        var any = Gen.OneOf(typed, ArbMap.Default.GeneratorFor<string>().Where(text => text is not null), Gen.Elements(_syntax).ArrayOf().Select(string.Concat));

        Check(Prop.ForAll(any.ToArbitrary(), query => shipped.Find(query).Results.All(result => addresses.Contains(result.Address))), 400);
    }

    [Fact]
    public void Marked_text_without_its_marks_is_the_text()
    {
        var titles = Titles(shipped.Guide);
        var texts = string.Join('\n', shipped.Guide.Pages.Select(Flat));
        var words = shipped.Guide.Pages.SelectMany(page => page.Title.Split(' ')).ToArray();
        var queries = Gen.Elements(words).NonEmptyListOf().Select(parts => string.Join(' ', parts));

        Check(Prop.ForAll(queries.ToArbitrary(), query => Assert.All(shipped.Find(query).Results, result =>
        {
            Assert.Contains(result.Title.Text, titles);
            Assert.InRange(result.Excerpt.Text.Length, 0, 204);
            Assert.All(result.Excerpt.Text.Split(" · "), part => Assert.Contains(part.Trim('…', ' '), texts, StringComparison.Ordinal));
        })), 200);
    }

    [Fact]
    public void What_was_looked_for_is_marked_in_every_form()
    {
        var result = shipped.Find("pulls").Results.First(result => result.Address == "/faq#pull-away");

        Assert.Contains(new Piece("pull", Marked: true), result.Title.Pieces);
        Assert.Equal("Questions", result.PageTitle);
    }

    [Fact]
    public void Words_of_neighbouring_elements_are_not_glued_together()
    {
        using var index = new SearchIndex();
        index.Update(With("- first item\n- second item with **bold**ness & <\n\nThird one.\n\nFourth one."));

        var excerpt = index.Find("boldness").Results.Single().Excerpt;

        Assert.Equal("One sentence. first item · second item with boldness & < Third one. Fourth one.", excerpt.Text.Trim());
    }

    [Fact]
    public void A_page_that_is_changed_added_or_removed_is_found_or_not()
    {
        using var index = new SearchIndex();
        var one = With("An aardvark.");
        var other = With("A bandicoot.");
        var page = one.Pages.Single(page => page.Id == "page");

        index.Update(one);
        Assert.Equal("/page", Assert.Single(index.Find("aardvarks").Results).Address);
        index.Update(one with { Pages = [.. one.Pages.Where(kept => kept != page), other.PageAt("/page")!] });
        Assert.Empty(index.Find("aardvark").Results);
        Assert.Equal("/page", Assert.Single(index.Find("bandicoot").Results).Address);
        index.Update(one with { Pages = [.. one.Pages.Where(kept => kept != page)] });
        Assert.Empty(index.Find("bandicoot").Results);
        Assert.Equal([new Correction("bandicot", null)], index.Find("bandicot").Corrections);
        index.Update(one);
        Assert.Equal("/page", Assert.Single(index.Find("aardvark").Results).Address);
    }

    [Fact]
    public void A_term_that_gets_another_name_is_found_by_it()
    {
        using var index = new SearchIndex();
        index.Update(With("Some deactivation here."));
        Assert.DoesNotContain("/page", index.Find("turning to stone").Results.Select(result => result.Address));

        index.Update(With("Some deactivation here.", Sample.Glossary.Replace("going numb", "turning to stone", StringComparison.Ordinal)));

        Assert.Contains("/page", index.Find("turning to stone").Results.Select(result => result.Address));
    }

    [Fact]
    public void An_index_that_was_updated_answers_as_a_fresh_one()
    {
        var pages = shipped.Guide.Pages;
        var queries = new[] { "shutting down", "closeness", "deactivatoin", "fear people away", "the", "what is a bid", "introversion closeness airport", "good time" };
        var subsets = Gen.SubListOf(pages.ToArray()).ListOf(3);

        Check(Prop.ForAll(subsets.ToArbitrary(), steps =>
        {
            using var updated = new SearchIndex();
            using var fresh = new SearchIndex();
            foreach (var step in steps)
                updated.Update(shipped.Guide with { Pages = [.. step] });
            fresh.Update(shipped.Guide with { Pages = [.. steps.Last()] });
            return queries.All(query => Told(updated.Find(query)).SequenceEqual(Told(fresh.Find(query))));
        }), 4);
    }

    [Fact]
    public async Task Many_may_ask_while_the_guide_changes()
    {
        using var index = new SearchIndex();
        var guides = new[] { With("An aardvark."), With("A bandicoot.") };

        await Parallel.ForAsync(0, 400, TestContext.Current.CancellationToken, (i, _) =>
        {
            var (guide, word) = i % 2 == 0 ? (guides[0], "aardvark") : (guides[1], "bandicoot");
            Assert.Equal("/page", Assert.Single(index.Find(guide, word).Results).Address);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void A_query_of_any_length_is_cut()
    {
        var many = string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"x{i}"));
        Assert.InRange(shipped.Find(many).Corrections.Count, 1, 8);
        Assert.Equal(200, Assert.Single(shipped.Find(new string('x', 100_000)).Corrections).Typed.Length);
        Assert.Equal(199, SearchIndex.Cut(new string('x', 199) + "🙂").Length);
        Assert.NotEmpty(shipped.Find("closeness " + new string('x', 100_000)).Results);
        Assert.NotEmpty(shipped.Find(string.Join(' ', Enumerable.Repeat("closeness distance", 10_000))).Results);
    }

    private static Guide With(string body, string? glossary = null) =>
        Sample.Compile(("guide/page.md", Sample.PageNamed("page") + body), ("glossary.md", glossary ?? Sample.Glossary)).Guide!;

    private static void Check(Property property, int runs) =>
        property.Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1).WithMaxTest(runs).WithQuietOnSuccess(true));

    private static IEnumerable<string> Told(Found found) =>
        found.Results.Select(result => $"{result.Address} {result.HasAll} {result.Excerpt.Text}").Concat(found.Corrections.Select(wrong => wrong.ToString()));

    private static HashSet<string> Addresses(Guide guide) =>
        [.. guide.Pages.Select(page => page.Path), .. guide.Pages.SelectMany(page => page.Headings.Select(heading => $"{page.Path}#{heading.Id}")
            .Concat(page.Blocks.OfType<Faq>().SelectMany(faq => faq.Questions).Select(question => $"{page.Path}#{question.Id}"))
            .Concat(page.Blocks.OfType<TermList>().SelectMany(list => list.Terms).Select(term => $"{page.Path}#{term.Id}"))
            .Concat(page.Blocks.OfType<PracticeBlock>().Select(block => $"{page.Path}#{block.Practice.Id}"))), .. guide.Signs.Select(sign => $"{sign.Path}#{sign.Id}")];

    private static HashSet<string> Titles(Guide guide) =>
        [.. guide.Pages.Select(page => page.Title), .. guide.Pages.SelectMany(page => page.Headings).Select(heading => heading.Text),
            .. guide.Terms.Select(term => term.Name), .. guide.Signs.Select(sign => sign.Label), .. guide.Practices.Select(practice => practice.Title),
            .. guide.Pages.SelectMany(page => page.Blocks.OfType<Faq>()).SelectMany(faq => faq.Questions).Select(question => question.Title)];

    /// <summary>What a page says, by another way than the search's own: its text, then what has an address of its own, tags off, in one line.</summary>
    private static string Flat(Page page)
    {
        var html = string.Join('\n', page.Blocks.OrderBy(block => block is TermList or SignList or Faq or PracticeBlock).SelectMany(Html).Prepend(WebUtility.HtmlEncode(page.Summary)));
        var plain = Regex.Replace(html, "</?(a|em|strong|code)( [^>]*)?>", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        plain = Regex.Replace(plain, "<[^>]*>", " ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return string.Join(' ', WebUtility.HtmlDecode(plain).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<string> Html(Block block) => block switch
    {
        Prose prose => [prose.Html],
        InShort inShort => inShort.SentencesHtml,
        Start start => start.WaysHtml,
        Claim claim => [claim.Html],
        Quote quote => [quote.Html, WebUtility.HtmlEncode(quote.By ?? "")],
        Comparison both => [WebUtility.HtmlEncode(both.Left.Title), both.Left.Html, WebUtility.HtmlEncode(both.Right.Title), both.Right.Html],
        Figure figure => [WebUtility.HtmlEncode(figure.Title), figure.DescriptionHtml],
        Care care => [care.Html ?? ""],
        TermList list => list.Terms.SelectMany(term => new[] { term.DefinitionHtml, term.MoreHtml }),
        SignList list => list.Items.Select(sign => sign.Html),
        Faq faq => faq.Questions.Select(question => question.AnswerHtml),
        PracticeBlock practice => practice.Practice.Blocks.SelectMany(Html).Prepend(WebUtility.HtmlEncode(practice.Practice.Summary)),
        _ => [],
    };
}
