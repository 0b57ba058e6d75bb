namespace AvoidantGuide.Content.Tests.Markup;

/// <summary>What each warning on wording must see, and what it must leave alone: sentences of the kind that this guide has.</summary>
public sealed class WordingTablesTests
{
    [Theory]
    [InlineData("AG501", "The avoidant leaves.", "An avoidant pulls away.", "Ask an avoidant.", "Avoidant people leave early.", "Life with an avoidant partner.", "He is an avoidant person, and she is an avoidant too.",
        "A fearful avoidant wants both.", "The avoidant’s fear.", "Dismissive avoidants leave.", "Your avoidant will text.", "The avoidant and the anxious dance.", "My avoidant ex came back.", "“The avoidant”")]
    [InlineData("AG502", "You can heal this.", "You will be healed.", "It can be cured.", "The cure is closeness.", "Love heals.", "This is about healing.", "Not today, but you can be cured.")]
    [InlineData("AG503", "A toxic bond.", "It is narcissistic.", "They are a narcissist.", "You are broken.", "You're just damaged.", "Perhaps they are crazy.", "The signs of narcissism.", "Such toxicity.")]
    [InlineData("AG508", "You're avoidant.", "You’re avoidant, and so is your brother.", "You are clearly insecure.", "Your type is dismissive.", "You have an anxious attachment style.", "You unconsciously push.", "You don’t really know what you want.",
        "Because you are fearful, you run.", "You are scared of intimacy.")]
    [InlineData("AG509", "When she rings, you sigh.", "Ask your husband.", "A girlfriend who waits.", "He may go, and she may stay.", "Someone who loves his quiet.")]
    [InlineData("AG510", "It is because your parents were cold.", "It comes because of your upbringing.", "Your mother never held you.", "Your father made you feel ashamed.", "Your parents taught you to hide.", "Your family neglected you.",
        "Bad parenting does this.", "It is because their mother left.", "Your parents couldn’t love you.")]
    [InlineData("AG511", "Some 60-70% leave.", "Some 60–70 per cent leave.", "From 60% to 70% leave.", "Sixty per cent leave.", "Ten to twenty per cent leave.", "Two thirds of them leave.", "Two-thirds of relationships end.", "Three quarters of the couples parted.", "Half of all adults do.",
        "Studies show that most people do.", "Research has shown it.", "Experts agree.", "Scientists have found it.", "Among thirty young adults it was so.", "It was so in 100% of cases.", "One adult in four is so.")]
    public void Each_of_these_is_warned_of(string code, params string[] sentences) => Assert.All(sentences, sentence =>
        Assert.Contains(Sample.InBody(Sample.WithPage(sentence)), problem => problem.StartsWith(code, StringComparison.Ordinal)));

    [Theory]
    // People and patterns.
    [InlineData("The avoidant side of it is a leaning.", "An avoidant style is a matter of degree.", "The avoidant strategies are learned.", "People high in avoidance answered late.", "An avoidant process may be at work.",
        "Avoidant attachment is not a diagnosis.", "About this, avoidant and anxious are two dials.", "The avoidant end of the dial.", "Avoidant personality disorder is something else.")]
    // Nobody is promised anything.
    [InlineData("There is no cure.", "It cannot be healed by reading.", "Nobody has been cured by a quiz.", "Nothing here claims to heal anyone.", "Secure people quarrel too.", "It is an obscure word.", "A healthy distance.")]
    // Nobody is judged.
    [InlineData("You are not broken.", "You may be told that you are broken.", "The cup is broken.", "A broken plate.", "The phone may be damaged.", "It does not mean that you are damaged.", "A promise that was broken.")]
    // Readers, their feelings and their types.
    [InlineData("You may be avoidant with one friend and easy with another.", "If you are fearful, go slowly.", "Nobody can say what your type is.", "Your pattern is not who you are.", "You may have anxious thoughts at night.", "Do you have anxious days?",
        "If you don’t know what you feel, that is an answer.", "Is it something you really want?", "You are afraid of them.", "Did you secretly hope for rain?", "You are insecure about the job.", "Your style is yours.", "You know what you felt on Friday.")]
    // He, she and they.
    [InlineData("Say what he or she did.", "He and she may both be right.", "A husband or wife may ring.", "Ask them, not me.", "His or her coat.", "Your boyfriend or girlfriend.")]
    // Parents.
    [InlineData("Your mother taught you to swim.", "Your dad made you a cake.", "You smile because your mother rang.", "It is not your mother’s fault.", "It does not take bad parents.", "Your parents were glad, because your family was together.",
        "They relax because their parents are kind.", "Your family never needs to know.", "You stayed at home because of your mother’s birthday.", "It was nobody’s fault.", "Your parents did not come on Sunday.", "A parent rings.", "Some people recall busy parents.", "You need not look for a bad mother.")]
    // Numbers.
    [InlineData("You need not be 100% sure.", "The phone is at 3%.", "Twelve people came to supper.", "Two couples at the next table laughed.", "One Sunday in four you stay in bed.", "A third of the way home.", "Two thirds of the evening went well.", "Half of it was true.",
        "One message in ten is short.", "It began in 2019, at 18.", "The third of March.", "Five minutes, then ten.", "Room 12, page 3 of 10.", "Call 116 123.", "One of them left.", "You have two homes, and three keys.", "At seven you eat.",
        "What studies find is mixed.", "No study can tell you.", "The studies are small.", "Look at the evidence of your own week.", "Most of this research shows what goes with what.")]
    public void None_of_these_is_warned_of(params string[] sentences) =>
        Assert.All(sentences, sentence => Assert.Equal([], Sample.InBody(Sample.WithPage(sentence)).Select(problem => $"{problem} {sentence}")));

    [Fact]
    public void With_a_source_in_the_paragraph_a_study_may_show_something() =>
        Assert.Empty(Sample.InBody(Sample.WithPage("Studies show that two thirds of adults do ([Stanton, 2017](src:stanton-2017)).")));
}
