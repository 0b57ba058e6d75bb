using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Journal.Tests.Entries;

public sealed class CodeInTextTests
{
    private static readonly string[] _separators = ["", " ", "\r\n", ", ", " — ", " 3. ", "\t\u200b", "/", "_", "é"];
    private static readonly string[] _around = ["", "my words are: ", "xabacus", "abacus ", "The cat sat.", "zzz"];

    [Fact]
    public void The_code_is_found_however_it_is_written() =>
        Properties.Check(Prop.ForAll(Generators.Code, Generators.Pick(_separators, 10), Generators.Pick(_around, 3), (code, separators, around) =>
        {
            var text = around[0] + string.Concat(code.Words.Select((word, i) => separators[i] + word)) + around[1];
            var cased = around[2].Length > 3 ? text.ToUpperInvariant() : text;
            return CodeInText.Holds(Sample.Of("before", cased), KeyDerivation.Locator(code));
        }));

    [Fact]
    public void The_code_is_found_across_answers() =>
        Properties.Check(Prop.ForAll(Generators.Code, Arb.From(Gen.Choose(0, 10)), (code, cut) =>
            CodeInText.Holds(
                Sample.Of(string.Join(' ', code.Words.Take(cut)), string.Join(' ', code.Words.Skip(cut))), KeyDerivation.Locator(code))));

    [Fact]
    public void The_code_is_found_in_every_field()
    {
        var code = JournalCode.Generate();
        var words = string.Join(' ', code.Words);
        var plain = Sample.Of("x");
        var answer = plain.Answers[0];
        Entry[] entries =
        [
            plain with { Head = plain.Head with { Practice = words } },
            plain with { Head = plain.Head with { Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["noticed"] = [words] } } },
            plain with { Head = plain.Head with { Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [words] = [] } } },
            plain with { Head = plain.Head with { Ratings = new Dictionary<string, int>(StringComparer.Ordinal) { [words] = 1 } } },
            plain with { Answers = [answer with { Prompt = words }] },
            plain with { Answers = [answer with { Kind = words }] },
            plain with { Answers = [answer with { Asked = words }] },
            plain with { Answers = [answer with { Chosen = [new Chosen(words, "x")] }] },
            plain with { Answers = [answer with { Chosen = [new Chosen("x", words)] }] },
        ];
        Assert.All(entries, entry => Assert.True(CodeInText.Holds(entry, KeyDerivation.Locator(code))));
    }

    [Fact]
    public void Another_code_nine_of_the_words_or_another_order_are_only_words() =>
        Properties.Check(Prop.ForAll(Generators.Code, Generators.Code, (code, other) =>
            code.Canonical == other.Canonical
            || (!CodeInText.Holds(Sample.Of(string.Join(' ', other.Words)), KeyDerivation.Locator(code))
                && !CodeInText.Holds(Sample.Of(string.Join(' ', code.Words.Take(9))), KeyDerivation.Locator(code))
                && !CodeInText.Holds(Sample.Of(string.Join(' ', code.Words.Skip(1))), KeyDerivation.Locator(code)))));

    [Fact]
    public async Task An_entry_with_the_code_is_refused_whether_added_or_changed()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, code, id) = await store.NewJournalAsync();
        var entry = Sample.Of($"so that I don't lose them:\n{string.Join("\n", code.Words)}");
        Assert.IsType<SaveResult.HoldsCode>(await journal.AddAsync(Guid.NewGuid(), entry, TestContext.Current.CancellationToken));
        Assert.IsType<SaveResult.HoldsCode>(await journal.ChangeAsync(id, 1, entry, TestContext.Current.CancellationToken));
        Assert.Equal(1, await store.CountAsync("Entries"));
    }

    [Fact]
    public void A_full_entry_of_list_words_only_is_searched_to_its_end() =>
        Assert.False(CodeInText.Holds(Sample.Of(string.Concat(Enumerable.Repeat("agocutoak", 2_200))), new byte[32]));
}
