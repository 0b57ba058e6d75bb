using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Journal.Tests.Sealing;

public sealed class PaddingTests
{
    private static readonly Arbitrary<byte[]> _contents =
        Arb.From(Gen.Choose(0, 5000).Select(length => { var bytes = new byte[length]; new System.Random(length).NextBytes(bytes); return bytes; }));

    [Fact]
    public void What_was_padded_comes_back_and_its_length_is_a_whole_number_of_steps() =>
        Properties.Check(Prop.ForAll(_contents, Arb.From(Gen.Elements(512, 1024)), (content, step) =>
        {
            var padded = Padding.Pad(content, step);
            return padded.Length % step == 0
                && padded.Length - content.Length < step + 4
                && Padding.TryUnpad(padded, out var back) && back.SequenceEqual(content);
        }));

    [Fact]
    public void All_contents_that_fit_the_same_step_have_the_same_length() =>
        Assert.Equal([512, 1024], Enumerable.Range(0, 1021).Select(length => Padding.Pad(new byte[length], 512).Length).Distinct());

    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("0000000500000000")]
    [InlineData("ffffffff00000000")]
    [InlineData("7fffffff00000000")]
    public void A_length_that_does_not_fit_is_refused(string hex) =>
        Assert.False(Padding.TryUnpad(Convert.FromHexString(hex), out _));

    [Fact]
    public void The_stored_lengths_of_texts_that_differ_are_the_same_within_a_step()
    {
        var key = new byte[32];
        var lengths = Enumerable.Range(0, 600).Select(i => EntrySeal.SealBody(Sample.Of(new string('a', i)).Answers, key, Guid.Empty, Guid.Empty, 1).Length);
        Assert.Equal([1024 + Blob.Overhead], lengths.Distinct().Take(1));
        Assert.InRange(lengths.Distinct().Count(), 1, 2);
    }
}
