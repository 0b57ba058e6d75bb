namespace AvoidantGuide.Web.Components.Journal;

/// <summary>How often each thing of one list was chosen, out of the entries in which the list was asked and answered.</summary>
/// <param name="Title">The list in plain words.</param>
/// <param name="Of">Entries in which something of the list was chosen, "I can't tell" included.</param>
/// <param name="Lines">Only what enough entries stand behind, most often first.</param>
/// <param name="CannotTell">Entries that say so.</param>
/// <param name="Skipped">Entries in which the list was asked and left empty.</param>
public sealed record Counts(string Title, int Of, IReadOnlyList<CountLine> Lines, int CannotTell, int Skipped);

/// <param name="Choice">The choice's id: opens its entries.</param>
/// <param name="Explained">Where the guide explains it.</param>
public sealed record CountLine(string Choice, string Label, string? Explained, int Count)
{
    public override string ToString() => nameof(CountLine);
}
