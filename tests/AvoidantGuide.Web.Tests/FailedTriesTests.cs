using System.Net;

namespace AvoidantGuide.Web.Tests;

public sealed class FailedTriesTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public void After_so_many_tries_of_a_network_within_ten_minutes_there_were_too_many()
    {
        var tries = new FailedTries(_clock);
        var address = IPAddress.Parse("203.0.113.5");
        for (var tried = 0; tried < FailedTries.Limit; tried++) Assert.False(tries.Note(address));
        Assert.True(tries.Note(address));
        _clock.Move(FailedTries.Window - TimeSpan.FromSeconds(1));
        Assert.True(tries.Note(address));
        _clock.Move(TimeSpan.FromSeconds(1));
        Assert.False(tries.Note(address));
    }

    [Theory]
    [InlineData("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::1", true)]
    [InlineData("2001:db8:1:2::4", "2001:db8:1:3::4", false)]
    [InlineData("::ffff:203.0.113.5", "203.0.113.5", true)]
    [InlineData("203.0.113.5", "203.0.113.6", false)]
    public void A_household_counts_once_whatever_addresses_it_has(string one, string other, bool same) =>
        Assert.Equal(same, Network.Of(IPAddress.Parse(one)).Equals(Network.Of(IPAddress.Parse(other))));

    [Fact]
    public void A_flood_from_many_networks_is_hardly_ever_laid_at_anothers_door()
    {
        const int flooding = 1_000, quiet = 1_000;
        var tries = new FailedTries(_clock);
        for (var network = 0; network < flooding; network++)
            for (var tried = 0; tried <= FailedTries.Limit; tried++) tries.Note(Address(network));

        var mistaken = Enumerable.Range(flooding, quiet).Count(network => tries.Note(Address(network)));

        // 65,536 places: 15 are expected, 50 never come by chance.
        Assert.InRange(mistaken, 0, 50);
    }

    [Fact]
    public async Task Tries_at_the_same_time_are_all_counted()
    {
        var tries = new FailedTries(_clock);
        var noted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 10).Count(_ => tries.Note(IPAddress.Loopback)))));
        Assert.Equal(80 - FailedTries.Limit, noted.Sum());
    }

    private static IPAddress Address(int network) => new([0x20, 0x01, 0x0d, 0xb8, 0, 0, (byte)(network >> 8), (byte)network, 0, 0, 0, 0, 0, 0, 0, 1]);
}
