using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Journal.Tests.Codes;

public sealed class JournalCodeTests
{
    private static readonly string[] _separators = ["", " ", "\n", ", ", "-", " 1. ", "\t", "…", "'", "\u200b"];

    private static readonly string[] _hostile =
        ["abacus", "abacu", "zoom", "a", "zzzzzzzzz", " ", "", "-", "\0", "\ud800", "\udc00", "\u0130", "ß", "ﬁ", "é", "e\u0301", "字", "ΑΣ", "\u202e", "\r\n", "'; --", "%00", new string('q', 300), "١٢٣"];

    [Fact]
    public void A_code_has_ten_words_of_the_list_and_is_never_the_same_twice()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => JournalCode.Generate()).ToList();
        Assert.All(codes, code => Assert.Equal(10, code.Words.Count(word => WordList.Contains(word))));
        Assert.Equal(500, codes.Select(code => code.Canonical).Distinct(StringComparer.Ordinal).Count());
        // 5,000 draws of 7,772 words: about 3,690 different ones. A generator stuck on a part of the list has far fewer.
        Assert.InRange(codes.SelectMany(code => code.Words).Distinct(StringComparer.Ordinal).Count(), 3500, 3900);
    }

    [Fact]
    public void Any_case_and_any_separators_or_none_read_as_the_same_code() =>
        Properties.Check(Prop.ForAll(Generators.Code, Generators.Pick(_separators, 11), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (code, separators, seed) =>
        {
            var random = new System.Random(seed);
            var typed = separators[10] + string.Concat(code.Words.Select((word, i) => word + separators[i]));
            var mixed = string.Concat(typed.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : letter));
            return JournalCode.Read(mixed) is CodeReading.Ten ten && ten.Code.Words.SequenceEqual(code.Words);
        }));

    [Fact]
    public void A_letter_wrong_in_one_word_is_named_with_its_place_and_a_word_of_the_list() =>
        Properties.Check(Prop.ForAll(Generators.Code, Arb.From(Gen.Choose(0, 9)), Arb.From(Gen.Choose(0, 8)), (code, which, where) =>
        {
            var word = code.Words[which];
            var wrong = word.Insert(Math.Min(where, word.Length), "q");
            if (WordList.Split(wrong).Stopped == wrong.Length) return true;
            var typed = string.Join(' ', code.Words.Select((right, i) => i == which ? wrong : right));
            return JournalCode.Read(typed) is CodeReading.Unknown { Suggestions: [var unknown] }
                && string.Equals(unknown.Word, wrong, StringComparison.Ordinal)
                && unknown.Place == which + 1
                && unknown.Nearest is { } nearest && WordList.Contains(nearest);
        }));

    [Theory]
    [InlineData("agruond", "aground")]
    [InlineData("cartlod", "cartload")]
    [InlineData("defues", "defuse")]
    [InlineData("statistics", "statistic")]
    [InlineData("zzzzzzzz", null)]
    public void A_mistyped_word_is_named_with_the_nearest(string typed, string? nearest)
    {
        var unknown = Assert.IsType<CodeReading.Unknown>(JournalCode.Read($"{typed} cartload"));
        Assert.Equal(new UnknownWord(typed, nearest) { Place = 1 }, Assert.Single(unknown.Suggestions));
    }

    [Fact]
    public void In_words_run_together_the_place_where_they_stop_matching_is_named()
    {
        var unknown = Assert.IsType<CodeReading.Unknown>(JournalCode.Read("agroundcartloadheadlsspoundmorse"));
        Assert.Equal(new UnknownWord("headlss", "headless") { Place = 3 }, Assert.Single(unknown.Suggestions));
    }

    [Theory]
    [InlineData("aground cartload", 2)]
    [InlineData("aground cartload defuse expensive headless morse pound runner statistic", 9)]
    [InlineData("aground cartload defuse expensive headless morse pound runner statistic unenvied aground", 11)]
    public void A_wrong_count_is_told(string typed, int count) =>
        Assert.Equal(new CodeReading.WrongCount(count), JournalCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n 1. 2. — ")]
    public void Nothing_typed_is_empty(string? typed) => Assert.IsType<CodeReading.Empty>(JournalCode.Read(typed));

    [Fact]
    public void A_flood_of_words_is_only_counted()
    {
        var typed = string.Join(' ', Enumerable.Repeat("qwzx", 50_000));
        Assert.Equal(new CodeReading.WrongCount(50_000), JournalCode.Read(typed));
    }

    [Fact]
    public void Reading_never_fails_whatever_is_typed() =>
        Properties.Check(Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed => JournalCode.Read(typed) is not null));

    [Fact]
    public void Whatever_is_sent_is_read_soon() =>
        Properties.Check(Prop.ForAll(Arb.From(Gen.ListOf(Gen.Elements(_hostile)).Resize(400)), pieces =>
        {
            var begun = System.Diagnostics.Stopwatch.GetTimestamp();
            var reading = JournalCode.Read(string.Concat(pieces));
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(1));
            return reading is not CodeReading.Unknown unknown || unknown.Suggestions.All(word => word.Word.Length > 0 && word.Place > 0);
        }), Fuzz.Runs(200));

    [Fact]
    public void A_code_does_not_show_its_words_by_accident() =>
        Assert.Equal("AvoidantGuide.Journal.JournalCode", ((object)JournalCode.Generate()).ToString());
}
