namespace AvoidantGuide.Web.Components.Journal;

/// <summary>The pull before and after each pause, as it was rated. Nothing is averaged.</summary>
/// <param name="Dots">Newest first; null where it was skipped or could not be told.</param>
/// <param name="CannotTell">Pauses with neither number where "I can't tell" was chosen.</param>
/// <param name="Skipped">The other pauses with neither number.</param>
public sealed record Pulls(IReadOnlyList<PullDot> Dots, int CannotTell, int Skipped);

public sealed record PullDot(Guid Entry, DateTime When, int? Before, int? After)
{
    /// <summary>Where there is no number: whether "I can't tell" was the answer.</summary>
    public bool CannotTellBefore { get; init; }

    public bool CannotTellAfter { get; init; }

    public override string ToString() => nameof(PullDot);
}
