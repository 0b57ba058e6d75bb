namespace AvoidantGuide.Content.Links;

/// <summary>What a link can see of a page. While it stays the same object, links to the page lead where they led.</summary>
/// <param name="Name">The file's name, such as <c>the-switch.md</c>.</param>
/// <param name="Ids">Every place on it, sorted: its own, and those of the terms, practices and sources it shows.</param>
internal sealed record PageShape(string Name, string Path, bool Visible, string[] Ids)
{
    public string File => "guide/" + Name;

    /// <summary>What it is looked for by.</summary>
    public string NameFor(Look what) => what == Look.Page ? Name : Path;

    public bool Has(string id) => Array.BinarySearch(Ids, id, StringComparer.Ordinal) >= 0;

    public bool Same(PageShape? other) =>
        other is not null && Name == other.Name && Path == other.Path && Visible == other.Visible && Ids.AsSpan().SequenceEqual(other.Ids);

    /// <summary>As <see cref="Ids"/> has them: each once, and sorted.</summary>
    public static string[] Sorted(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
