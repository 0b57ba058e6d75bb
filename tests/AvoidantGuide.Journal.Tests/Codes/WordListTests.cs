namespace AvoidantGuide.Journal.Tests.Codes;

public sealed class WordListTests
{
    [Fact]
    public void It_holds_7772_different_words_of_three_to_nine_letters()
    {
        var words = WordList.All.ToArray();
        Assert.Equal(7772, words.Distinct(StringComparer.Ordinal).Count());
        Assert.All(words, word => Assert.Matches("^[a-z]{3,9}$", word));
    }

    [Fact]
    public void No_word_is_the_beginning_of_another()
    {
        var words = WordList.All.ToArray().ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(words, word => Enumerable.Range(1, word.Length - 1).Any(length => words.Contains(word[..length])));
    }
}
