using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Content.Tests.Search;

/// <summary>What people type who may be in danger, and what others type in almost the same words.</summary>
public sealed class DangerQueriesTests(ShippedGuide shipped) : IClassFixture<ShippedGuide>
{
    [Theory]
    [InlineData("kill myself", "i hate myself", "want to die", "i want to disappear", "i can't cope anymore", "cant cope", "i cant take it anymore", "i can't take this any more")]
    [InlineData("no point living", "no point in anything", "everyone would be better off without me", "they would be better off if i was dead", "i wish i could fall asleep and not wake up", "dont want to wake up", "not wake up tomorrow", "i dont want to exist")]
    [InlineData("suicidal thoughts", "suicide hotline", "how many pills", "take all my pills", "overdose", "self harm scars", "i cut myself", "i want to hurt myself")]
    [InlineData("scratch myself", "hit my head against the wall", "feel like a burden", "im a burden to everyone", "i am worthless", "life is pointless", "goodbye letter", "slit my wrists")]
    [InlineData("jump in front of a train", "he hits me", "she slapped me", "my boyfriend choked me", "he grabbed me by the throat", "he pushed me down the stairs", "she throws things at me", "he threw a plate at me")]
    [InlineData("he broke my phone", "he punches walls", "my husband scares me", "scared of my husband", "i am scared of what he will do", "afraid he will hurt me", "he said he would kill me", "threatens to kill himself if i leave")]
    [InlineData("she says she will kill herself if i leave", "he won't let me see my friends", "he controls my money", "checks my phone", "tracks my location", "he follows me everywhere", "my ex is stalking me", "he made me have sex")]
    [InlineData("forced me to have sex", "she touched me without consent", "marital rape", "my dad beats me", "my mum hits me", "they want to send me abroad to marry", "arranged marriage i dont want", "i hit my wife")]
    [InlineData("i hurt my girlfriend", "afraid i will hurt my kids", "is this abuse", "emotional abuse", "am i abusive", "domestic abuse", "he locked me out", "he took my passport")]
    [InlineData("kys", "trapped in an abusive relationship", "scared to go home", "i am in danger", "he has a gun", "help he is going to kill me", "i want it to stop hurting i want to die", "unalive myself")]
    [InlineData("everything is hopeless i give up on life", "he hit me up against the wall", "he hit me that night", "he pushes me away and hits me")]
    [InlineData("husband hitts me", "he pushed me", "he grabbed me", "he raised his hand", "i have a knife", "covered in bruises", "walking on eggshells", "he reads my messages", "he wont use a condom", "want to dissapear")]
    public void Help_comes_first_and_nobody_is_corrected(params string[] queries) => Assert.All(queries, query =>
    {
        var found = shipped.Find(query);

        Assert.True(found.Danger, query);
        Assert.Empty(found.Corrections);
        Assert.Null(found.Meant);
    });

    [Theory]
    [InlineData("killing time", "hit me up", "deadline", "die Liebe", "dead end", "dead bedroom", "it hit me that i love him", "he hit it off with her")]
    [InlineData("beat around the bush", "heartbeat", "my heart beats fast around him", "cut off contact", "she cut me off", "cut ties with my mother", "shoot me a text", "dead tired")]
    [InlineData("he pushes me to talk", "she pushed me away", "he pushes me too hard", "push people away")]
    [InlineData("bored to death", "love you to death", "dying to see him", "dying inside", "scared of commitment", "afraid of losing him", "scared of losing my partner", "afraid of being alone")]
    [InlineData("afraid of my feelings", "fear of abandonment", "fear of my partner leaving", "scared of love", "killing the mood", "how to kill feelings", "this silence kills the romance", "take my life back")]
    [InlineData("my partner is a bit cold to me", "my partner is a bit distant with me", "he follows me on instagram", "let go of him", "how do i let him go", "why won't he let me in", "he never lets me in", "end things")]
    [InlineData("end the relationship", "how to end it kindly", "ending a relationship", "he threatens my independence", "threatened by closeness", "i feel attacked in arguments", "beating myself up", "drowning in work")]
    [InlineData("hang out with him", "hanging by a thread", "he hangs up on me", "burnt out", "hurt feelings", "he hurt my feelings", "i hurt him by leaving", "run away from love")]
    [InlineData("running from intimacy", "no point arguing", "locked in a loop", "walls up", "trapped", "suffocated", "smothered", "control issues")]
    [InlineData("need for control", "he is jealous", "punching above my weight", "knockout", "strange situation", "life after divorce", "die hard romantic", "want to live alone")]
    [InlineData("i dont want to live with my partner", "not ready to move in", "self sabotage", "cutting people off", "poisoned relationship", "she left me", "he broke my heart", "breaking my heart")]
    [InlineData("how to survive a breakup", "living apart together", "dead silence", "sick of him", "tired of waiting", "i want to leave", "give up on him", "rather be alone")]
    [InlineData("want to be alone", "dont want to be touched", "abandonment", "checks out of the conversation")]
    public void What_only_sounds_alike_is_an_ordinary_search(params string[] queries) =>
        Assert.All(queries, query => Assert.False(DangerWords.In(query), query));
}
