namespace AvoidantGuide.Content.Markup;

/// <summary>Follows fenced code line by line: what stands in it is text, whatever it looks like.</summary>
internal struct CodeFence
{
    private char _mark;
    private int _length;

    /// <summary>The line that opened it; 0 outside code.</summary>
    public int OpenedAt { get; private set; }

    /// <returns>Whether this line belongs to code, its fences included.</returns>
    public bool Takes(string line, int number)
    {
        var text = line.AsSpan().Trim();
        var run = 0;
        while (run < text.Length && text[run] == text[0] && text[0] is '`' or '~')
            run++;
        if (OpenedAt > 0)
        {
            if (run >= _length && text[0] == _mark && run == text.Length)
                OpenedAt = 0;
            return true;
        }

        if (run < 3 || (text[0] == '`' && text[run..].Contains('`')))
            return false;
        (_mark, _length, OpenedAt) = (text[0], run, number);
        return true;
    }
}
