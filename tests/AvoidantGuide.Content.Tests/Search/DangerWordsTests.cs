using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Content.Tests.Search;

/// <summary>When help stands above the results. Once too often is better than once too seldom.</summary>
public sealed class DangerWordsTests(ShippedGuide shipped) : IClassFixture<ShippedGuide>
{
    [Theory]
    [InlineData("kill myself", "want to kill my self", "how to kill myself painlessly", "kill mysef")]
    [InlineData("suicide", "suicidal", "sucide", "suicidal thoughts", "SUICIDE", "suicde", "suiside")]
    [InlineData("want to die", "i wanna die", "wish i was dead", "i don't want to live anymore", "dont want to be here", "cant go on", "end my life", "better off dead", "no reason to live")]
    [InlineData("self harm", "self-harm", "selfharm", "self harming", "cutting myself", "hurt myself", "hurting myself", "I cut my wrists")]
    [InlineData("he hits me", "he hit me", "she hits me", "my husband hits me", "my boyfriend hit me last night", "he is hitting me", "partner beats me up", "my dad beats me")]
    [InlineData("afraid of my partner", "scared of him", "i am afraid of her", "frightened of my husband", "afriad of my partner", "afraid to go home", "terrified of my ex")]
    [InlineData("she threatens me", "he threatened to kill me", "threatening messages", "threatning me", "he says he will kill me")]
    [InlineData("rape", "raped", "he raped me", "he forced me to have sex", "sexual assault", "marital rape")]
    [InlineData("stalking", "he is stalking me", "my ex follows me", "stalked", "tracks my phone he tracks me")]
    [InlineData("strangled", "he strangled me", "strangulation", "choked me", "strangeld", "he put his hands round my neck and choked")]
    [InlineData("forced marriage", "forced to marry", "they want me to marry", "married against my will", "honour killing", "being taken abroad", "sent abroad")]
    [InlineData("domestic violence", "abuse", "abusive relationship", "am I being abused", "he won't let me leave", "not safe", "i dont feel safe", "locked me in", "I hit my girlfriend")]
    public void A_search_that_may_be_about_danger_is_known(params string[] queries) =>
        Assert.All(queries, query => Assert.True(DangerWords.In(query) && shipped.Find(query).Danger, query));

    [Theory]
    [InlineData("avoidant", "fearful avoidant partner", "fear of intimacy", "afraid of closeness", "autonomy threat", "talking about feelings", "I kill the mood", "dead end", "dying to be alone")]
    [InlineData("push people away", "need space", "trapped", "suffocated", "silent treatment", "end things", "is it over", "dismissive", "cut off", "hot and cold", "self", "harmony")]
    [InlineData("", " ", "a", "?", "want to dye my hair", "therapist", "grape", "stranger", "strange", "life", "living together", "marriage", "why do I leave")]
    public void An_ordinary_search_is_not(params string[] queries) => Assert.All(queries, query => Assert.False(DangerWords.In(query), query));

    [Fact]
    public void No_term_sign_or_practice_of_the_guide_is_taken_for_danger()
    {
        var names = shipped.Guide.Terms.SelectMany(term => term.Also.Append(term.Name))
            .Concat(shipped.Guide.Signs.Select(sign => sign.Label))
            .Concat(shipped.Guide.Practices.Select(practice => practice.Title));

        Assert.All(names, name => Assert.False(DangerWords.In(name), name));
    }

    [Fact]
    public void The_longest_query_is_looked_at_in_no_time()
    {
        var started = System.Diagnostics.Stopwatch.StartNew();

        foreach (var word in new[] { "he ", "want to ", "hit my ", "no " })
            DangerWords.In(string.Concat(Enumerable.Repeat(word, 200 / word.Length)));

        Assert.InRange(started.ElapsedMilliseconds, 0, 1_000);
    }
}
