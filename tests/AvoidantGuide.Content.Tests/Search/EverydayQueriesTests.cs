using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Content.Tests.Search;

/// <summary>What an upset reader types, and the places of which one is among the first three.</summary>
public sealed class EverydayQueriesTests(ShippedGuide shipped) : IClassFixture<ShippedGuide>
{
    private const int First = 3;

    private const string Leaving = "/in-relationships#leaving-what-was-working";
    private const string Waiting = "/if-you-love-someone#stop-waiting";
    private const string Love = "/if-you-love-someone";
    private const string PullAway = "/faq#pull-away";
    private const string Lonely = "/what-it-costs#loneliness";
    private const string Switch = "/the-switch";
    private const string Silence = "/faq#silence";
    private const string Anxious = "/key-terms#hyperactivation";
    private const string Numb = "/key-terms#deactivation";
    private const string Know = "/faq#how-would-i-know";
    private const string Tests = "/faq#tests";
    private const string Blameless = "/how-it-develops#without-blame";
    private const string Therapy = "/can-it-change#therapy";
    private const string Professional = "/get-help#professional";

    [Theory]
    [InlineData("lonely", Lonely)]
    [InlineData("so lonely in this marriage", Lonely)]
    [InlineData("lonley", Lonely)]
    [InlineData("marriage", Love)]
    [InlineData("loosing feelings", "/inside-experience#interest-gone")]
    [InlineData("breakup", Leaving, Waiting)]
    [InlineData("break up", Leaving, Waiting)]
    [InlineData("brekup", Leaving, Waiting)]
    [InlineData("we broke up", Leaving, Waiting)]
    [InlineData("ex", "/what-it-costs#longing")]
    [InlineData("why do i miss my ex", "/what-it-costs#longing")]
    [InlineData("crying", Love + "#you-may-need-help", Professional)]
    [InlineData("cant stop crying", Love + "#you-may-need-help", Professional)]
    [InlineData("unlovable", Blameless)]
    [InlineData("am i unloveable", Blameless)]
    [InlineData("what is wrong with me", Blameless)]
    [InlineData("no contact", Love + "#say-it-once")]
    [InlineData("ghosting", "/key-terms#deactivating-strategies", Love + "#say-it-once")]
    [InlineData("he ghosted me", "/key-terms#deactivating-strategies", Love + "#say-it-once")]
    [InlineData("silent treatment", Silence)]
    [InlineData("silent treatmnt", Silence)]
    [InlineData("numb", Numb)]
    [InlineData("i feel numb", Numb)]
    [InlineData("i hate myself", Blameless, Professional)]
    [InlineData("left me", Waiting, Love)]
    [InlineData("my wife left me", Love, Waiting)]
    [InlineData("why do i leave", Leaving, PullAway)]
    [InlineData("why do i always run away", Leaving, PullAway)]
    [InlineData("pulling away", PullAway, "/right-now")]
    [InlineData("he keeps pulling away", PullAway, "/right-now")]
    [InlineData("puling away", PullAway, "/right-now")]
    [InlineData("cold", Switch, "/the-switch#seen-twice")]
    [InlineData("she suddenly went cold", Switch, "/the-switch#seen-twice")]
    [InlineData("hot and cold", "/key-terms#fearful")]
    [InlineData("trust", "/what-helps#three-moments")]
    [InlineData("trust issues", "/what-helps#three-moments")]
    [InlineData("anxious", Anxious)]
    [InlineData("anxius", Anxious)]
    [InlineData("clingy", Anxious)]
    [InlineData("my husband shuts down", Love, Numb)]
    [InlineData("my wife shuts down", Love, Numb)]
    [InlineData("my boyfriend shuts down", Love, Numb)]
    [InlineData("my girlfriend shuts down", Love, Numb)]
    [InlineData("my partner shuts down", Love, Numb)]
    [InlineData("boyfreind shuts down when we argue", Love, Numb, "/in-relationships#long-arguments")]
    [InlineData("my husbend never talks about feelings", Love, "/the-switch#long-talk")]
    [InlineData("kids", "/how-it-develops")]
    [InlineData("will my kids get it", "/how-it-develops")]
    [InlineData("my mother", "/how-it-develops")]
    [InlineData("therapy", Therapy)]
    [InlineData("does therapy work", Therapy)]
    [InlineData("therepist", Therapy)]
    [InlineData("quiz", Tests)]
    [InlineData("test", Tests)]
    [InlineData("attachment style test", Tests)]
    [InlineData("am i avoidant", Know, Tests, "/key-terms#avoidant-attachment")]
    [InlineData("avoident", Know, "/key-terms#avoidant-attachment")]
    [InlineData("symptoms", Know, "/inside-experience#seven-signs")]
    [InlineData("can i change", "/can-it-change")]
    [InlineData("how do i fix this", "/can-it-change", "/what-helps")]
    [InlineData("does he love me", "/faq#love")]
    [InlineData("do they even care about me", "/faq#love")]
    [InlineData("should i stay or go", Waiting, "/the-switch#right-doubt")]
    [InlineData("how long should i wait", Waiting)]
    [InlineData("i cant breathe", "/right-now", "/inside-experience#smothered")]
    [InlineData("panic", "/right-now")]
    [InlineData("i want to run", "/right-now")]
    [InlineData("lost feelings overnight", "/inside-experience#interest-gone")]
    [InlineData("the ick", "/inside-experience#interest-gone")]
    [InlineData("everything annoys me", "/inside-experience#irritated")]
    [InlineData("depressed", Professional)]
    [InlineData("depresed", Professional)]
    [InlineData("afraid of commitment", "/the-switch#more-serious")]
    [InlineData("comitment issues", "/the-switch#more-serious")]
    [InlineData("toxic relationship", "/in-relationships#when-it-is-not-a-loop", "/get-help#afraid")]
    [InlineData("narcissist or avoidant", "/in-relationships#when-it-is-not-a-loop")]
    [InlineData("gaslighting", "/in-relationships#when-it-is-not-a-loop")]
    [InlineData("what do i text him", "/right-now#a-line", Love + "#say-it-once")]
    [InlineData("not texting back", Love + "#say-it-once")]
    [InlineData("autism", "/inside-experience#other-reasons", Know)]
    [InlineData("childhood trauma", "/how-it-develops", "/how-it-develops#messages")]
    [InlineData("is it my fault", Blameless, "/if-you-love-someone#not-your-job")]
    [InlineData("i push everyone away", "/key-terms#avoidant-attachment", "/key-terms#deactivating-strategies", PullAway)]
    [InlineData("need help", "/get-help")]
    [InlineData("exercises", "/what-helps")]
    [InlineData("why am i like this", "/how-it-develops", "/inside-experience", Blameless)]
    [InlineData("anxious avoidant trap", "/in-relationships#loop")]
    public void The_first_three_hold_an_answer(string query, params string[] any)
    {
        var first = shipped.Addresses(query).Take(First).ToArray();

        Assert.True(first.Intersect(any).Any(), $"{query}: {string.Join(' ', first)}");
    }

    [Theory]
    [InlineData("jealous")]
    [InlineData("lottery")]
    [InlineData("bored to tears by accountancy")]
    public void An_ordinary_word_is_not_taken_for_another(string query) =>
        Assert.All(shipped.Find(query).Corrections, correction => Assert.Null(correction.Shown));

    [Fact]
    public void A_query_is_looked_for_as_it_was_typed_when_that_is_wanted()
    {
        var (meant, exact) = (shipped.Find("pushng Lonley people, away"), shipped.Index.Find("pushng Lonley people, away", exactly: true));

        Assert.Equal("pushing lonely people, away", meant.Meant);
        Assert.Null(exact.Meant);
        Assert.All(exact.Corrections, correction => Assert.Null(correction.Shown));
        Assert.DoesNotContain(exact.Results, result => result.Title.Pieces.Concat(result.Excerpt.Pieces).Any(piece => piece.Marked && piece.Text.StartsWith("lonel", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Where_no_place_has_all_words_those_with_any_follow_the_rarest_first()
    {
        var found = shipped.Find("introversion xylophonequark airport saucepan").Results;

        Assert.Equal("/faq#introversion", found[0].Address);
        Assert.All(found, result => Assert.False(result.HasAll));
    }

    [Fact]
    public void Nobody_in_danger_has_a_word_taken_for_another()
    {
        var found = shipped.Find("suicde lonley");

        Assert.True(found.Danger);
        Assert.Empty(found.Corrections);
        Assert.Null(found.Meant);
        Assert.Empty(found.Results);
    }

    [Theory]
    [InlineData("dying inside")]
    [InlineData("dead tired")]
    public void A_word_of_danger_is_never_taken_for_another(string query) => Assert.Null(shipped.Find(query).Meant);
}
