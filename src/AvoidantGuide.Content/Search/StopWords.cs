using System.Collections.Frozen;

namespace AvoidantGuide.Content.Search;

/// <summary>Words that say nothing of what is looked for: nothing must have them, unless a query has no others.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> _all = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
    [
        "a", "am", "an", "and", "are", "as", "at", "be", "because", "been", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have",
        "he", "her", "him", "his", "how", "i", "if", "im", "in", "is", "it", "its", "ive", "just", "keep", "keeps", "me", "my", "of", "on", "or", "our", "really", "she", "should",
        "so", "still", "some", "someone", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "us", "was", "we",
        "aint", "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "hes", "isnt", "shes", "shouldnt", "theyre", "theyve",
        "wasnt", "werent", "wont", "wouldnt", "youre", "youve",
        "were", "what", "whats", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
    ]);

    /// <summary>What stands behind an apostrophe: I’ve, don’t, what’s.</summary>
    private static readonly FrozenSet<string> _endings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["d", "ll", "m", "re", "s", "t", "ve"]);

    public static bool Has(string word) => _all.Contains(word);

    public static bool Ends(string text, Range word) =>
        word.Start.Value > 0 && text[word.Start.Value - 1] is '\'' or '’' && _endings.Contains(text[word]);

    /// <summary>The words of a text that say something; all of them where none does.</summary>
    public static List<string> Left(string text)
    {
        var words = new List<string>();
        foreach (var word in new Splitting(text))
        {
            if (!Ends(text, word))
                words.Add(text[word]);
        }

        return words.Exists(word => !Has(word)) ? [.. words.Where(word => !Has(word))] : words;
    }
}
