using System.Net;
using System.Text;

namespace AvoidantGuide.Content.Search;

/// <summary>The words of blocks as a reader meets them, on one line. Those of neighbouring elements never run into one.</summary>
internal static class PlainText
{
    public static string Of(string first, IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        Words(text, first);
        foreach (var block in blocks)
            Add(text, block);
        return text.ToString().TrimEnd(' ', '·');
    }

    private static void Add(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Prose prose:
                Html(text, prose.Html);
                break;
            case InShort inShort:
                foreach (var sentence in inShort.SentencesHtml)
                    Html(text, sentence);
                break;
            case Start start:
                foreach (var way in start.WaysHtml)
                    Html(text, way);
                break;
            case Claim claim:
                Html(text, claim.Html);
                break;
            case Quote quote:
                Html(text, quote.Html);
                Words(text, quote.By);
                break;
            case Comparison both:
                Words(text, both.Left.Title);
                Html(text, both.Left.Html);
                Words(text, both.Right.Title);
                Html(text, both.Right.Html);
                break;
            case Figure figure:
                Words(text, figure.Title);
                Html(text, figure.DescriptionHtml);
                break;
            case Care { Html: { } own }:
                Html(text, own);
                break;
            case TermList list:
                foreach (var term in list.Terms)
                {
                    Html(text, term.DefinitionHtml);
                    Html(text, term.MoreHtml);
                }

                break;
            case SignList list:
                foreach (var sign in list.Items)
                    Html(text, sign.Html);
                break;
            case Faq faq:
                foreach (var question in faq.Questions)
                    Html(text, question.AnswerHtml);
                break;
            case PracticeBlock { Practice: var practice }:
                Words(text, practice.Summary);
                foreach (var inner in practice.Blocks)
                    Add(text, inner);
                break;
        }
    }

    private static void Words(StringBuilder text, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return;
        Part(text);
        Line(text, words);
        Part(text);
    }

    /// <summary>The library's own HTML: every tag is well formed, and no <c>&gt;</c> stands inside one.</summary>
    private static void Html(StringBuilder text, string html)
    {
        Part(text);
        var words = html.Contains('&', StringComparison.Ordinal) ? new StringBuilder(html.Length) : text;
        for (var at = 0; at < html.Length; at++)
        {
            var tag = html.IndexOf('<', at);
            var before = html.AsSpan(at, (tag < 0 ? html.Length : tag) - at);
            Line(words, before);
            if (tag < 0)
                break;
            at = tag;
            var end = html.IndexOf('>', at);
            if (!Inside(html.AsSpan(at + 1, end - at - 1).TrimStart('/')))
                Part(words);
            at = end;
        }

        if (!ReferenceEquals(words, text))
            text.Append(WebUtility.HtmlDecode(words.ToString()));
        Part(text);
    }

    /// <summary>Whether an element stands inside a line, so that the words at its edges may be one.</summary>
    private static bool Inside(ReadOnlySpan<char> tag)
    {
        var space = tag.IndexOf(' ');
        return (space < 0 ? tag : tag[..space]) is "a" or "em" or "strong" or "code";
    }

    private static void Line(StringBuilder text, ReadOnlySpan<char> words)
    {
        while (words.Length > 0)
        {
            var end = words.IndexOfAny([' ', '\n', '\t', '\u00a0']);
            // The text of paragraphs has line ends and single spaces alone, seldom one that does not break, so most of it is copied as it is.
            text.Append(end < 0 ? words : words[..end]);
            if (end < 0)
                break;
            if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
            words = words[(end + 1)..];
        }
    }

    private static void Part(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (text.Length > 0)
            text.Append(char.IsLetterOrDigit(text[^1]) ? " · " : " ");
    }
}
