using AvoidantGuide.Content.Links;

namespace AvoidantGuide.Content.Markup;

/// <summary>
/// HTML with a gap for each link's opening tag, which is known only when every file has been read:
/// <c>Html[0]</c>, link 0, <c>Html[1]</c>, link 1, and so on.
/// </summary>
/// <param name="Text">What a reader sees, as plain text.</param>
internal sealed record Fragment(IReadOnlyList<string> Html, IReadOnlyList<Link> Links, string Text)
{
    public static readonly Fragment Empty = new([""], [], "");

    /// <summary>Where its paragraphs name terms or link to them, in the order they are read; none where it is a heading's words or a label.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>What a reader counts, also of a lean fragment.</summary>
    public int Words { get; } = CountWords(Text);

    /// <summary>Without its text, which nothing will ask for: a guide of many pages is kept in memory.</summary>
    public Fragment Lean() => Text.Length == 0 ? this : this with { Text = "" };

    public static int CountWords(string text)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                inside = false;
            else if (!inside && char.IsLetterOrDigit(c))
                (inside, count) = (true, count + 1);
        }

        return count;
    }
}
