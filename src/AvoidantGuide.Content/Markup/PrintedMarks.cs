using System.Buffers;
using System.Text.RegularExpressions;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Markup;

/// <summary>Markdown that is silently printed as text because of a slip. Readers would see the marks.</summary>
internal static partial class PrintedMarks
{
    private static readonly SearchValues<char> _marks = SearchValues.Create("[](*#:{|_~`•◦▪‣·");

    public static IEnumerable<(int Index, string Code, string Message)> Find(string marks)
    {
        if (marks.AsSpan().IndexOfAny(_marks) < 0)
            yield break;
        foreach (Match match in Slips().Matches(marks))
        {
            var name = match.Groups.Values.Skip(1).First(group => group.Success);
            yield return (match.Index, name.Name == "block" ? "AG206" : name.Name is "id" ? "AG205" : name.Name is "heading" ? "AG222" : "AG224",
                name.Name switch
                {
                    "link" => "These brackets print as text: a link is [words](address), with nothing between the brackets and no space in the address.",
                    "address" => "This address prints as text: put the link's words in square brackets directly before it.",
                    "bare" => "This address prints as text: a link is [words](address), with both square and both round brackets.",
                    "strike" => "Nothing is struck through here, so these marks print as text. Delete what no longer holds.",
                    "task" => "Boxes to tick are not used here; this prints as text. Delete the brackets.",
                    "stars" => "These marks print as text: **strong** needs the same marks on both sides, with no space inside.",
                    "open" => "This mark prints as text: *emphasis* and `code` have the same mark on both sides. One that is meant is written with a backslash, as \\*.",
                    "heading" => "A heading needs a space after its marks, and begins at the line's start.",
                    "block" => "A block cannot stand here: it begins and ends at a line's start, never in a list or a quote.",
                    "bullet" => "This mark prints as text, and the lines run into one. Each item of a list begins with \"- \".",
                    "id" => "No braces are read here, so they print as text. Ids stand on headings, blocks, and the items of signs and choices.",
                    _ => "Tables are not used here; this prints as text. Use a list or a comparison.",
                });
        }
    }

    // A bracket that was dropped on either side of an address leaves the address in the text.
    [GeneratedRegex(
        @"(?<task>^\[[ xX]?\](?=\s))|(?<bare>\](?:[ {<]?(?:(?:term|src|mailto|tel):[a-z0-9]|https?://)|[{<]?[A-Za-z0-9_-]+\.md\b)[^\s]*" +
        @"|\[[^\[\]\n]*?(?:(?:term|src):[a-z]|[A-Za-z0-9_-]\.md[)#])[^\s\[\]]*\]?|(?<![^\s])(?:term|src):[a-z][a-z0-9-]*)|(?<strike>~~[^~\n]*~~|~~)" +
        @"|(?<link>\](?:[ \n]?\((?=\s?(?:term:|src:|https?:|mailto:|tel:|[#/]|[A-Za-z0-9_-]+\.md))|\(|\[|:[ ]))|(?<address>\((?:term|src):[a-z])" +
        @"|(?<stars>\*\*|(?<![A-Za-z0-9_])__(?=[A-Za-z]))|(?<=^|\n)(?<heading>\#{2,6}[^\#\s])|(?<=^|\n)(?<block>:::)|(?<id>\{\s?\#)|(?<=^|\n)(?<table>\|)|(?<=^|\n)(?<bullet>[•◦▪‣·])(?=\s)" +
        @"|(?<open>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w)|`)",
        RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Slips();
}
