using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AvoidantGuide.Content.Yaml;

/// <summary>
/// Reads one YAML document as plain text, lists and maps, each with its place. It pulls events one at a time, so that
/// too deep a document is refused before it is read, and so that a key that stands twice is named where it stands.
/// </summary>
internal sealed class YamlReader
{
    private const int Deepest = 8;

    private readonly SourceText _file;
    private readonly Parser _parser;

    private YamlReader(SourceText file, string yaml)
    {
        _file = file;
        _parser = new Parser(new StringReader(yaml));
    }

    /// <param name="yaml">Begins at the file's first line, so that its lines are the file's lines.</param>
    /// <returns>Null where there is a problem, which is then in the file's list.</returns>
    public static YamlNode? Read(SourceText file, string yaml)
    {
        try
        {
            return new YamlReader(file, yaml).Document();
        }
        catch (YamlException e)
        {
            file.Error((int)e.Start.Line, (int)e.Start.Column, "AG107",
                $"This is not YAML that can be read: {Sentence(e)} Text that holds a colon, or begins with a mark, goes in double quotes.");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            file.Error(1, 1, "AG107", "This is not YAML that can be read. Look for a quote that is not closed, or lines that are not indented alike.");
        }

        return null;
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return new YamlMap(1, 1, []);
        var node = Node(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.TryConsume<StreamEnd>(out _))
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a second document begins here.");
        return node;
    }

    private YamlNode Node(int depth)
    {
        var at = _parser.Current!;
        if (depth > Deepest)
            throw new YamlException(at.Start, at.End, "it is nested too deeply.");
        if (at is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false } or AnchorAlias)
            throw new YamlException(at.Start, at.End, "anchors (&), aliases (*) and tags (!) are not used here.");
        var (line, column) = ((int)at.Start.Line, (int)at.Start.Column);
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            // In double quotes an escape can make what no file may hold.
            if (scalar.Value.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF') || (Invisible.In(scalar.Value) && !Invisible.In(_file.Whole)))
                _file.Error(line, column, "AG102", "An escape in this text makes an invisible character. Take it out.");
            return new YamlText(line, column, scalar.Value);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(depth + 1));
            return new YamlList(line, column, items);
        }

        _parser.Consume<MappingStart>();
        return new YamlMap(line, column, Fields(depth));
    }

    private List<YamlField> Fields(int depth)
    {
        var fields = new List<YamlField>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!;
            if (Node(depth + 1) is not YamlText key)
                throw new YamlException(at.Start, at.End, "a key is a word.");
            var value = Node(depth + 1);
            if (seen.Add(key.Value))
                fields.Add(new YamlField(key, value));
            else
                _file.Error(key.Line, key.Column, "AG108", $"\"{key.Value}\" stands here twice. Keep one.");
        }

        return fields;
    }

    private static string Sentence(YamlException e)
    {
        var text = e.Message;
        var from = text.IndexOf("): ", StringComparison.Ordinal);
        return from >= 0 ? text[(from + 3)..] : text;
    }
}
