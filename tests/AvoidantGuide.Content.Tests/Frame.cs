using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Tests;

/// <summary>What a guide's pages are apart from their words: blocks, ids, where links lead, and front matter but for title and summary.</summary>
internal static partial class Frame
{
    /// <summary>Words, and what is counted from them.</summary>
    private static readonly HashSet<string> _words = ["Title", "Summary", "Words", "Text", "Label", "Svg", "Help", "Ending", "Name", "Also", "Definition", "Say", "By"];

    public static string Of(Guide guide)
    {
        var frame = new StringBuilder();
        foreach (var page in guide.Pages)
            Show(page, "", frame);
        return frame.ToString();
    }

    private static void Show(object? value, string name, StringBuilder frame)
    {
        switch (value)
        {
            case string html when name.EndsWith("Html", StringComparison.Ordinal):
                foreach (Match place in Places().Matches(html))
                    frame.Append(place.Value).Append('\n');
                break;
            case null or string or Enum or IFormattable or bool:
                frame.Append(name).Append('=').Append(value).Append('\n');
                break;
            case IEnumerable items:
                frame.Append(name).Append("[\n");
                foreach (var item in items)
                    Show(item, name, frame);
                frame.Append("]\n");
                break;
            default:
                frame.Append(value.GetType().Name).Append('\n');
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !_words.Contains(property.Name) && property.GetIndexParameters().Length == 0))
                    Show(property.GetValue(value), property.Name, frame);
                break;
        }
    }

    [GeneratedRegex("(?:id|href)=\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();
}
