using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Content.Tests.Search;

/// <summary>What people type, and what they should meet first.</summary>
public sealed class KnownAnswersTests(ShippedGuide shipped) : IClassFixture<ShippedGuide>
{
    [Theory]
    [InlineData("shutting down", "/key-terms#deactivation")]
    [InlineData("push people away", "/key-terms#avoidant-attachment")]
    [InlineData("need space", "/key-terms#avoidant-attachment")]
    [InlineData("deactivation", "/key-terms#deactivation")]
    [InlineData("Deactivating Strategies", "/key-terms#deactivating-strategies")]
    [InlineData("is it the same as introversion", "/faq#introversion")]
    [InlineData("why do I pull away when things are good?", "/faq#pull-away")]
    [InlineData("my interest in them went out", "/inside-experience#interest-gone")]
    [InlineData("someone needs me", "/the-switch#being-needed")]
    [InlineData("diary studies", "/the-switch#diary-studies")]
    [InlineData("take a pause", "/what-helps#slow-exit")]
    [InlineData("under 18", "/get-help#under-18")]
    [InlineData("right now", "/right-now")]
    public void The_place_one_looks_for_comes_first(string query, string address) =>
        Assert.Equal(address, shipped.Addresses(query)[0]);

    [Theory]
    [InlineData("shutting down", "/key-terms#deactivating-strategies")]
    [InlineData("push people away", "/key-terms#deactivating-strategies")]
    [InlineData("need space", "/key-terms#deactivating-strategies")]
    public void Every_term_that_people_call_so_is_near_the_top(string query, string address) =>
        Assert.Contains(address, shipped.Addresses(query).Take(3));

    [Fact]
    public void Every_name_of_a_term_finds_it_among_the_first()
    {
        var missed = shipped.Guide.Terms.SelectMany(term => term.Also.Append(term.Name).Select(name => (term.Id, Name: name)))
            .Where(pair => !shipped.Addresses(pair.Name).Take(3).Contains($"/key-terms#{pair.Id}"));

        Assert.Empty(missed);
    }

    [Fact]
    public void Every_heading_sign_question_and_practice_is_found_by_its_words()
    {
        var known = shipped.Guide.Pages.SelectMany(page => page.Headings.Select(heading => (heading.Text, Address: $"{page.Path}#{heading.Id}"))
            .Concat(page.Blocks.OfType<Faq>().SelectMany(faq => faq.Questions).Select(question => (question.Title, $"{page.Path}#{question.Id}")))
            .Concat(page.Blocks.OfType<PracticeBlock>().Where(block => !block.FormOnly).Select(block => (block.Practice.Title, $"{page.Path}#{block.Practice.Id}")))
            .Append((page.Title, page.Path)));
        var missed = known.Concat(shipped.Guide.Signs.Select(sign => (sign.Label, $"{sign.Path}#{sign.Id}")))
            .Where(place => !shipped.Addresses(place.Item1).Take(3).Contains(place.Item2));

        Assert.Empty(missed);
    }

    [Fact]
    public void Everyday_words_lead_to_the_sections_that_use_the_terms_name()
    {
        var found = shipped.Find("going numb").Results;

        Assert.Contains(found, result => result.Kind == PlaceKind.Section
            && result.Excerpt.Pieces.Any(piece => piece.Marked && piece.Text.Equals("deactivation", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("deactivatoin", "deactivation", "/key-terms#deactivation")]
    [InlineData("pushng people away", "pushing", "/key-terms#avoidant-attachment")]
    [InlineData("shuting down", "shutting", "/key-terms#deactivation")]
    [InlineData("introvrsion", "introversion", "/faq#introversion")]
    public void A_mistyped_word_is_forgiven_and_said(string query, string shown, string address)
    {
        var found = shipped.Find(query);

        Assert.Equal([new Correction(query.Split(' ')[0], shown)], found.Corrections);
        Assert.Equal(address, found.Results[0].Address);
    }

    [Theory]
    [InlineData("what is a bid", "bid")]
    [InlineData("xylophonequark", "xylophonequark")]
    public void What_is_like_nothing_finds_nothing_and_is_named(string query, string typed)
    {
        var found = shipped.Find(query);

        Assert.Empty(found.Results);
        Assert.Equal([new Correction(typed, null)], found.Corrections);
    }

    [Fact]
    public void Any_form_of_a_word_and_any_accent_finds_it()
    {
        Assert.Contains("/key-terms#hyperactivation", shipped.Addresses("clings"));
        Assert.Equal(shipped.Addresses("vrticka"), shipped.Addresses("Vrtička"));
        Assert.NotEmpty(shipped.Addresses("vrticka"));
    }

    [Fact]
    public void With_few_places_that_have_every_word_those_with_most_follow()
    {
        var found = shipped.Find("introversion closeness airport").Results;

        Assert.Contains(found, result => result.Address == "/faq#introversion" && !result.HasAll);
        Assert.Equal(found, found.OrderByDescending(result => result.HasAll));
    }
}
