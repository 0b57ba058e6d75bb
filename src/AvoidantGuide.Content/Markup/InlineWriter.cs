using System.Runtime.CompilerServices;
using Markdig.Syntax.Inlines;

namespace AvoidantGuide.Content.Markup;

/// <summary>The inline half of <see cref="FragmentWriter"/>.</summary>
internal sealed class InlineWriter(FragmentWriter writer)
{
    private bool _insideLink;

    public void Write(ContainerInline container, Leaf leaf)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
            Write(inline, leaf);
    }

    private void Write(Inline inline, Leaf leaf)
    {
        var at = inline.Span.Start;
        switch (inline)
        {
            case LiteralInline literal:
                var text = literal.Content.AsSpan();
                if (literal.IsFirstCharacterEscaped && text.Length > 0)
                {
                    leaf.Add(text[..1], at + 1, meant: true);
                    leaf.Add(text[1..], at + 2);
                }
                else
                {
                    leaf.Add(text, at);
                }

                writer.Text(text);
                break;
            case CodeInline code:
                Wrap("<code>", "</code>", code.Content);
                break;
            case HtmlEntityInline entity:
                Wrap("", "", entity.Transcoded.ToString());
                if (Invisible.In(entity.Transcoded.ToString()))
                    writer.Refuse(at, "AG102", "This makes an invisible character. Delete it.");
                break;
            case LineBreakInline lineBreak:
                leaf.Add("\n", at);
                writer.Raw(lineBreak.IsHard ? "<br>\n" : "\n");
                break;
            case EmphasisInline emphasis:
                var tag = emphasis.DelimiterCount == 2 ? "strong" : "em";
                writer.Raw($"<{tag}>");
                Write(emphasis, leaf);
                writer.Raw($"</{tag}>");
                break;
            case LinkInline link:
                Link(link, leaf);
                break;
            case AutolinkInline auto:
                var opened = writer.Open(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, at);
                Wrap("", opened is null ? "" : "</a>", auto.Url);
                break;
            case HtmlInline html:
                writer.RefuseHtml(at, html.Tag.StartsWith("<!--", StringComparison.Ordinal));
                break;
            case DelimiterInline delimiter:
                leaf.Add(delimiter.ToLiteral(), at);
                writer.Text(delimiter.ToLiteral());
                Write(delimiter, leaf);
                break;
            case ContainerInline other:
                Write(other, leaf);
                break;
            default:
                writer.Refuse(at, "AG223", "This Markdown is not used here. Write it in plain words.");
                break;
        }

        void Wrap(string before, string after, string content)
        {
            leaf.Add(content, at, meant: true);
            writer.Raw(before);
            writer.Text(content);
            writer.Raw(after);
        }
    }

    private void Link(LinkInline link, Leaf leaf)
    {
        var at = link.Span.Start;
        if (link.IsImage)
        {
            writer.Refuse(at, "AG221", "Pictures stand in a figure: put the drawing in figures/ and write a :::figure block.");
            return;
        }

        if (_insideLink)
            writer.Refuse(at, "AG301", "A link cannot stand inside another. Close the first one before it.");
        if (!string.IsNullOrEmpty(link.Title))
            writer.Refuse(at, "AG301", "A link has no title of its own here. Delete the words in quotes after the address.");
        var opened = writer.Open(link.Url ?? "", at);
        _insideLink = true;
        var before = leaf.Length;
        Write(link, leaf);
        _insideLink = false;
        writer.Raw(opened is null ? "" : "</a>");
        if (opened is not null)
            leaf.Add(opened, before);
        if (leaf.BlankSince(before))
            writer.Refuse(at, "AG301", "This link has no words. Write between the square brackets where it leads.");
    }
}
