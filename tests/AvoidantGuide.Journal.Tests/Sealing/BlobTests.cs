using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Journal.Tests.Sealing;

public sealed class BlobTests
{
    private static readonly byte[] _key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Every_flipped_bit_of_a_blob_is_noticed()
    {
        var blob = Blob.Seal(_key, new byte[64], [1, 2, 3]);
        for (var bit = 0; bit < blob.Length * 8; bit++)
        {
            blob[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Blob.Open(_key, blob, [1, 2, 3]));
            blob[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.NotNull(Blob.Open(_key, blob, [1, 2, 3]));
    }

    [Fact]
    public void Every_cut_of_a_blob_is_noticed()
    {
        var blob = Blob.Seal(_key, new byte[64], [1, 2, 3]);
        for (var length = 0; length < blob.Length; length++) Assert.Null(Blob.Open(_key, blob.AsSpan(0, length), [1, 2, 3]));
    }

    [Fact]
    public void A_nonce_is_never_used_twice() =>
        Assert.Equal(2000, Enumerable.Range(0, 2000).Select(_ => Convert.ToHexString(Blob.Seal(_key, [], []).AsSpan(1, 12))).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void No_two_places_have_the_same_associated_data() =>
        Properties.Check(Prop.ForAll(Arb.From(Places), Arb.From(Places), (one, other) =>
            one == other == AssociatedData.OfPart(one.Journal, one.Entry, one.Revision, one.Part)
                .SequenceEqual(AssociatedData.OfPart(other.Journal, other.Entry, other.Revision, other.Part))));

    private static Gen<(Guid Journal, Guid Entry, long Revision, string Part)> Places =>
        from journal in Gen.Elements(Guid.Empty, Guid.Parse("00000000-0000-0000-0000-000000000001"))
        from entry in Gen.Elements(Guid.Empty, Guid.Parse("01000000-0000-0000-0000-000000000000"))
        from revision in Gen.Elements(1L, 2L, 256L)
        from part in Gen.Elements("head", "body", "preferences")
        select (journal, entry, revision, part);
}
