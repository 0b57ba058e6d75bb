using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Tests;

/// <summary>
/// Texts laid over the sample, as <c>docs/editing.md</c> and the sets of <c>Broken/</c> write them. A place is a file's path, for the whole of
/// it, or one of <c>page</c>, <c>page fields</c>, <c>practice</c> and <c>practice fields</c>, whose rest is filled in; <c>taken away</c> names files.
/// What no text file can hold is written ⟨NUL⟩, ⟨BOM⟩, ⟨CR⟩ or ⟨byte E9⟩, and ⟨3000 × -⟩ stands for so many of what follows the cross.
/// </summary>
internal sealed partial class Laid
{
    private const string Page = "guide/page.md";
    private const string Practice = "practices/example.md";

    private readonly Dictionary<string, string> _texts = Sample.Texts();
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    public Laid Add(string place, string text)
    {
        if (place is "page" or "page fields" or "practice" or "practice fields")
            _parts[place] = text;
        else if (place is not "taken away")
            _texts[place] = text;
        else
            Array.ForEach(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), path => Assert.True(_texts.Remove(path)));
        return this;
    }

    /// <summary>Puts words at the end of a line of a file, as it was laid.</summary>
    public Laid AddToLine(string path, int line, string words)
    {
        var lines = Texts()[path].Split('\n');
        lines[line - 1] += words;
        _parts.Remove(path == Page ? "page" : "practice");
        _parts.Remove(path == Page ? "page fields" : "practice fields");
        _texts[path] = string.Join('\n', lines);
        return this;
    }

    public Compilation Compile()
    {
        var texts = Texts();
        if (!texts.Values.Any(text => text.Contains('⟨', StringComparison.Ordinal)))
            return Compiler.Compile(new ContentFiles(texts), Sample.Now);
        using var disk = new ContentOnDisk();
        foreach (var path in Sample.Texts().Keys)
            disk.Delete(path);
        foreach (var (path, text) in texts)
            disk.Write(path, Bytes(text));
        return Compiler.Compile(ContentFiles.Read(disk.Folder), Sample.Now);
    }

    public static string Of(Problem problem) => string.Create(CultureInfo.InvariantCulture, $"{problem.Code} {problem.File} {problem.Line}:{problem.Column}");

    private Dictionary<string, string> Texts()
    {
        var texts = new Dictionary<string, string>(_texts, StringComparer.Ordinal);
        if (_parts.ContainsKey("page") || _parts.ContainsKey("page fields"))
            texts[Page] = Fields(Sample.PageNamed("page"), "page fields") + _parts.GetValueOrDefault("page", "Words.\n");
        if (_parts.ContainsKey("practice") || _parts.ContainsKey("practice fields"))
        {
            texts[Practice] = Fields(Sample.PracticeFrontMatter.Replace("catch-early", "example", StringComparison.Ordinal), "practice fields")
                + _parts.GetValueOrDefault("practice", "## What was it? {#what kind=text}\n");
        }

        return texts;
    }

    /// <summary>Each field takes the place of the one of the same name, or stands at the end.</summary>
    private string Fields(string frontMatter, string part)
    {
        if (!_parts.TryGetValue(part, out var fields))
            return frontMatter;
        foreach (Match field in Field().Matches(fields))
        {
            var key = field.Value.Split(':')[0];
            var old = Field().Matches(frontMatter).FirstOrDefault(match => match.Value.StartsWith(key + ":", StringComparison.Ordinal));
            var (start, length) = old is null ? (frontMatter.LastIndexOf("---\n", StringComparison.Ordinal), 0) : (old.Index, old.Length);
            frontMatter = frontMatter[..start] + field.Value + frontMatter[(start + length)..];
        }

        return frontMatter;
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match mark in Unprintable().Matches(text))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(text[at..mark.Index]));
            at = mark.Index + mark.Length;
            bytes.AddRange(mark.Groups["name"].Value switch
            {
                "NUL" => [0],
                "BOM" => [0xef, 0xbb, 0xbf],
                "CR" => [(byte)'\r'],
                "byte" => [byte.Parse(mark.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)],
                _ => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(mark.Groups["words"].Value, int.Parse(mark.Groups["times"].Value, CultureInfo.InvariantCulture)))),
            });
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(text[at..]));
        return [.. bytes];
    }

    [GeneratedRegex(@"^[^\s#-][^\n]*\n(?:[ \t][^\n]*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("⟨(?:(?<name>NUL|BOM|CR)|(?<name>byte) (?<hex>[0-9A-F]{2})|(?<times>[0-9]+) × (?<words>[^⟩]*))⟩", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unprintable();
}
