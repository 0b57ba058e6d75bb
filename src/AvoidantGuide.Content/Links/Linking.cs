using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content.Links;

internal enum Look { Page, Address, Term, Source, Drawing, Practice, Words, Terms, Care }

/// <summary>What the linkers of one compilation look things up in. It only grows: first the terms, then the practices.</summary>
internal sealed class Linking(Catalog catalog)
{
    public Catalog Catalog => catalog;

    public IReadOnlyList<Term> Terms { get; set; } = [];

    public string CareHtml { get; set; } = "";

    public Dictionary<string, Practice> Practices { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>Only what was found by these looks: enough to make again what they made, whatever has changed since.</summary>
    public static Linking Of(IReadOnlyList<Looked> looks)
    {
        return new Linking(new Catalog
        {
            Pages = Found<PageShape>(Look.Page),
            PagesByPath = Found<PageShape>(Look.Address),
            Practices = Found<PracticeFile>(Look.Words),
            Terms = Found<TermDraft>(Look.Term),
            Sources = Found<SourceDraft>(Look.Source),
            Drawings = Found<string>(Look.Drawing),
            Unreadable = new HashSet<string>(),
        })
        {
            Terms = Found<IReadOnlyList<Term>>(Look.Terms).GetValueOrDefault("", []),
            CareHtml = Found<string>(Look.Care).GetValueOrDefault("", ""),
            Practices = Found<Practice>(Look.Practice),
        };

        Dictionary<string, T> Found<T>(Look what)
            where T : class => looks.Where(look => look.What == what && look.Found is not null).ToDictionary(look => look.Name, look => (T)look.Found!, StringComparer.Ordinal);
    }

    /// <returns>Null where there is none. An equal answer to every look makes an equal result.</returns>
    public object? Find(Look what, string name) => what switch
    {
        Look.Page => catalog.Pages.GetValueOrDefault(name),
        Look.Address => catalog.PagesByPath.GetValueOrDefault(name),
        Look.Term => catalog.Terms.GetValueOrDefault(name),
        Look.Source => catalog.Sources.GetValueOrDefault(name),
        Look.Drawing => catalog.Drawings.GetValueOrDefault(name),
        Look.Practice => Practices.GetValueOrDefault(name),
        Look.Words => catalog.Practices.GetValueOrDefault(name),
        Look.Terms => Terms,
        _ => CareHtml,
    };
}
