namespace AvoidantGuide.Content.Search;

/// <summary>
/// Whether a search may be about danger or self-harm, so that help is shown above what was found. It only adds to the
/// page: nothing is kept, sent or left out. The words are in <c>danger.txt</c>.
/// </summary>
public static class DangerWords
{
    private const int MostBetween = 2;
    private const int ForgivenFrom = 6;

    private static readonly IReadOnlyList<IReadOnlyList<string[]>> _lines = Read();

    public static bool In(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var plain = query.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).ToLowerInvariant();
        var words = Splitting.Words(plain);
        return _lines.Any(line => Enumerable.Range(0, words.Count).Any(start => From(line, 0, words, start)));
    }

    /// <summary>Whether the words from here on are those of the line from its part on.</summary>
    private static bool From(IReadOnlyList<string[]> line, int part, List<string> words, int at) =>
        at < words.Count && line[part].Any(wanted => Same(words[at], wanted))
        && (part == line.Count - 1 || Enumerable.Range(at + 1, MostBetween + 1).Any(next => From(line, part + 1, words, next)));

    private static bool Same(string word, string wanted)
    {
        if (wanted.EndsWith('*'))
            return word.StartsWith(wanted[..^1], StringComparison.Ordinal);
        if (wanted.EndsWith('!'))
            return word.AsSpan().SequenceEqual(wanted.AsSpan(0, wanted.Length - 1));
        return word == wanted
            || (wanted.Length >= ForgivenFrom && word.Length >= ForgivenFrom - 1 && word.Length <= wanted.Length + 1 && word[0] == wanted[0]
                && Spelling.Distance(word, wanted, limit: 1) is not null);
    }

    private static List<IReadOnlyList<string[]>> Read()
    {
        using var reader = new StreamReader(typeof(DangerWords).Assembly.GetManifestResourceStream("danger.txt")!);
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var lines = new List<IReadOnlyList<string[]>>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is [] || parts[0] == "#")
                continue;
            if (parts is [_, "=", .. var words])
                lists.Add(parts[0], words);
            else
                lines.Add([.. parts.Select(part => part.Split('|').SelectMany(word => lists.GetValueOrDefault(word) ?? [word]).ToArray())]);
        }

        return lines;
    }
}
