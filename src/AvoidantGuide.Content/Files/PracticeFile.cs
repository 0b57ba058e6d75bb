using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>A file of <c>practices/</c>: its front matter, its words, and its prompts.</summary>
internal sealed record PracticeFile(SourceText File)
{
    /// <summary>Blocks that belong to a page, not to a practice's words.</summary>
    private static readonly string[] _ofPages = ["short", "terms", "signs", "practice", "faq"];

    public string Id { get; init; } = "";
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public int Order { get; init; }
    public int Version { get; init; }
    public bool AsksSafety { get; init; }
    public bool Draft { get; init; }
    public string Ending { get; init; } = "";
    public Rest? Rest { get; init; }
    public IReadOnlyList<Draft> Drafts { get; init; } = [];
    public IReadOnlyList<PromptDraft> Prompts { get; init; } = [];

    /// <summary>Whether there is anything below the words, read or not.</summary>
    public bool HasPrompts { get; init; }

    /// <summary>Where the id stands.</summary>
    public (int Line, int Column) Named { get; init; }

    public int Words => Fragment.CountWords(Title) + Drafts.Sum(draft => draft.Words);

    public static PracticeFile Read(SourceText file)
    {
        var practice = new PracticeFile(file);
        if (!Characters.Check(file))
            return practice;
        var fields = FrontMatter.Read(file, out var body);
        if (body == 1)
            return practice;

        Doubled.Check(file, file.From(body));
        var parts = BlockScanner.Scan(file, file.From(body), BlockKinds.Names);
        var words = parts.TakeWhile(part => part is not HeadingPart { Level: 2 }).ToList();
        foreach (var block in words.OfType<FencedPart>().Where(block => _ofPages.Contains(block.Name, StringComparer.Ordinal)))
            file.Error(block.Line, 1, "AG212", $"\"{block.Name}\" stands on pages of the guide, not in a practice. Put it on the page that shows the practice.");
        practice = practice with { Drafts = BodyReader.Read(file, words, ofPage: false), Prompts = PromptReader.Read(file, [.. parts.Skip(words.Count)]), HasPrompts = parts.Count > words.Count };
        return fields is null ? practice : practice.With(fields);
    }

    private PracticeFile With(Fields fields)
    {
        var id = PageFields.Id(File, fields);
        var read = this with
        {
            Id = id,
            Named = fields.At("id"),
            Title = fields.Text("title"),
            Summary = fields.Text("summary"),
            Order = fields.Number("order", 1, PageFields.LastOrder),
            Version = fields.Number("version", 1, 9999),
            AsksSafety = fields.Find("safety") is not null && fields.OneOf("safety", "ask", "none") is "ask",
            Draft = fields.OneOf("status", "draft", "published") != "published",
            Ending = fields.Text("ending"),
            Rest = fields.Map("rest", required: false) is { } rest ? ReadRest(rest) : null,
        };
        FieldWords.Check(File, fields, "title", "summary", "ending");
        fields.Done();
        PracticeRules.Check(read, fields);
        return read;
    }

    private static Rest ReadRest(Fields fields)
    {
        var rest = new Rest(fields.Number("after", 1, 9), fields.Text("say"));
        fields.Done();
        return rest;
    }

    public IReadOnlyList<Block> Blocks(Linker links) => [.. Drafts.Select(draft =>
    {
        if (draft.Anchors is [var first, ..])
            links.Pass(first);
        return draft.Finish(links);
    }).OfType<Block>()];

    public Practice Finish(Linker links, Func<SignKind, IReadOnlyList<Choice>> vocabulary)
    {
        return new Practice
        {
            Id = Id,
            Title = Title,
            Summary = Summary,
            Order = Order,
            Version = Version,
            AsksSafety = AsksSafety,
            Draft = Draft,
            Ending = Ending,
            Rest = Rest,
            Blocks = Blocks(links),
            Prompts = [.. Prompts.Select(prompt => prompt.Finish(vocabulary))],
            File = File.Path,
        };
    }
}
