using System.Buffers;
using System.Globalization;
using System.Text;

namespace AvoidantGuide.Content.Search;

/// <summary>Where the words of a text are, as SQLite's <c>unicode61</c> splits it: letters, digits, and the accents on them.</summary>
internal ref struct Splitting(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> _plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly ReadOnlySpan<char> _text = text;
    private int _end;

    public Range Current { get; private set; }

    /// <summary>Each word of a text, copied.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in new Splitting(text))
            words.Add(text[word]);
        return words;
    }

    public readonly Splitting GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = _end;
        while (start < _text.Length && Length(start, inside: false) == 0)
            start++;
        if (start >= _text.Length)
            return false;
        var end = start;
        do
        {
            var plain = _text[end..].IndexOfAnyExcept(_plain);
            end = plain < 0 ? _text.Length : end + plain;
            var length = end < _text.Length ? Length(end, inside: end > start) : 0;
            if (length == 0)
                break;
            end += length;
        }
        while (end < _text.Length);
        _end = end;
        Current = start..end;
        return true;
    }

    /// <summary>How many UTF-16 units of a word stand here; none where no word is.</summary>
    private readonly int Length(int at, bool inside)
    {
        var c = _text[at];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (Rune.DecodeFromUtf16(_text[at..], out var rune, out var length) != OperationStatus.Done)
            return 0;
        var letter = Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse;
        return letter || (inside && rune.Value is >= 0x300 and <= 0x331) ? length : 0;
    }
}
