using System.Buffers;
using System.Text;

namespace AvoidantGuide.Content.Markup;

internal static class Html
{
    private static readonly SearchValues<char> _special = SearchValues.Create("&<>\"'");

    /// <summary>Fit for text and for a double-quoted attribute.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny(_special) < 0)
            return text;
        var html = new StringBuilder(text.Length + 16);
        Append(html, text);
        return html.ToString();
    }

    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(_special) is >= 0 and var next)
        {
            html.Append(text[..next]).Append(text[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(next + 1)..];
        }

        html.Append(text);
    }
}
