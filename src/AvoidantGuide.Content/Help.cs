namespace AvoidantGuide.Content;

/// <summary>help.yml: the safety note, the safety question, and help by country.</summary>
/// <param name="Care">Plain text; the HTML of it is in each <see cref="AvoidantGuide.Content.Care"/> block.</param>
public sealed record Help(string Care, SafetyQuestion Safety, IReadOnlyList<Country> Countries);

/// <param name="Question">Asked before a practice that asks someone to stay, wait or open up.</param>
/// <param name="Person">The same, asked of one person.</param>
/// <param name="Leave">What is said to yes and not-sure.</param>
public sealed record SafetyQuestion(string Question, string Person, string Leave);

public sealed record Country(string Id, string Name, string Emergency, IReadOnlyList<HelpService> Services);

public enum HelpFor { Everyone, Abuse, Under18, ForcedMarriage, OwnBehaviour }

/// <param name="Phone">As people dial it; null where there is none.</param>
/// <param name="Text">How to reach it by message, in words.</param>
/// <param name="Checked">When the details were last checked.</param>
public sealed record HelpService(
    string Name, string For, IReadOnlyList<HelpFor> Who, string? Phone, string? Text, string? Web, DateOnly Checked);
