namespace AvoidantGuide.Content.Search;

/// <summary>How far a typed word is from another: letters left out, added, changed, or two neighbours swapped.</summary>
internal static class Spelling
{
    private const int Longest = 40;

    /// <summary>How many slips are forgiven: in a short word every other word is near.</summary>
    public static int Limit(string typed) => typed.Length switch { < 4 or > Longest => 0, < 8 => 1, _ => 2 };

    /// <returns>Null where it is more than the limit. Two slips are forgiven only behind the right first letter.</returns>
    public static int? Distance(string left, string right, int limit)
    {
        if (right.Length > Longest + 2)
            return null;
        Span<int> before = stackalloc int[Longest + 3];
        Span<int> last = stackalloc int[Longest + 3];
        Span<int> row = stackalloc int[Longest + 3];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var slips = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    slips = Math.Min(slips, before[j - 2] + 1);
                row[j] = slips;
                least = Math.Min(least, slips);
            }

            if (least > limit)
                return null;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        var distance = last[right.Length];
        return distance <= limit && (distance < 2 || left[0] == right[0]) ? distance : null;
    }
}
