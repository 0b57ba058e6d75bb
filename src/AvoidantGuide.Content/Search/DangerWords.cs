namespace AvoidantGuide.Content.Search;

/// <summary>
/// Whether a search may be about danger or self-harm, so that help is shown above what was found. It only adds to the
/// page: nothing is kept, sent or left out. The words are in <c>danger.txt</c>.
/// </summary>
public static class DangerWords
{
    private const int MostBetween = 2;
    private const int ForgivenFrom = 6;

    private static readonly (List<IReadOnlyList<Part>> Lines, List<IReadOnlyList<Part>> Others) _read = Read();

    private static readonly HashSet<string> _words = [.. _read.Lines.SelectMany(line => line).SelectMany(part => part.Words)];

    /// <summary>Whether the word stands in the list, so that it is nobody's slip for another.</summary>
    internal static bool Has(string word) => _words.Contains(word);

    public static bool In(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var plain = query.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).ToLowerInvariant();
        var words = WithoutOthers(Splitting.Words(plain));
        return _read.Lines.Exists(line => Enumerable.Range(0, words.Count).Any(start => From(line, 0, words, start)));
    }

    /// <summary>The words left when what means something else is taken out.</summary>
    private static List<string> WithoutOthers(List<string> words)
    {
        var left = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var longest = _read.Others.Where(other => From(other, 0, words, at)).Select(other => other.Count).DefaultIfEmpty().Max();
            if (longest == 0)
                left.Add(words[at]);
            else
                at += longest - 1;
        }

        return left;
    }

    /// <summary>Whether the words from here on are those of the line from its part on.</summary>
    private static bool From(IReadOnlyList<Part> line, int part, List<string> words, int at) =>
        at < words.Count && Array.Exists(line[part].Words, wanted => Same(words[at], wanted))
        && (part == line.Count - 1 || Enumerable.Range(at + 1, line[part + 1].Next ? 1 : MostBetween + 1).Any(next => From(line, part + 1, words, next)));

    private static bool Same(string word, string wanted)
    {
        if (wanted.EndsWith('*'))
            return word.StartsWith(wanted[..^1], StringComparison.Ordinal);
        if (wanted.EndsWith('!'))
            return word.AsSpan().SequenceEqual(wanted.AsSpan(0, wanted.Length - 1));
        return word == wanted
            || (wanted.Length >= ForgivenFrom && word.Length >= ForgivenFrom - 1 && word.Length <= wanted.Length + 1 && word[0] == wanted[0]
                && Spelling.Distance(word, wanted, limit: 1, typed: false) is not null);
    }

    private static (List<IReadOnlyList<Part>> Lines, List<IReadOnlyList<Part>> Others) Read()
    {
        using var reader = new StreamReader(typeof(DangerWords).Assembly.GetManifestResourceStream("danger.txt")!);
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var (lines, others) = (new List<IReadOnlyList<Part>>(), new List<IReadOnlyList<Part>>());
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is [] || parts[0] == "#")
                continue;
            if (parts is [_, "=", .. var words])
                lists.Add(parts[0], words);
            else if (parts is ["-", .. var other])
                others.Add([.. other.Select(part => new Part(Words(part), Next: true))]);
            else
                lines.Add([.. parts.Select(part => new Part(Words(part.TrimStart('>')), part[0] == '>'))]);
        }

        return (lines, others);

        string[] Words(string part) => [.. part.Split('|').SelectMany(word => lists.GetValueOrDefault(word) ?? [word])];
    }

    /// <param name="Words">One of these.</param>
    /// <param name="Next">Whether it stands directly after the part before.</param>
    private sealed record Part(string[] Words, bool Next);
}
