using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Markup;

/// <summary>The marks that git leaves where two people changed the same lines: both versions stand there, one after the other.</summary>
internal static class JoinedVersions
{
    private const string First = "<<<<<<< ";
    private const string Between = "=======";
    private const string Last = ">>>>>>> ";

    /// <summary>One error for each place. What else was found in such a file follows from the marks, and is forgotten.</summary>
    public static void Check(SourceText file)
    {
        if (!MayHold(file.Whole))
            return;
        var at = Places(file);
        if (at.Count == 0)
            return;
        file.Found.Clear();
        foreach (var line in at)
            file.Error(line, 1, "AG224", "Two versions of this file were joined. Keep one, and delete these marks.");
    }

    private static bool MayHold(string text) =>
        text.Contains(First, StringComparison.Ordinal) || text.Contains(Between, StringComparison.Ordinal) || text.Contains(Last, StringComparison.Ordinal);

    private static List<int> Places(SourceText file)
    {
        var places = new List<int>();
        var open = false;
        var blank = false;
        foreach (var line in file.From(1))
        {
            var text = line.Text;
            var first = text.StartsWith(First, StringComparison.Ordinal);
            var last = text.StartsWith(Last, StringComparison.Ordinal);
            // Directly below words it is a heading of another kind, which is refused as such.
            var between = blank && text == Between;
            if (first || (!open && (between || last)))
                places.Add(line.Number);
            open = first || between || (open && !last);
            blank = line.Blank;
        }

        return places;
    }
}
