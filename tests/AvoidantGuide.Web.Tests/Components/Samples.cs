using AvoidantGuide.Content;

namespace AvoidantGuide.Web.Tests.Components;

/// <summary>Small, made-up pieces of a guide. Plain texts hold markup, so that a component that forgets to encode shows it.</summary>
internal static class Samples
{
    public const string Markup = "<b>a & b</b>";

    public static Page Page(params Block[] blocks) => new()
    {
        Id = "sample",
        Path = "/sample",
        Title = "A title " + Markup,
        Nav = "Sample",
        Summary = "A summary " + Markup,
        Order = 1,
        Draft = false,
        ReviewedOn = new DateOnly(2026, 11, 22),
        ReviewedNext = new DateOnly(2027, 11, 22),
        Blocks = blocks,
        Words = 401,
        File = "guide/sample.md",
    };

    public static Practice Practice(bool asksSafety) => new()
    {
        Id = "slow-exit",
        Title = "Take a pause " + Markup,
        Summary = "Wait a little " + Markup,
        Order = 1,
        Version = 1,
        AsksSafety = asksSafety,
        Draft = false,
        Ending = "That is usual.",
        Blocks = [new Prose("<p>Set a time.</p>")],
        Prompts = [],
        File = "practices/slow-exit.md",
    };

    public static Prompt Prompt(PromptKind kind, bool needed = false, string? help = null) => new(
        "want",
        "What do you want? " + Markup,
        help,
        kind,
        needed,
        Later: false,
        kind is PromptKind.OneOf or PromptKind.AnyOf
            ? [new Choice("send", "Send it " + Markup, null), new Choice("gone-off", "I have gone off them", "/x#gone-off"), Choice.Other, Choice.CannotTell]
            : []);

    public static Term Term(string id, Strength strength) => new(
        id, "Autonomy threat " + Markup, strength, ["need space", Markup], "<p>Feeling crowded.</p>", "Feeling crowded.", "<p>More of it.</p>");

    /// <summary>One block of every kind.</summary>
    public static Block[] EveryBlock() =>
    [
        new InShort(["One <em>thing</em>.", "Two.", "Three.", "Four.", "Five."]),
        new Start("doors", ["<a href=\"/one\">One</a>. The first.", "<a href=\"/two\">Two</a>."]),
        new Heading(2, "monday", "The <em>cold</em> Monday", "The cold Monday"),
        new Prose("<p>You cooked together.</p>"),
        new Heading(3, "train", "On the train", "On the train"),
        new TermList([Term("autonomy-threat", Strength.Contested)]),
        new SignList("triggers", SignKind.Trigger, [new Sign("good-time", SignKind.Trigger, "A good time " + Markup, "<p>An evening.</p>", "/sample")]),
        new Comparison("sides", new ComparisonSide("From outside " + Markup, "<p>Cold.</p>"), new ComparisonSide("From inside", "<p>Quiet.</p>")),
        new Heading(2, "practices", "Practices", "Practices"),
        new PracticeBlock(Practice(asksSafety: true)),
        new Quote("<p>On Monday I could not bear my phone.</p>", "someone " + Markup),
        new Claim(Strength.Mixed, "<p>Two studies.</p>"),
        new Care("<p>Trust the fear.</p>", "<p>Before you wait.</p>"),
        new Figure("drawn", "Two lines " + Markup, "<p>They part.</p>", "<svg viewBox=\"0 0 1 1\"></svg>"),
        new Faq([new Question("love", "Do they love? " + Markup, "<p>Many do.</p>", "Many do.")]),
    ];
}
