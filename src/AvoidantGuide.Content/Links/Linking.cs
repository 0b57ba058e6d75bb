using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content.Links;

/// <summary>What the linkers of one compilation share: what there is, and what they find.</summary>
internal sealed class Linking(Catalog catalog, DateTimeOffset now)
{
    private readonly Dictionary<string, (List<SourceUse> InOrder, HashSet<string> Seen)> _uses = new(StringComparer.Ordinal);

    public Catalog Catalog => catalog;

    public List<Problem> Problems { get; } = [];

    public IReadOnlyList<Term> Terms { get; set; } = [];

    public string CareHtml { get; set; } = "";

    public Dictionary<string, Practice> Practices { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether readers see it now.</summary>
    public bool Visible(PageFile page) => !page.Draft && !(page.Publish > now);

    /// <param name="use">Null where readers do not see it: the source is not unused, and that is all.</param>
    public void Use(string source, SourceUse? use)
    {
        if (!_uses.TryGetValue(source, out var uses))
            _uses[source] = uses = ([], new HashSet<string>(StringComparer.Ordinal));
        if (use is not null && uses.Seen.Add(use.Address))
            uses.InOrder.Add(use);
    }

    /// <returns>Null where the source is used nowhere.</returns>
    public IReadOnlyList<SourceUse>? UsesOf(string source) => _uses.TryGetValue(source, out var uses) ? uses.InOrder : null;
}
