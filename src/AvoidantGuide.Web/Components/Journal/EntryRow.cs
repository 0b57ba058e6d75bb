namespace AvoidantGuide.Web.Components.Journal;

/// <summary>One entry in a list.</summary>
/// <param name="When">In the person's own clock, as people write it.</param>
/// <param name="Practice">The practice's title.</param>
/// <param name="Labels">What was chosen, as it reads.</param>
/// <param name="Damaged">Nothing of it can be shown; the other parts are then empty.</param>
public sealed record EntryRow(Guid Id, string When, string Practice, IReadOnlyList<string> Labels, bool Damaged);
