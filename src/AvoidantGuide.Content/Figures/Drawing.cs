using System.Xml;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Figures;

/// <summary>
/// A drawing of <c>figures/</c>, written anew from the elements and attributes that are allowed, so that nothing else can
/// reach a page. Its ids get the figure's own in front, so that two drawings can stand on one page.
/// </summary>
internal static class Drawing
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const int Deepest = 32;

    /// <summary>Stands for the figure's id until it is known.</summary>
    private const char Owner = '\u0001';

    /// <returns>Null where there is a problem, which is then in the file's list.</returns>
    public static string? Read(SourceText file)
    {
        if (!Characters.Check(file))
            return null;
        var before = file.Found.Count;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        var html = new System.Text.StringBuilder();
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.Whole), settings);
            while (reader.Read())
                Node(file, reader, html);
        }
        catch (XmlException e)
        {
            file.Error(e.LineNumber, e.LinePosition, "AG230", e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "A drawing has no document type. Delete the <!DOCTYPE …> line."
                : "This is not an SVG that can be read: an element is not closed, or a quote is missing, just before here.");
        }

        return file.Found.Count == before ? html.ToString() : null;
    }

    public static string Named(string svg, string id) => svg.Replace(Owner.ToString(), id + "-", StringComparison.Ordinal);

    private static void Node(SourceText file, XmlReader reader, System.Text.StringBuilder html)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Element(file, reader, html);
                break;
            case XmlNodeType.EndElement:
                html.Append("</").Append(reader.Name).Append('>');
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                html.Append(Html.Encode(reader.Value));
                break;
            case XmlNodeType.EntityReference:
                Refuse(file, reader, "AG230", "Entities of a document type are not read here. Write the character itself.");
                break;
        }
    }

    private static void Element(SourceText file, XmlReader reader, System.Text.StringBuilder html)
    {
        var (name, empty, root) = (reader.Name, reader.IsEmptyElement, reader.Depth == 0);
        if (reader.Depth > Deepest)
            throw new XmlException("too deep", null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);
        if (!SvgVocabulary.Elements.Contains(name) || reader.NamespaceURI != Svg)
        {
            Refuse(file, reader, "AG231", reader.NamespaceURI == Svg
                ? $"<{name}> cannot stand in a drawing.{Nearest.Hint(name, SvgVocabulary.Elements)} Known: {string.Join(", ", SvgVocabulary.Elements.Order(StringComparer.Ordinal))}."
                : $"<{name}> is not SVG: the drawing begins with <svg xmlns=\"{Svg}\" viewBox=\"…\">.");
            return;
        }

        if (root && (name != "svg" || reader.GetAttribute("viewBox") is null))
            Refuse(file, reader, "AG232", $"A drawing is one <svg> with a viewBox, so that it fits every screen: <svg xmlns=\"{Svg}\" viewBox=\"0 0 400 300\">.");
        html.Append('<').Append(name);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name != "xmlns")
                Attribute(file, reader, name, html);
        }

        html.Append(empty ? "/>" : ">");
    }

    private static void Attribute(SourceText file, XmlReader reader, string element, System.Text.StringBuilder html)
    {
        var (name, value) = (reader.Name, reader.Value);
        if (!SvgVocabulary.Attributes.Contains(name) || (name == "href" && element != "use"))
        {
            Refuse(file, reader, "AG233", $"The attribute {name} cannot stand in a drawing.{Nearest.Hint(name, SvgVocabulary.Attributes)} Colours and lines are attributes of their own or classes; styles, events and links are not used.");
            return;
        }

        if (Value(name, value) is { } allowed)
            html.Append(' ').Append(name).Append("=\"").Append(Html.Encode(allowed)).Append('"');
        else
            Refuse(file, reader, "AG234", $"The value of {name} cannot stand in a drawing: numbers, names and colours, and \"url(#id)\" or \"#id\" for its own parts.");
    }

    private static string? Value(string name, string value)
    {
        if (SvgVocabulary.Words.Contains(name))
            return value.Contains(Owner) ? null : value;
        if (name is "id")
            return SvgVocabulary.IsName(value) ? Owner + value : null;
        if (name is "href")
            return value.StartsWith('#') && SvgVocabulary.IsName(value[1..]) ? $"#{Owner}{value[1..]}" : null;
        if (name is "aria-labelledby")
        {
            var ids = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return ids.All(SvgVocabulary.IsName) ? string.Join(' ', ids.Select(id => Owner + id)) : null;
        }

        if (SvgVocabulary.Reference(value) is { Success: true } reference)
            return $"url(#{Owner}{reference.Groups["id"].Value})";
        return SvgVocabulary.IsPlain(value) ? value : null;
    }

    private static void Refuse(SourceText file, XmlReader reader, string code, string message)
    {
        var at = (IXmlLineInfo)reader;
        file.Error(at.LineNumber, at.LinePosition, code, message);
    }
}
