namespace AvoidantGuide.Content.Links;

/// <summary>What a link can see of a page. While it stays the same object, links to the page lead where they led.</summary>
/// <param name="Name">The file's name, such as <c>the-switch.md</c>.</param>
/// <param name="Ids">Every place on it: its own, and those of the terms, practices and sources it shows.</param>
internal sealed record PageShape(string Name, string Path, bool Visible, IReadOnlySet<string> Ids)
{
    public string File => "guide/" + Name;

    public bool Same(PageShape? other) =>
        other is not null && Name == other.Name && Path == other.Path && Visible == other.Visible && Ids.SetEquals(other.Ids);
}
