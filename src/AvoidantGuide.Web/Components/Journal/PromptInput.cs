namespace AvoidantGuide.Web.Components.Journal;

/// <summary>What a person has put into one prompt so far, as the form carries it.</summary>
/// <param name="Chosen">Ids of choices.</param>
/// <param name="Text">Their words; beside the choice "other" they say what.</param>
/// <param name="Rating"><c>0</c> to <c>10</c>, <c>cant-tell</c>, or null where nothing is chosen.</param>
/// <param name="Keep">Whether the words are to be a sign of the person's own.</param>
public sealed record PromptInput(IReadOnlyList<string> Chosen, string Text, string? Rating, bool Keep = false)
{
    public static readonly PromptInput Empty = new([], "", null);
}
