using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>The wording of fields that readers see: titles and summaries stand in search results and on other people's screens.</summary>
internal static class FieldWords
{
    private const int Longest = 1000;

    public static void Check(SourceText file, Fields fields, params string[] names)
    {
        foreach (var text in names.Select(fields.Find).OfType<YamlText>().Where(text => text.Value.Length <= Longest))
        {
            // Right only for a text on one line, without escapes: the place is a hint for the eye. YAML knows more line ends than a file.
            var line = text.Line <= file.Count ? file[text.Line] : "";
            var quoted = text.Column <= line.Length && line[text.Column - 1] is '"' or '\'' ? 1 : 0;
            foreach (var (index, code, message) in Wording.Find(text.Value, Tone.Sourced))
                file.Warn(text.Line, text.Column + quoted + index, code, message);
        }
    }
}
