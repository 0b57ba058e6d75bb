namespace AvoidantGuide.Content.Search;

public enum PlaceKind { Page, Section, Term, Sign, Question, Practice }

/// <summary>What a search can lead to, in words: a page, or a part of it that has an address of its own.</summary>
/// <param name="Anchor">Empty where it is the page itself.</param>
/// <param name="Names">A term's other names.</param>
internal sealed record PlaceText(PlaceKind Kind, string Anchor, string Title, IReadOnlyList<string> Names, string Text)
{
    /// <summary>The places of a page, in the order they stand in.</summary>
    public static List<PlaceText> Of(string page, string summary, IReadOnlyList<Block> all)
    {
        var places = new List<PlaceText>();
        var blocks = new List<Block>();
        Heading? open = null;
        foreach (var block in all)
        {
            switch (block)
            {
                case Heading heading:
                    Close();
                    open = heading;
                    break;
                case TermList list:
                    places.AddRange(list.Terms.Select(term => Part(PlaceKind.Term, term.Id, term.Name, new TermList([term])) with { Names = term.Also }));
                    break;
                case SignList list:
                    places.AddRange(list.Items.Select(sign => Part(PlaceKind.Sign, sign.Id, sign.Label, list with { Items = [sign] })));
                    break;
                case Faq faq:
                    places.AddRange(faq.Questions.Select(question => Part(PlaceKind.Question, question.Id, question.Title, new Faq([question]))));
                    break;
                case PracticeBlock { FormOnly: true }:
                    break;
                case PracticeBlock { Practice: var practice }:
                    places.Add(Part(PlaceKind.Practice, practice.Id, practice.Title, block));
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
                ? new PlaceText(PlaceKind.Page, "", page, [], PlainText.Of(summary, blocks))
                : new PlaceText(PlaceKind.Section, open.Id, open.Text, [], PlainText.Of("", blocks)));
            blocks.Clear();
        }
    }

    private static PlaceText Part(PlaceKind kind, string id, string title, Block block) => new(kind, id, title, [], PlainText.Of("", [block]));
}

/// <summary>One place of one page, as a row of the index stands for it.</summary>
internal sealed class Place(long row, Page page, PlaceText text)
{
    public long Row => row;

    public Page Page => page;

    public PlaceText Text => text;

    public string Address => text.Anchor.Length == 0 ? page.Path : $"{page.Path}#{text.Anchor}";
}
