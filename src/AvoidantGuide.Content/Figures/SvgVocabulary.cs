using System.Collections.Frozen;
using System.Text.RegularExpressions;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Figures;

/// <summary>What a drawing may be made of: shapes, words, and references to its own parts.</summary>
internal static partial class SvgVocabulary
{
    public static readonly FrozenSet<string> Elements = FrozenSet.Create(StringComparer.Ordinal,
        "svg", "g", "path", "line", "circle", "ellipse", "rect", "polyline", "polygon", "text", "tspan", "title", "desc",
        "defs", "pattern", "marker", "clipPath", "use");

    /// <summary>Elements whose text is read; anywhere else, text is a mistake.</summary>
    public static readonly FrozenSet<string> Worded = FrozenSet.Create(StringComparer.Ordinal, "text", "tspan", "title", "desc");

    public static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.Ordinal,
        "id", "class", "viewBox", "width", "height", "preserveAspectRatio", "version", "role", "aria-hidden", "aria-label", "aria-labelledby",
        "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "dx", "dy", "rotate", "textLength", "lengthAdjust",
        "pathLength", "transform", "href", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
        "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "opacity", "vector-effect", "paint-order", "clip-path",
        "clip-rule", "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "markerUnits", "refX", "refY", "orient",
        "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "font-size", "font-weight", "font-style", "font-family",
        "letter-spacing", "word-spacing", "text-anchor", "dominant-baseline", "alignment-baseline", "color", "visibility");

    /// <summary>Attributes that hold words.</summary>
    public static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal, "aria-label");

    public static bool IsPlain(string value) => Plain().IsMatch(value);

    public static Match Reference(string value) => Local().Match(value);

    public static bool IsName(string value) => Name().IsMatch(value);

    // Numbers, names, colours, and the functions of transform: no url(), no scheme, nothing a style sheet would run.
    [GeneratedRegex(@"^(?!.*url\()[A-Za-z0-9\s#%.,+_'-]*((translate|rotate|scale|skewX|skewY|matrix|rgb|rgba|hsl|hsla|var)\([A-Za-z0-9\s%.,+-]*\)[A-Za-z0-9\s#%.,+_'-]*)*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^url\(#(?<id>[A-Za-z][A-Za-z0-9_-]*)\)\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Local();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Name();
}
