namespace AvoidantGuide.Content.Texts;

/// <summary>Characters that no file may hold: they are invisible, and Markdown and YAML each do something else with them.</summary>
internal static class Characters
{
    /// <returns>Whether the file is worth reading further.</returns>
    public static bool Check(SourceText file)
    {
        if (file.Whole.StartsWith('\uFEFF'))
        {
            file.Error(1, 1, "AG103", "The file begins with an invisible byte-order mark. Save it as \"UTF-8\", not \"UTF-8 with BOM\".");
            return false;
        }

        for (var number = 1; number <= file.Count; number++)
        {
            var at = file.Typed(number).AsSpan().IndexOfAnyInRange('\0', '\u001f', exceptTab: true);
            if (at >= 0)
            {
                file.Error(number, at + 1, "AG102", $"An invisible control character (U+{(int)file.Typed(number)[at]:X4}) stands here. Delete it.");
                return false;
            }
        }

        return true;
    }

    private static int IndexOfAnyInRange(this ReadOnlySpan<char> text, char low, char high, bool exceptTab)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((text[i] >= low && text[i] <= high && !(exceptTab && text[i] == '\t')) || text[i] == '\u007f')
                return i;
        }

        return -1;
    }
}
