namespace AvoidantGuide.Content;

/// <summary>A page of prompts, and the words that introduce it on /what-helps.</summary>
public sealed record Practice
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required int Order { get; init; }

    /// <summary>Kept with every entry, so that a later change of the prompts never rewrites someone's past.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the safety question is asked, each time, before the prompts.</summary>
    public required bool AsksSafety { get; init; }

    public required bool Draft { get; init; }

    /// <summary>What is said when it is done.</summary>
    public required string Ending { get; init; }

    /// <summary>When it has been enough for a day; null where it never is.</summary>
    public Rest? Rest { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required IReadOnlyList<Prompt> Prompts { get; init; }
    public required string File { get; init; }
}

public enum PromptKind { Text, OneOf, AnyOf, Scale, When, Person, Sealed, Complete, Pause }

/// <param name="Title">The question as it is read, plain text.</param>
/// <param name="Help">A line of help as plain text; null where there is none.</param>
/// <param name="Needed">Whether an answer is asked for; everything else may be left empty.</param>
/// <param name="Later">Whether it can be answered afterwards.</param>
/// <param name="Choices">
/// For <c>OneOf</c> and <c>AnyOf</c>: the file's own, then the guide's (<c>from=</c>), then <see cref="Choice.Other"/> and <see cref="Choice.CannotTell"/>.
/// </param>
public sealed record Prompt(
    string Id, string Title, string? Help, PromptKind Kind, bool Needed, bool Later, IReadOnlyList<Choice> Choices)
{
    /// <summary>The guide's list it draws on; to its signs a person's own are added in their journal.</summary>
    public SignKind? From { get; init; }

    /// <summary>A scale that is asked once more after a day and after a week: only ever of something that can be checked.</summary>
    public bool LooksAgain { get; init; }

    /// <summary>A scale on which 7 or more suggests something smaller.</summary>
    public bool SuggestsSmaller { get; init; }

    /// <summary>A text that the person may keep as a sign of their own.</summary>
    public bool KeepsSign { get; init; }
}

/// <param name="Explained">Where the guide explains it (<c>/the-switch#rising-closeness</c>); null for a choice of the practice's own.</param>
public sealed record Choice(string Id, string Label, string? Explained)
{
    public static readonly Choice Other = new("other", "Something else", null);
    public static readonly Choice CannotTell = new("cant-tell", "I can't tell", null);

    /// <summary>How long the practice's pause lasts when this is chosen.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether choosing it leads to help, and ends small steps with the person it is about.</summary>
    public bool LeadsToHelp { get; init; }
}

/// <param name="After">So many times within 24 hours are enough.</param>
/// <param name="Say">What is then said.</param>
public sealed record Rest(int After, string Say);
