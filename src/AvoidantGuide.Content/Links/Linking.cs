namespace AvoidantGuide.Content.Links;

internal enum Look { Page, Address, Term, Source, Drawing, Practice, Terms, Care }

/// <summary>What the linkers of one compilation look things up in. It only grows: first the terms, then the practices.</summary>
internal sealed class Linking(Catalog catalog)
{
    public Catalog Catalog => catalog;

    public IReadOnlyList<Term> Terms { get; set; } = [];

    public string CareHtml { get; set; } = "";

    public Dictionary<string, Practice> Practices { get; } = new(StringComparer.Ordinal);

    /// <returns>Null where there is none. An equal answer to every look makes an equal result.</returns>
    public object? Find(Look what, string name) => what switch
    {
        Look.Page => catalog.Pages.GetValueOrDefault(name),
        Look.Address => catalog.PagesByPath.GetValueOrDefault(name),
        Look.Term => catalog.Terms.GetValueOrDefault(name),
        Look.Source => catalog.Sources.GetValueOrDefault(name),
        Look.Drawing => catalog.Drawings.GetValueOrDefault(name),
        Look.Practice => Practices.GetValueOrDefault(name),
        Look.Terms => Terms,
        _ => CareHtml,
    };
}
