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
    string Id, string Title, string? Help, PromptKind Kind, bool Needed, bool Later, IReadOnlyList<Choice> Choices);

/// <param name="Explained">Where the guide explains it (<c>/the-switch#rising-closeness</c>); null for a choice of the practice's own.</param>
public sealed record Choice(string Id, string Label, string? Explained)
{
    public static readonly Choice Other = new("other", "Something else", null);
    public static readonly Choice CannotTell = new("cant-tell", "I can't tell", null);
}
