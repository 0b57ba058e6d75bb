using System.Net;
using System.Text.RegularExpressions;
using AvoidantGuide.Content;

namespace AvoidantGuide.Web;

/// <param name="Address">The page and the heading, term, sign or question.</param>
public sealed record SearchResult(string Title, string Address, string Excerpt);

/// <summary>A plain search: sections that hold every word of the query, those that have it in their heading first.</summary>
public static partial class GuideSearch
{
    private const int Most = 30;
    private const int ExcerptLength = 180;

    public static IReadOnlyList<SearchResult> Find(Guide guide, string query)
    {
        var words = Words().Matches(query).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (words.Count == 0) return [];
        return [.. guide.Pages.SelectMany(Sections)
            .Where(section => words.All(word => Holds(section.Title, word) || Holds(section.Text, word)))
            .OrderByDescending(section => words.Count(word => Holds(section.Title, word)))
            .Take(Most)
            .Select(section => new SearchResult(section.Title, section.Address, Excerpt(section.Text, words)))];
    }

    private static IEnumerable<Section> Sections(Page page)
    {
        var current = new Section(page.Title, page.Path, page.Summary);
        foreach (var block in page.Blocks)
        {
            if (block is Heading heading)
            {
                yield return current;
                current = new Section($"{heading.Text} ({page.Nav})", $"{page.Path}#{heading.Id}", "");
                continue;
            }

            foreach (var part in Parts(page, block))
                if (part.Title == "") current = current with { Text = $"{current.Text} {part.Text}" };
                else yield return part;
        }

        yield return current;
    }

    /// <summary>What of a block has an address of its own; a part without a title belongs to the section it stands in.</summary>
    private static IEnumerable<Section> Parts(Page page, Block block) => block switch
    {
        TermList list => list.Terms.Select(term =>
            new Section(term.Name, $"{page.Path}#{term.Id}", $"{term.Definition} {string.Join(", ", term.Also)} {Plain(term.MoreHtml)}")),
        SignList list => list.Items.Select(sign => new Section(sign.Label, $"{page.Path}#{sign.Id}", Plain(sign.Html))),
        Faq faq => faq.Questions.Select(question => new Section(question.Title, $"{page.Path}#{question.Id}", question.Text)),
        PracticeBlock { FormOnly: false, Practice: var practice } => [new Section(practice.Title, $"{page.Path}#{practice.Id}",
            $"{practice.Summary} {string.Join(' ', practice.Blocks.SelectMany(inner => Parts(page, inner)).Select(part => part.Text))}")],
        Prose prose => [new Section("", "", Plain(prose.Html))],
        InShort inShort => [new Section("", "", Plain(string.Join(' ', inShort.SentencesHtml)))],
        Claim claim => [new Section("", "", Plain(claim.Html))],
        Quote quote => [new Section("", "", Plain(quote.Html))],
        Comparison both => [new Section("", "", Plain($"{both.Left.Title} {both.Left.Html} {both.Right.Title} {both.Right.Html}"))],
        Figure figure => [new Section("", "", $"{figure.Title} {Plain(figure.DescriptionHtml)}")],
        _ => [],
    };

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Excerpt(string text, IEnumerable<string> words)
    {
        text = Spaces().Replace(text, " ").Trim();
        if (text.Length <= ExcerptLength) return text;
        var found = words.Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(place => place >= 0).DefaultIfEmpty(0).Min();
        var start = found < ExcerptLength / 2 ? 0 : text.LastIndexOf(' ', found - (ExcerptLength / 3)) + 1;
        var end = Math.Min(text.Length, start + ExcerptLength);
        if (end < text.Length) end = Math.Max(start, text.LastIndexOf(' ', end));
        return $"{(start > 0 ? "… " : "")}{text[start..end]}{(end < text.Length ? " …" : "")}";
    }

    /// <summary>The guide's own HTML, whose tags are well formed, as text.</summary>
    private static string Plain(string html) => WebUtility.HtmlDecode(Tags().Replace(html, " "));

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();

    private sealed record Section(string Title, string Address, string Text);
}
