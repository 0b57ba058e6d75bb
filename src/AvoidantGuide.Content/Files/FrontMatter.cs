using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>The lines between the first three dashes and the next.</summary>
internal static class FrontMatter
{
    /// <param name="body">The number of the first line after it.</param>
    /// <returns>Null where there is a problem, which is then in the file's list.</returns>
    public static Fields? Read(SourceText file, out int body)
    {
        body = 1;
        if (file[1].TrimEnd() is not "---")
        {
            var first = Enumerable.Range(1, file.Count).FirstOrDefault(number => !string.IsNullOrWhiteSpace(file[number]), 1);
            file.Error(1, 1, "AG105", file[first].Trim() is "---"
                ? "The three dashes must be the very first line. Delete what stands before them."
                : "The file must begin with its front matter: a line of three dashes, the fields, and three dashes again.");
            return null;
        }

        var end = Enumerable.Range(2, Math.Max(0, file.Count - 1)).FirstOrDefault(number => file[number].TrimEnd() is "---", 0);
        if (end == 0)
        {
            file.Error(1, 1, "AG106", "The front matter is not closed. Put a line of three dashes after its last field.");
            return null;
        }

        body = end + 1;
        var yaml = string.Join('\n', Enumerable.Range(1, end - 1).Select(number => file[number]));
        switch (YamlReader.Read(file, yaml))
        {
            case null:
                return null;
            case YamlMap map:
                return new Fields(file, map, (1, 1));
            case YamlText { Value: "" }:
                return new Fields(file, new YamlMap(1, 1, []), (1, 1));
            case var other:
                file.Error(other.Line, other.Column, "AG107", "The front matter holds fields. Write each on a line of its own: \"key: value\".");
                return null;
        }
    }
}
