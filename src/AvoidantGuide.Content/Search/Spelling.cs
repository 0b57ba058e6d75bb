namespace AvoidantGuide.Content.Search;

/// <summary>How far a typed word is from another: letters left out, added, changed, or two neighbours swapped.</summary>
internal static class Spelling
{
    private const int Longest = 40;

    // The keys in their rows, each row half a key further right than the one above.
    private static readonly string[] _keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    // Written for one another by ear.
    private static readonly string[] _sounds = ["aeiouy", "cks", "sz", "gj", "mn"];

    private static readonly uint[] _confused = [.. Enumerable.Range(0, 32).Select(Confused)];

    /// <summary>How many slips are forgiven: in a short word every other word is near.</summary>
    public static int Limit(string typed) => typed.Length switch { < 5 or > Longest => 0, < 8 => 1, _ => 2 };

    /// <param name="typed">Whether a letter changed for one that neither sounds alike nor is beside it on the keys counts as two slips:
    /// "lonely" is not "lovely" mistyped.</param>
    /// <returns>Null where it is more than the limit.</returns>
    public static int? Distance(string left, string right, int limit, bool typed)
    {
        if (right.Length > Longest + 2 || (typed && left[0] != right[0]))
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
                var change = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : typed && !Alike(left[i - 1], right[j - 1]) ? 2 : 1);
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
        return distance <= limit ? distance : null;
    }

    private static bool Alike(char left, char right) => !char.IsAscii(left) || !char.IsAscii(right) || (_confused[left & 31] & (1u << (right & 31))) != 0;

    /// <summary>The letters that are easily taken for this one, by their last five bits.</summary>
    private static uint Confused(int letter)
    {
        var alike = 0u;
        for (var other = 1; other <= 26; other++)
        {
            var (one, two) = ((char)('a' + letter - 1), (char)('a' + other - 1));
            if (Array.Exists(_sounds, sounds => sounds.Contains(one, StringComparison.Ordinal) && sounds.Contains(two, StringComparison.Ordinal)) || Neighbours(one, two))
                alike |= 1u << other;
        }

        return alike;
    }

    private static bool Neighbours(char one, char two)
    {
        var (row, otherRow) = (Array.FindIndex(_keys, row => row.Contains(one, StringComparison.Ordinal)), Array.FindIndex(_keys, row => row.Contains(two, StringComparison.Ordinal)));
        if (row < 0 || otherRow < 0 || Math.Abs(row - otherRow) > 1)
            return false;
        var (at, otherAt) = (_keys[row].IndexOf(one, StringComparison.Ordinal), _keys[otherRow].IndexOf(two, StringComparison.Ordinal));
        return row == otherRow ? Math.Abs(at - otherAt) == 1 : row < otherRow ? at - otherAt is 0 or 1 : otherAt - at is 0 or 1;
    }
}
