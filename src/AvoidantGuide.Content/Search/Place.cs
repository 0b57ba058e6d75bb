namespace AvoidantGuide.Content.Search;

public enum PlaceKind { Page, Section, Term, Sign, Question, Practice }

/// <summary>What a search can lead to: a page, or a part of it that has an address of its own.</summary>
internal sealed class Place(Page page, string? anchor, PlaceKind kind, string title, IReadOnlyList<Block> blocks)
{
    public Page Page => page;

    public PlaceKind Kind => kind;

    public string Title => title;

    public string Address => anchor is null ? page.Path : $"{page.Path}#{anchor}";

    /// <summary>A term's other names.</summary>
    public IReadOnlyList<string> Names => blocks is [TermList { Terms: [var term] }] ? term.Also : [];

    /// <summary>Made from the page's blocks each time, so that the text is in memory once.</summary>
    public string Text => PlainText.Of(kind == PlaceKind.Page ? page.Summary : "", blocks);

    /// <summary>The places of a page, in the order they stand in.</summary>
    public static List<Place> Of(Page page)
    {
        var places = new List<Place>();
        var blocks = new List<Block>();
        Heading? open = null;
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    Close();
                    open = heading;
                    break;
                case TermList list:
                    places.AddRange(list.Terms.Select(term => new Place(page, term.Id, PlaceKind.Term, term.Name, [new TermList([term])])));
                    break;
                case SignList list:
                    places.AddRange(list.Items.Select(sign => new Place(page, sign.Id, PlaceKind.Sign, sign.Label, [list with { Items = [sign] }])));
                    break;
                case Faq faq:
                    places.AddRange(faq.Questions.Select(question => new Place(page, question.Id, PlaceKind.Question, question.Title, [new Faq([question])])));
                    break;
                case PracticeBlock { FormOnly: true }:
                    break;
                case PracticeBlock { Practice: var practice }:
                    places.Add(new Place(page, practice.Id, PlaceKind.Practice, practice.Title, [block]));
                    break;
                default:
                    blocks.Add(block);
                    break;
            }
        }

        Close();
        return places;

        void Close()
        {
            places.Add(open is null
                ? new Place(page, null, PlaceKind.Page, page.Title, [.. blocks])
                : new Place(page, open.Id, PlaceKind.Section, open.Text, [.. blocks]));
            blocks.Clear();
        }
    }
}
