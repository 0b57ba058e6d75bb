using System.Text.RegularExpressions;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Files;

/// <summary>The wording of fields that readers see: titles and summaries stand in search results and on other people's screens.</summary>
internal static partial class FieldWords
{
    private const int Longest = 1000;
    public static void Check(SourceText file, Fields fields, params string[] names)
    {
        foreach (var text in names.Select(fields.Find).OfType<YamlText>().Where(text => text.Value.Length <= Longest))
        {
            // Right only for a text on one line, without escapes: the place is a hint for the eye. YAML knows more line ends than a file.
            var line = text.Line <= file.Count ? file[text.Line] : "";
            var quoted = text.Column <= line.Length && line[text.Column - 1] is '"' or '\'' ? 1 : 0;
            if (Marks().Match(text.Value) is { Success: true } mark)
                file.Error(text.Line, text.Column + quoted + mark.Index, "AG224", "This field is plain text, so readers would see these marks as they are typed. Take them out.");
            foreach (var (index, code, message) in Wording.Find(text.Value, Tone.Sourced))
                file.Warn(text.Line, text.Column + quoted + index, code, message);
        }
    }

    [GeneratedRegex(@"(?<![\w*])\*+(?=[^\s*])|(?<=[^\s*])\*+(?![\w*])|(?<!\w)_+(?=[^\s_])|(?<=[^\s_])_+(?!\w)|`|\[[^\[\]]{0,200}\]\(|~~|</?[A-Za-z!]", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Marks();
}
