namespace AvoidantGuide.Web.Components.Journal;

/// <summary>The pull before and after each pause, as it was rated. Nothing is averaged.</summary>
/// <param name="Dots">Newest first; null where it was skipped or could not be told.</param>
/// <param name="Skipped">Pauses with neither number.</param>
public sealed record Pulls(IReadOnlyList<PullDot> Dots, int Skipped);

public sealed record PullDot(Guid Entry, DateTime When, int? Before, int? After)
{
    public override string ToString() => nameof(PullDot);
}
