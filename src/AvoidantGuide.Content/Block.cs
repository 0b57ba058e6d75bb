namespace AvoidantGuide.Content;

/// <summary>
/// A part of a page. Every <c>Html</c> was made by this library from checked Markdown: no raw HTML,
/// no attribute or link scheme beyond the guide's own, so it may be written into a page as it is.
/// Every <c>Text</c> is plain and must be encoded.
/// </summary>
public abstract record Block;

/// <summary>Paragraphs, lists and quotes between the headings and the blocks.</summary>
public sealed record Prose(string Html) : Block;

/// <summary>A heading of level 2 or 3 with its permanent or generated id; its HTML is what stands inside the element.</summary>
public sealed record Heading(int Level, string Id, string Html, string Text) : Block;

/// <summary>The page in five sentences, each as the HTML inside a list item.</summary>
public sealed record InShort(IReadOnlyList<string> SentencesHtml) : Block;

/// <summary>Ways into the guide for people who arrive with something on their mind, each as the HTML inside a list item that begins with its link.</summary>
public sealed record Start(string Id, IReadOnlyList<string> WaysHtml) : Block;

/// <summary>Where all the terms of the glossary stand.</summary>
public sealed record TermList(IReadOnlyList<Term> Terms) : Block;

public sealed record SignList(string Id, SignKind Of, IReadOnlyList<Sign> Items) : Block;

/// <summary>Two sides, next to each other.</summary>
public sealed record Comparison(string? Id, ComparisonSide Left, ComparisonSide Right) : Block;

public sealed record ComparisonSide(string Title, string Html);

/// <summary>A practice with its words, at its own anchor.</summary>
public sealed record PracticeBlock(Practice Practice) : Block
{
    /// <summary>Only its questions, unfolded, on a page that is not the practice's own. Its anchor is <see cref="FormId"/>.</summary>
    public bool FormOnly { get; init; }

    public string FormId => FormIdOf(Practice.Id);

    internal static string FormIdOf(string practice) => practice + "-form";
}

/// <param name="By">Whose voice; null where the file does not say.</param>
public sealed record Quote(string Html, string? By) : Block;

/// <summary>What research says, and how sure it is.</summary>
public sealed record Claim(Strength Strength, string Html) : Block;

/// <summary>The safety note of help.yml, after the page's own words, if it has any.</summary>
public sealed record Care(string NoteHtml, string? Html) : Block;

/// <param name="Svg">A checked SVG element: no script, style or reference to anything outside it.</param>
public sealed record Figure(string Id, string Title, string DescriptionHtml, string Svg) : Block;

public sealed record Faq(IReadOnlyList<Question> Questions) : Block;

/// <param name="Text">The answer as plain text, for structured data and search.</param>
public sealed record Question(string Id, string Title, string AnswerHtml, string Text);

/// <summary>How well research supports a statement.</summary>
public enum Strength { Established, Mixed, Contested, ClinicalOpinion }
