using AvoidantGuide.Content.Texts;
using Markdig;
using Markdig.Syntax;

namespace AvoidantGuide.Content.Markup;

/// <summary>Turns lines of a file into checked HTML. Every problem goes to the file's list.</summary>
internal sealed class MarkupReader(SourceText file)
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <summary>Paragraphs, lists and quotes.</summary>
    public Fragment Blocks(IReadOnlyList<SourceLine> lines, Tone tone = Tone.Guide) =>
        Parse(lines, (document, writer) => { writer.Blocks(document); return writer.Fragment(); }, tone) ?? Fragment.Empty;

    /// <summary>The words of a heading, or of a list item's first line.</summary>
    public Fragment Words(SourceLine line)
    {
        // As a heading, whatever the line begins with: "1. First" is a heading's words here, never a list.
        var heading = new SourceLine(line.Number, line.Column - 2, "# " + line.Text);
        return Parse([heading], (document, writer) =>
        {
            if (document.FirstOrDefault() is LeafBlock { Inline: not null } leaf)
                writer.Words(leaf);
            return writer.Fragment() with { Mentions = [] };
        }) ?? Fragment.Empty;
    }

    /// <summary>A list of single sentences, as the HTML inside each; null where the lines are something else.</summary>
    public IReadOnlyList<Fragment>? Items(IReadOnlyList<SourceLine> lines)
    {
        return Parse(lines, (document, writer) =>
        {
            if (document.Count != 1 || document[0] is not ListBlock list)
                return null;
            var items = new List<Fragment>();
            foreach (var item in list.Cast<ListItemBlock>())
            {
                if (item.Count != 1 || item[0] is not ParagraphBlock paragraph)
                    return null;
                writer.Words(paragraph);
                items.Add(writer.Fragment());
            }

            return items;
        });
    }

    private T? Parse<T>(IReadOnlyList<SourceLine> lines, Func<MarkdownDocument, FragmentWriter, T?> read, Tone tone = Tone.Guide)
        where T : class
    {
        if (lines.All(line => line.Blank) || !Nesting.Check(file, lines))
            return null;
        try
        {
            var document = Markdig.Markdown.Parse(string.Join('\n', lines.Select(line => line.Text)), _pipeline);
            return read(document, new FragmentWriter(file, new Places(lines), tone));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            file.Error(lines[0], "AG223", "This cannot be read as Markdown. Write it more simply: fewer marks, less nesting.");
            return null;
        }
    }
}
