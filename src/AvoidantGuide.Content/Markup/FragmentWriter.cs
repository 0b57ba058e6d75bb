using System.Text;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;
using Markdig.Syntax;

namespace AvoidantGuide.Content.Markup;

/// <summary>
/// Writes the HTML of the few Markdown nodes that the guide uses, and refuses every other. Nothing is copied from the
/// source: each tag is written here, and each text encoded.
/// </summary>
internal sealed class FragmentWriter
{
    private readonly SourceText _file;
    private readonly Places _places;
    private readonly Tone _tone;
    private readonly InlineWriter _inlines;
    private readonly List<string> _pieces = [];
    private readonly List<Link> _links = [];
    private readonly List<Mention> _mentions = [];
    private readonly StringBuilder _text = new();
    private StringBuilder _html = new();
    private int _htmlAt;

    public FragmentWriter(SourceText file, Places places, Tone tone)
    {
        _file = file;
        _places = places;
        _tone = tone;
        _inlines = new InlineWriter(this);
    }

    /// <summary>What was written since the last time.</summary>
    public Fragment Fragment()
    {
        _pieces.Add(_html.ToString());
        var fragment = new Fragment([.. _pieces], [.. _links], _text.ToString().Trim()) { Mentions = [.. _mentions] };
        _pieces.Clear();
        _links.Clear();
        _mentions.Clear();
        _text.Clear();
        _html = new StringBuilder();
        return fragment;
    }

    public void Blocks(ContainerBlock container)
    {
        foreach (var block in container)
            Write(block, tight: false);
    }

    public void Words(LeafBlock leaf)
    {
        var words = new Leaf();
        var before = _links.Count;
        if (leaf.Inline is not null)
            _inlines.Write(leaf.Inline, words);
        var text = words.Text;
        foreach (var (index, code, message) in PrintedMarks.Find(words.Marks(text)))
            Refuse(words.OffsetOf(index), code, message);
        var tone = _links.Skip(before).Any(link => link.Kind == LinkKind.Source) ? _tone | Tone.Sourced : _tone;
        foreach (var (index, code, message) in Wording.Find(text, tone))
        {
            var (line, column) = _places.Of(words.OffsetOf(index));
            _file.Warn(line, column, code, message);
        }

        _mentions.AddRange(Mention.In(words, text, _file.Names, _places));
        _text.Append(text).Append('\n');
    }

    internal void Raw(string html) => _html.Append(html);

    internal void Text(ReadOnlySpan<char> text) => Html.Append(_html, text);

    /// <summary>Leaves the gap for a link's opening tag; null where it cannot be one, which is then reported.</summary>
    internal Link? Open(string address, int offset)
    {
        var (line, column) = _places.Of(offset);
        if (LinkSyntax.Read(address, line, column, out var wrong) is not { } link)
        {
            Refuse(offset, "AG301", wrong!);
            return null;
        }

        _links.Add(link);
        _pieces.Add(_html.ToString());
        _html.Clear();
        return link;
    }

    internal void Refuse(int offset, string code, string message)
    {
        var (line, column) = _places.Of(offset);
        _file.Error(line, column, code, message);
    }

    /// <summary>Once a line: an opening and a closing tag are one mistake.</summary>
    internal void RefuseHtml(int offset, bool comment)
    {
        var (line, _) = _places.Of(offset);
        if (line != _htmlAt && !(comment && NearSilencings.StandIn(_file[line])))
        {
            Refuse(offset, "AG220", comment
                ? "Comments are not read here. Delete it; one that silences a warning ends its line: <!-- AG503: why -->."
                : "HTML is not read here. Use Markdown and the blocks; a \"<\" that is meant is written as \\<.");
        }

        _htmlAt = line;
    }

    private void Write(Markdig.Syntax.Block block, bool tight)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                Raw(tight ? "" : "<p>");
                Words(paragraph);
                Raw(tight ? "" : "</p>\n");
                break;
            case ListBlock list:
                List(list);
                break;
            case QuoteBlock quote:
                Raw("<blockquote>\n");
                Blocks(quote);
                Raw("</blockquote>\n");
                break;
            case CodeBlock { Parent: not ListItemBlock } and not FencedCodeBlock:
                Refuse(block.Span.Start, "AG213", "The spaces before this line make it code, which is shown as it is typed. Delete them; code that is meant stands between two lines of three backticks.");
                break;
            case CodeBlock code:
                var lines = code.Lines.ToString();
                Raw("<pre><code>");
                Text(lines + "\n");
                Raw("</code></pre>\n");
                _text.Append(lines).Append('\n');
                break;
            case ThematicBreakBlock:
                Raw("<hr>\n");
                break;
            case HeadingBlock { IsSetext: true }:
                Refuse(block.Span.Start, "AG222", "A line of dashes or equals signs turns the text above it into a heading. Put an empty line between, or write \"## \" before a heading.");
                break;
            case HeadingBlock:
                Refuse(block.Span.Start, "AG222", "A heading begins at the line's start, outside lists and quotes.");
                break;
            case HtmlBlock html:
                RefuseHtml(block.Span.Start, html.Type == HtmlBlockType.Comment);
                break;
            case LinkReferenceDefinitionGroup definitions:
                foreach (var definition in definitions)
                    Refuse(definition.Span.Start, "AG224", "Write the address where the link is: [words](address).");
                break;
            default:
                Refuse(block.Span.Start, "AG223", "This Markdown is not used here. Write it as paragraphs or a list.");
                break;
        }
    }

    private void List(ListBlock list)
    {
        var start = list is { IsOrdered: true, OrderedStart: not (null or "1") } && int.TryParse(list.OrderedStart, out var first)
            ? $" start=\"{first}\"" : "";
        Raw(list.IsOrdered ? $"<ol{start}>\n" : "<ul>\n");
        foreach (var item in list.Cast<ListItemBlock>())
        {
            Raw("<li>");
            foreach (var block in item)
                Write(block, tight: !list.IsLoose && block is ParagraphBlock);
            Raw("</li>\n");
        }

        Raw(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }
}
