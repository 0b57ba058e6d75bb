namespace AvoidantGuide.Content.Texts;

/// <summary>"Did you mean": the known name with the smallest edit distance, where one is near enough to be a slip.</summary>
internal static class Nearest
{
    /// <returns>A sentence with a leading space, or nothing.</returns>
    public static string Hint(string name, IEnumerable<string> known) =>
        To(name, known) is { } near ? $" Did you mean \"{near}\"?" : "";

    public static string? To(string name, IEnumerable<string> known)
    {
        var limit = Math.Min(name.Length, 64) switch { <= 2 => 1, <= 5 => 2, _ => Math.Min(name.Length, 64) / 3 };
        string? best = null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > limit)
                continue;
            var distance = Distance(name, candidate);
            if (distance <= limit && (best is null || distance < limit || string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                limit = distance;
            }
        }

        return best;
    }

    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[65];
        if (right.Length >= row.Length || left.Length >= row.Length)
            return int.MaxValue;
        for (var j = 0; j <= right.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var change = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
