using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Journal.Tests.Sealing;

public sealed class HeadReaderTests
{
    private static readonly string[] _ids = ["noticed", "before", "need-alone", "own-0f1e2d3c4b5a49788796a5b4c3d2e1f0", "é", "思い出", "a\"b\\c", new string('x', 200)];

    [Fact]
    public void It_reads_what_the_serializer_wrote() =>
        Properties.Check(Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Head(new System.Random(seed)))), head =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(head, JournalJson.Plain.EntryHead);
            var read = new HeadReader().Read(json);
            return JsonSerializer.SerializeToUtf8Bytes(read, JournalJson.Plain.EntryHead).AsSpan().SequenceEqual(json);
        }));

    [Fact]
    public void Members_it_does_not_know_are_passed_over() =>
        Assert.Equal(3, new HeadReader().Read("""{"later":{"a":[1,{"b":2}]},"version":3,"more":[]}"""u8).Version);

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"version\":\"three\"}")]
    [InlineData("{\"choices\":[]}")]
    public void What_is_no_head_is_refused(string json) =>
        Assert.ThrowsAny<Exception>(() => new HeadReader().Read(System.Text.Encoding.UTF8.GetBytes(json)));

    private static EntryHead Head(System.Random random)
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(1_000_000));
        return new EntryHead(
            at,
            random.Next(2) == 0 ? null : at.DateTime,
            Id(random),
            random.Next(100),
            Some(random).ToDictionary(id => id, IReadOnlyList<string> (_) => [.. Some(random)]),
            Some(random).ToDictionary(id => id, _ => random.Next(11)))
        {
            Step = random.Next(2) == 0 ? null : random.Next(1, 9),
            People = random.Next(2) == 0 ? null : Some(random).ToDictionary(id => id, _ => Guid.NewGuid()),
            Pause = random.Next(2) == 0 ? null : new PauseTimes(at, random.Next(2) == 0 ? null : at.AddMinutes(10), random.Next(2) == 0 ? null : at.AddMinutes(3)),
            Looks = random.Next(2) == 0 ? null : [new Look(at.AddDays(1), 1, random.Next(2) == 0 ? null : 5, random.Next(2) == 0)],
        };
    }

    private static string Id(System.Random random) => _ids[random.Next(_ids.Length)];

    private static List<string> Some(System.Random random) => [.. _ids.Where(_ => random.Next(3) == 0)];
}
