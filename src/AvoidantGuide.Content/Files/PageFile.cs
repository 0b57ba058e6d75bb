using System.Collections.ObjectModel;
using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Search;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Files;

/// <summary>A file of <c>guide/</c>, read and checked by itself.</summary>
internal sealed record PageFile(SourceText File)
{
    /// <summary>Of ten thousand pages they would take more than all the rest, so they are here from the reading until the links are filled in.</summary>
    private IReadOnlyList<Draft>? _drafts;

    public string Id { get; init; } = "";
    public string Path { get; init; } = "";
    public string Title { get; init; } = "";
    public string Nav { get; init; } = "";
    public string Summary { get; init; } = "";
    public int Order { get; init; }
    public bool Draft { get; init; }
    public DateTimeOffset? Publish { get; init; }
    public DateOnly ReviewedOn { get; init; }
    public DateOnly ReviewedNext { get; init; }
    public string? Author { get; init; }
    public string? ClinicalReviewer { get; init; }
    public string[] Notices { get; init; } = [];
    public (string Address, int Line, int Column)[] Aliases { get; init; } = [];
    public (string Old, string New, int Line, int Column)[] MovedAnchors { get; init; } = [];

    /// <summary>Its places, each once and sorted.</summary>
    public string[] Ids { get; init; } = [];

    /// <summary>The words a reader sees but for the title's, and for those of terms and practices.</summary>
    public int Words { get; init; }

    /// <summary>The items of all its lists of signs.</summary>
    public SignDraft[] Signs { get; init; } = [];

    /// <summary>Its blocks that bring ids of other files with them: the terms, and practices.</summary>
    public Draft[] Guests { get; init; } = [];

    /// <summary>Where the review date stands.</summary>
    public (int Line, int Column) Reviewed { get; init; }

    /// <summary>Where the day of the last review stands.</summary>
    public (int Line, int Column) ReviewedFrom { get; init; }

    /// <summary>Where the id stands.</summary>
    public (int Line, int Column) Named { get; init; }

    /// <summary>Whether it shows all of them: then it needs no definition beside a word.</summary>
    private bool ShowsTerms => Path == Addresses.KeyTerms || Array.Exists(Guests, draft => draft.ShowsTerms);

    public static PageFile Read(SourceText file)
    {
        var page = new PageFile(file);
        if (!Characters.Check(file))
            return page;
        var fields = FrontMatter.Read(file, out var body);
        if (fields is not null)
            page = PageFields.Read(page, fields);
        if (body == 1)
            return page;
        Doubled.Check(file, file.From(body));
        var drafts = BodyReader.Read(file, BlockScanner.Scan(file, file.From(body), BlockKinds.Names), ofPage: true);
        return page with
        {
            _drafts = drafts,
            Ids = PageShape.Sorted(drafts.SelectMany(draft => draft.Anchors).Select(anchor => anchor.Id)),
            Words = drafts.Sum(draft => draft.Words),
            Signs = [.. drafts.SelectMany(draft => draft.Signs)],
            Guests = [.. drafts.Where(draft => draft.ShowsTerms || draft.Practice is not null)],
        };
    }

    /// <summary>Whether readers see it then.</summary>
    public bool Visible(DateTimeOffset now) => !Draft && !(Publish > now);

    /// <summary>Whether the day by which it was to be read again has passed.</summary>
    public bool Overdue(DateTimeOffset now) => ReviewedNext != default && ReviewedNext < DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>Whether it says that it was read on a day to come; tomorrow is today already somewhere. Dates in the wrong order are told of by themselves.</summary>
    public bool ReviewedToCome(DateTimeOffset now) => ReviewedOn < ReviewedNext && ReviewedOn > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);

    /// <summary>When it will next be another page than <paramref name="now"/>; null where time changes nothing.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        if (ReviewedToCome(now))
            return new DateTimeOffset(ReviewedOn.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero);
        if (Draft)
            return null;
        if (Publish > now)
            return Publish;
        return ReviewedNext == default || ReviewedNext == DateOnly.MaxValue || Overdue(now) ? null : new DateTimeOffset(ReviewedNext.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
    }

    /// <summary>Everything but what others can see of it is let go: its links are filled in.</summary>
    public void Rest() => _drafts = null;

    public Linker Linker(Linking all, PageShape shape, bool visible) =>
        new(all, File, shape, draft: !visible) { Title = Nav, OfPage = ShowsTerms ? null : new PageTerms() };

    public IReadOnlyList<Block> Blocks(Linker links)
    {
        var blocks = new List<Block>();
        foreach (var draft in _drafts ?? Read(new SourceText(File.Path, File.Saved, File.Names))._drafts ?? [])
        {
            if (draft.Anchors is [var first, ..] && draft.Signs.Count == 0)
                links.Pass(first);
            if (draft.Finish(links) is { } block)
                blocks.Add(block);
        }

        return blocks;
    }

    public Page Finish(Linker links, PageShape shape, bool visible, bool overdue, Catalog catalog)
    {
        var (blocks, terms) = (Blocks(links), links.Defined);
        var places = PageShape.Sorted(PublishedIds.Places(blocks));
        return new Page
        {
            Id = Id,
            Path = Path,
            Title = Title,
            Nav = Nav,
            Summary = Summary,
            Order = Order,
            Draft = !visible,
            Publish = Publish,
            ReviewedOn = ReviewedOn,
            ReviewedNext = ReviewedNext,
            Overdue = overdue,
            Author = Author,
            ClinicalReviewer = ClinicalReviewer,
            Notices = Notices,
            Aliases = Array.ConvertAll(Aliases, alias => alias.Address),
            Anchors = MovedAnchors.Length == 0 ? ReadOnlyDictionary<string, string>.Empty : MovedAnchors.ToDictionary(moved => moved.Old, moved => moved.New, StringComparer.Ordinal),
            Blocks = new PageBlocks(this, shape, visible, links.Looks, blocks),
            Listed = Signs.Length == 0 ? [] : [.. blocks.OfType<SignList>().SelectMany(list => list.Items)],
            Places = places.AsSpan().SequenceEqual(shape.Ids) ? shape.Ids : places,
            Texts = PageTexts.Of(Title, Summary, blocks),
            Terms = terms,
            File = File.Path,
            Words = Fragment.CountWords(Title) + Words + Guests.Sum(catalog.WordsOf),
        };
    }
}
