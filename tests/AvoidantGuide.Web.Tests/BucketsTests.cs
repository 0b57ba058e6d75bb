namespace AvoidantGuide.Web.Tests;

public sealed class BucketsTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public void An_hours_worth_is_given_at_once_and_then_one_each_so_often()
    {
        var buckets = new Buckets<string>(_clock, perHour: 60);
        for (var taken = 0; taken < 60; taken++) Assert.Null(buckets.Take("a"));

        Assert.Equal(TimeSpan.FromMinutes(1), buckets.Take("a"));
        _clock.Move(TimeSpan.FromSeconds(40));
        Assert.Equal(TimeSpan.FromSeconds(20), buckets.Take("a"));
        _clock.Move(TimeSpan.FromSeconds(20));
        Assert.Null(buckets.Wait("a"));
        Assert.Null(buckets.Take("a"));
        Assert.NotNull(buckets.Wait("a"));
    }

    [Fact]
    public void Each_key_has_its_own_and_asking_takes_nothing()
    {
        var buckets = new Buckets<string>(_clock, perHour: 1);
        for (var asked = 0; asked < 3; asked++) Assert.Null(buckets.Wait("a"));
        Assert.Null(buckets.Take("a"));
        Assert.NotNull(buckets.Take("a"));
        Assert.Null(buckets.Take("b"));
    }

    [Fact]
    public void Rest_fills_a_bucket_and_never_over_its_brim()
    {
        var buckets = new Buckets<string>(_clock, perHour: 10);
        Assert.Null(buckets.Take("a"));
        _clock.Move(TimeSpan.FromDays(3650));
        for (var taken = 0; taken < 10; taken++) Assert.Null(buckets.Take("a"));
        Assert.NotNull(buckets.Take("a"));
    }

    [Fact]
    public void Only_buckets_that_are_not_full_are_remembered_and_whoever_is_refused_is_not()
    {
        var buckets = new Buckets<int>(_clock, perHour: 60);
        for (var key = 0; key < 1_000; key++) buckets.Take(key);
        for (var key = 0; key < 1_000; key++) buckets.Wait(-key - 1);
        Assert.Equal(1_000, buckets.Count);

        _clock.Move(TimeSpan.FromMinutes(2));
        buckets.Take(5_000);

        Assert.Equal(1, buckets.Count);
    }
}
